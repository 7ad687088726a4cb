"""MkDocs' settings, computed: names and addresses from data/site.yaml, menus from the pages."""

from __future__ import annotations

import html
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from guides_api.catalogue.models import Site
from guides_api.pages.addresses import address
from guides_api.pages.page import (
    APIS,
    EDITORS,
    FIGURES,
    GUIDES,
    HOME,
    LEGAL_TEXTS,
    NEWS,
    ORIGINS,
    PROVIDERS,
    PUBLICS,
    QUESTIONS,
    TAGS,
    WORDS,
)
from guides_api.pages.project import Project
from guides_api.pages.typography import typographic_words

# What only publication needs, by its key in data/site.yaml.
_FOR_PUBLICATION = {"site_url": "l’adresse du site", "repo_url": "l’adresse du dépôt"}

IN_MENU = (GUIDES, APIS, EDITORS, LEGAL_TEXTS, QUESTIONS, NEWS)
IN_FOOTER = (PUBLICS, PROVIDERS, TAGS, WORDS, FIGURES, ORIGINS)


def fill(config: MkDocsConfig, project: Project) -> MkDocsConfig:
    """Set the names, addresses and navigation of a configuration."""
    site = project.catalogue.site
    config.site_name = site.name
    config.site_description = html.escape(site.description)  # the theme puts it in an attribute as it is
    if site.site_url and not config.site_url:
        config.site_url = f"{site.site_url.rstrip('/')}/"
    if site.repo_url:
        config.repo_url = site.repo_url
        config.edit_uri = f"edit/{site.repo_branch}/content/"
    config.extra["missing"] = missing(site)
    config.extra["most_wanted"] = [
        {"title": typographic_words(project.pages[path].title), "address": address(path)} for path in site.most_wanted
    ]
    config.extra["footer"] = [
        {"title": crumb.title, "address": address(crumb.path)} for crumb in IN_FOOTER if crumb.path in project.pages
    ]
    config.extra["has_news"] = bool(project.catalogue.news)
    config.nav = navigation(project)
    return config


def missing(site: Site) -> list[str]:
    """Return in French what the site lacks to be published."""
    return [words for key, words in _FOR_PUBLICATION.items() if getattr(site, key) is None]


def navigation(project: Project) -> list[dict[str, Any]]:
    """Return the menus: the listed guides under theirs; what the catalogue generates is reached from its lists."""
    guides = [{typographic_words(guide.title): guide.path} for guide in project.catalogue.listed_guides()]
    sections = [
        {crumb.title: [crumb.path, *(guides if crumb is GUIDES else ())]}
        for crumb in IN_MENU
        if crumb.path in project.pages
    ]
    return [{HOME.title: HOME.path}, *sections]

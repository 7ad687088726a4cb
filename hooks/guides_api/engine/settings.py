"""MkDocs' settings, computed: names and addresses from data/site.yaml, menus from the pages."""

from __future__ import annotations

import html
from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.rules.legal import OF_SITE
from guides_api.engine.policy import policy
from guides_api.pages.addresses import address
from guides_api.pages.page import (
    ACCESSIBILITY,
    APIS,
    EDITORS,
    EXPORTS,
    FIGURES,
    GUIDES,
    HOME,
    LEGAL_NOTICE,
    LEGAL_TEXTS,
    LICENCES,
    NEWS,
    ORIGINS,
    PERSONAL_DATA,
    PROVIDERS,
    PUBLICS,
    QUESTIONS,
    SITE_MAP,
    TAGS,
    TOOLS,
    WORDS,
    Crumb,
)
from guides_api.pages.project import Project
from guides_api.pages.typography import typographic_words

IN_MENU = (GUIDES, TOOLS, APIS, EDITORS, LEGAL_TEXTS, QUESTIONS, NEWS)
IN_FOOTER = (PUBLICS, PROVIDERS, TAGS, WORDS, FIGURES, ORIGINS, EXPORTS)
BY_LAW = (ACCESSIBILITY, LEGAL_NOTICE, PERSONAL_DATA, LICENCES, SITE_MAP)


def fill(config: MkDocsConfig, project: Project) -> MkDocsConfig:
    """Set the names, addresses and menus of a configuration."""
    site = project.catalogue.site
    config.site_name = site.name
    config.site_description = html.escape(site.description)  # the theme puts it in an attribute as it is
    if site.site_url and not config.site_url:
        config.site_url = f"{site.site_url.rstrip('/')}/"
    if site.repo_url:
        config.repo_url = site.repo_url
        config.edit_uri = f"edit/{site.repo_branch}/content/"
    config.extra["policy"] = policy(config)
    config.extra["missing"] = missing(project.catalogue)
    config.extra["most_wanted"] = [
        {"title": typographic_words(project.pages[path].title), "address": address(path)} for path in site.most_wanted
    ]
    # The pages that open each part of the site: what is in a part is reached from there.
    config.extra["menu"] = _links((HOME, *IN_MENU), project)
    config.extra["footer"] = _links(IN_FOOTER, project)
    said = {ACCESSIBILITY: f"Accessibilité : {project.catalogue.legal.conformity}"}
    config.extra["legal"] = [
        {"title": typographic_words(said.get(crumb, crumb.title)), "address": address(crumb.path)}
        for crumb in BY_LAW
        if crumb.path in project.pages
    ]
    config.extra["contact"] = project.catalogue.legal.contact
    config.extra["has_news"] = bool(project.catalogue.news)
    return config


def missing(catalogue: Catalogue) -> list[str]:
    """Return in French what the site lacks to be published; `guides check --publication` tells it key by key."""
    lacking = [words for key, words in OF_SITE.items() if getattr(catalogue.site, key) is None]
    return [*lacking, *(["des mentions légales"] if catalogue.legal.missing else [])]


def _links(crumbs: Iterable[Crumb], project: Project) -> list[dict[str, str]]:
    return [{"title": crumb.title, "address": address(crumb.path)} for crumb in crumbs if crumb.path in project.pages]

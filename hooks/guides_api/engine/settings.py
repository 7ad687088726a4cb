"""MkDocs' settings, computed: names and addresses from data/site.yaml, menus from the pages."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from guides_api.catalogue.models import Site
from guides_api.pages.project import Project

# What only publication needs, by its key in data/site.yaml.
_FOR_PUBLICATION = {"site_url": "l’adresse du site", "repo_url": "l’adresse du dépôt"}


def fill(config: MkDocsConfig, project: Project) -> MkDocsConfig:
    """Set the names, addresses and navigation of a configuration."""
    site = project.catalogue.site
    config.site_name = site.name
    config.site_description = site.description
    if site.site_url and not config.site_url:
        config.site_url = f"{site.site_url.rstrip('/')}/"
    if site.repo_url:
        config.repo_url = site.repo_url
        config.edit_uri = f"edit/{site.repo_branch}/content/"
    config.extra["missing"] = missing(site)
    config.nav = navigation(project)
    return config


def missing(site: Site) -> list[str]:
    """Return in French what the site lacks to be published."""
    return [words for key, words in _FOR_PUBLICATION.items() if getattr(site, key) is None]


def navigation(project: Project) -> list[dict[str, Any]]:
    """Return the menus: the listed guides under theirs; generated pages and API pages are reached from the listings."""
    guides = sorted(project.catalogue.listed_guides(), key=lambda guide: guide.title.casefold())
    return [
        {"Accueil": "index.md"},
        {"Guides": ["guides/index.md", *({guide.title: guide.path} for guide in guides)]},
        {"API": ["api/index.md"]},
        {"Éditeurs": ["editeurs/index.md"]},
    ]

"""What search engines and social sites are told of each page, once the site has an address that they can follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, cast
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from guides_api.engine.dates import last_changes
from guides_api.engine.pictures import Picture, add_pictures
from guides_api.pages.addresses import address
from guides_api.pages.page import SitePage
from guides_api.pages.project import Project
from guides_api.pages.structured_data import Drawn, as_json, structured_data

_KEY = "search_engines"


@dataclass(frozen=True, slots=True)
class _Known:
    """What the whole build knows: pictures by page, dates by file of the project."""

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    changes: Mapping[str, datetime] = field(default_factory=dict)


def add_files(files: Files, config: MkDocsConfig, project: Project) -> Files:
    """Add robots.txt and, when the site is to be published, a picture a page."""
    site_url = _published_at(config)
    files.append(File.generated(config, "robots.txt", content=robots(site_url)))
    known = _Known()
    if site_url:
        root = Path(config.config_file_path).parent
        known = _Known(add_pictures(files, config, project), last_changes(root))
    config.extra[_KEY] = known
    return files


def robots(site_url: str) -> str:
    """Return the rules for robots: everything may be read; the sitemap needs an absolute address."""
    sitemap = f"\nSitemap: {urljoin(site_url, 'sitemap.xml')}\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def sitemap(config: MkDocsConfig, project: Project) -> list[dict[str, str]]:
    """Return what the sitemap's template reads: the pages that search engines may show, once the site has an address.

    Dates are those of git, not of the build.
    """
    site_url = _published_at(config)
    changes = cast("_Known", config.extra[_KEY]).changes
    return [
        {"address": urljoin(site_url, place), "modified": changes[edits].isoformat() if edits in changes else ""}
        for place, edits in sorted(
            (address(page.path), page.edits) for page in project.pages.values() if not page.noindex
        )
        if site_url
    ]


def known_of(page: SitePage, config: MkDocsConfig) -> object:
    """Return all that the build knows of a page and that the page does not say."""
    known = cast("_Known", config.extra[_KEY])
    return known.pictures.get(page.path), known.changes.get(page.edits)


def told(page: SitePage, html: str, config: MkDocsConfig, project: Project) -> dict[str, Any]:
    """Return what a page's template says of it: its picture, the date of its last change, its structured data."""
    site_url = _published_at(config)
    if not site_url:
        return {}
    known = cast("_Known", config.extra[_KEY])
    modified = known.changes.get(page.edits)
    picture = known.pictures.get(page.path)
    drawn = Drawn(html, urljoin(site_url, picture.address) if picture else "", modified)
    return {
        "picture": asdict(picture) if picture else None,
        "modified": modified.isoformat() if modified else "",
        "structured_data": [as_json(data) for data in structured_data(page, drawn, project, site_url)],
    }


def _published_at(config: MkDocsConfig) -> str:
    """Return the site's address, empty while it has none; `mkdocs serve` gives it one of its own, without https."""
    site_url = config.site_url or ""
    return site_url if site_url.startswith("https:") else ""

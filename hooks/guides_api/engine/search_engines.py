"""What search engines and social sites are told of each page, once the site has an address that they can follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import cast
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from guides_api.engine.dates import last_changes
from guides_api.engine.pictures import Picture, add_pictures
from guides_api.pages.project import Project
from guides_api.pages.structured_data import Drawn, as_json, structured_data

_KEY = "search_engines"
_NEVER = datetime.fromtimestamp(0, UTC)


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


def describe(page: Page, html: str, config: MkDocsConfig, project: Project) -> None:
    """Give a page's template its picture, the date of its last change and its structured data."""
    site_url = _published_at(config)
    known = cast("_Known", config.extra[_KEY])
    ours = project.pages[page.file.src_uri]
    modified = known.changes.get(ours.edits)
    page.update_date = (modified or _NEVER).date().isoformat()  # dates sitemap.xml.gz, else by the day of the build
    if not site_url:
        return
    picture = known.pictures.get(ours.path)
    drawn = Drawn(html, urljoin(site_url, picture.address) if picture else "", modified)
    told = {
        "picture": asdict(picture) if picture else None,
        "modified": modified.isoformat() if modified else "",
        "structured_data": [as_json(data) for data in structured_data(ours, drawn, project, site_url)],
    }
    page.meta.update(told)


def _published_at(config: MkDocsConfig) -> str:
    """Return the site's address, empty while it has none; `mkdocs serve` gives it one of its own, without https."""
    site_url = config.site_url or ""
    return site_url if site_url.startswith("https:") else ""

"""Our pages as MkDocs' files."""

from __future__ import annotations

import html
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from guides_api.pages.addresses import address
from guides_api.pages.files import site_files
from guides_api.pages.page import SitePage
from guides_api.pages.project import Project
from guides_api.pages.typography import typographic_words


def add_generated(files: Files, config: MkDocsConfig, project: Project) -> Files:
    """Add the pages that have no file of their own, and tell each page which file is edited to change it.

    What a site takes from the package has no file of the site's to edit.
    """
    root = Path(config.config_file_path).parent
    for page in project.pages.values():
        if not page.written:
            files.append(File.generated(config, page.path, content=""))
        file = files.get_file_from_path(page.path)
        if file is not None and page.edits != f"content/{page.path}":
            file.edit_uri = f"../{page.edits}" if (root / page.edits).is_file() else None
    for name, content in site_files(project.catalogue, config.site_url):
        kept = InclusionLevel.INCLUDED  # MkDocs leaves out what begins with a dot
        files.append(File.generated(config, name, content=content, inclusion=kept))
    return files


def source(page: Page, project: Project) -> str:
    """Return a page's plain Markdown, and set what the theme reads of it."""
    ours = project.pages[page.file.src_uri]
    page.meta = _meta(ours, project)
    return ours.markdown(project.catalogue)


def set_contents(page: Page) -> None:
    """Give the table of contents the spaces of its headings: Python-Markdown makes all of them ordinary."""
    items = list(page.toc)
    while items:
        item = items.pop()
        item.title = typographic_words(item.title)
        items += item.children


def _meta(page: SitePage, project: Project) -> dict[str, object]:
    """Return what overrides/ reads: addresses are below the site's root, for the theme's `url` filter."""
    return {
        "title": typographic_words(page.title),
        "description": html.escape(typographic_words(page.description)),  # the theme puts it in an attribute as it is
        "noindex": page.noindex,
        "scripts": page.scripts,
        "styles": page.styles,
        "trail": [
            {"title": typographic_words(crumb.title), "address": address(crumb.path)}
            for crumb in page.trail
            if crumb.path in project.pages
        ],
    }

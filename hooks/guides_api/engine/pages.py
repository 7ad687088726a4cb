"""Our pages as MkDocs' files."""

from __future__ import annotations

import html
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_theme_dir

from guides_api.pages.active import active
from guides_api.pages.addresses import address
from guides_api.pages.files import site_files
from guides_api.pages.moved_pages import moved_pages
from guides_api.pages.page import HOME, SitePage
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
    for name, content in site_files(project, config.site_url):
        kept = InclusionLevel.INCLUDED  # MkDocs leaves out what begins with a dot
        files.append(File.generated(config, name, content=content, inclusion=kept))
    return files


def add_moved(files: Files, config: MkDocsConfig, project: Project) -> Files:
    """Add what stands at former addresses."""
    for name, content in moved_pages(project, config.site_url, config.extra["assets"]):
        files.append(File.generated(config, name, content=content))
    return files


def without_theme_assets(files: Files, config: MkDocsConfig) -> Files:
    """Leave the theme's own scripts, styles and pictures out of the site: no page asks for them."""
    theirs = config.theme.dirs.index(get_theme_dir(config.theme.name or ""))  # overrides/ come first
    theme_folders = config.theme.dirs[theirs:]
    for file in list(files):
        if file.src_dir in theme_folders:
            files.remove(file)
    return files


def source(page: Page, project: Project) -> str:
    """Return a page's plain Markdown, and set what the theme reads of it."""
    ours = project.pages[page.file.src_uri]
    page.meta = _meta(ours, project)
    page.meta["edit_url"] = page.edit_url
    return ours.markdown(project.catalogue)


def refuse_active(html: str, page: Page, project: Project) -> None:
    """Stop the build where a written page would run, load or send something: the check of its text has missed it.

    Values of the data are escaped by the templates of the pages that nobody writes.
    """
    ours = project.pages[page.file.src_uri]
    if ours.written and (found := active(html)):
        raise PluginError(
            f"{ours.edits} : la page contiendrait « {found[0]} », qui pourrait s’exécuter, "
            "charger autre chose que le site ou emmener son lecteur ailleurs. Retirez-le."
        )


def set_contents(page: Page) -> None:
    """Tell the theme where the page's words start, and its headings; the home page's are its own menu.

    Python-Markdown makes ordinary spaces of all those of a heading: they are put back.
    """
    first, *_ = page.toc
    page.meta["start"] = first.url
    page.meta["contents"] = [] if page.file.src_uri == HOME.path else _entries(first.children)


def _entries(headings: Iterable[AnchorLink]) -> list[dict[str, object]]:
    return [
        {"title": typographic_words(item.title), "url": item.url, "children": _entries(item.children)}
        for item in headings
    ]


def _meta(page: SitePage, project: Project) -> dict[str, object]:
    """Return what overrides/ reads: addresses are below the site's root, for the theme's `url` filter."""
    return {
        "title": typographic_words(page.title),
        "description": html.escape(typographic_words(page.description)),  # the theme puts it in an attribute as it is
        "home": page.path == HOME.path,
        "noindex": page.noindex,
        "scripts": list(page.scripts),
        "styles": list(page.styles),
        "trail": [
            {"title": typographic_words(crumb.title), "address": address(crumb.path)}
            for crumb in page.trail
            if crumb.path in project.pages
        ],
    }

"""Our pages as MkDocs' files."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from guides_api.pages.project import Project
from guides_api.pages.site import SitePage


def add_generated(files: Files, config: MkDocsConfig, project: Project) -> Files:
    """Add the pages that have no file of their own, and tell each page which file is edited to change it."""
    for page in project.pages.values():
        if not page.written:
            files.append(File.generated(config, page.path, content=""))
        file = files.get_file_from_path(page.path)
        if file is not None and page.edits != f"content/{page.path}":
            file.edit_uri = f"../{page.edits}"
    return files


def source(page: Page, project: Project) -> str:
    """Return a page's plain Markdown, and set what the theme reads of it."""
    ours = project.pages[page.file.src_uri]
    page.meta = _meta(ours)
    return ours.markdown(project.catalogue)


def _meta(page: SitePage) -> dict[str, object]:
    return {"title": page.title, "description": page.description, "noindex": page.noindex}

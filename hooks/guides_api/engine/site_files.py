"""The files of the site that nobody writes and that are no page, as MkDocs' files."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from guides_api.pages.files import site_files
from guides_api.pages.moved_pages import moved_pages
from guides_api.pages.project import Project


def add(files: Files, config: MkDocsConfig, project: Project) -> Files:
    """Add feeds, exports and so on."""
    for name, content in site_files(project, config.site_url):
        kept = InclusionLevel.INCLUDED  # MkDocs leaves out what begins with a dot
        files.append(File.generated(config, name, content=content, inclusion=kept))
    return files


def add_moved(files: Files, config: MkDocsConfig, project: Project) -> Files:
    """Add what stands at former addresses."""
    for name, content in moved_pages(project, config.site_url, config.extra["assets"]):
        files.append(File.generated(config, name, content=content))
    return files

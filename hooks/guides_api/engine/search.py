"""The files of the site's own search."""

from __future__ import annotations

from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from guides_api.pages.project import Project
from guides_api.pages.search.entry import Entry, entry
from guides_api.pages.search.found import found, searchable
from guides_api.pages.search.index import index
from guides_api.pages.search.phrases import Phrases, synonyms
from guides_api.pages.search.shards import shards

_KEY = "search"


def start(config: MkDocsConfig) -> None:
    """Forget the pages of an earlier build."""
    config.extra[_KEY] = {}


def keep(page: Page, html: str, config: MkDocsConfig, project: Project) -> None:
    """Read the content of a page that may be found."""
    if searchable(project.pages[page.file.src_uri]):
        _kept(config)[page.file.src_uri] = entry(html)


def add_files(files: Files, config: MkDocsConfig, project: Project) -> None:
    """Add the index to the site's files."""
    pages = found((project.pages[path], kept) for path, kept in _kept(config).items())
    phrases = Phrases.of(synonyms(project.catalogue))
    for path, text in shards(pages, index(pages, phrases), phrases).items():
        files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.INCLUDED))


def _kept(config: MkDocsConfig) -> dict[str, Entry]:
    return cast("dict[str, Entry]", config.extra[_KEY])

"""The files of the site's own search."""

from __future__ import annotations

from functools import partial
from hashlib import blake2b
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from guides_api.pages.project import Project
from guides_api.pages.search.entry import entry
from guides_api.pages.search.found import searchable
from guides_api.pages.search.phrases import Phrases, synonyms
from guides_api.pages.search.revision import made
from guides_api.pages.search.state import Source

_KEY = "search"


def start(config: MkDocsConfig) -> None:
    """Forget the pages of an earlier build."""
    config.extra[_KEY] = []


def keep(page: Page, html: str, config: MkDocsConfig, project: Project) -> None:
    """Keep the content of a page that may be found."""
    known = project.pages[page.file.src_uri]
    if searchable(known):
        mark = blake2b(html.encode(), digest_size=16).hexdigest()
        _kept(config).append(Source(known, mark, partial(entry, html)))


def add_files(files: Files, config: MkDocsConfig, project: Project) -> None:
    """Add the index to the site's files."""
    texts, _ = made(_kept(config), Phrases.of(synonyms(project.catalogue)), None)
    for path, text in texts.items():
        files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.INCLUDED))


def _kept(config: MkDocsConfig) -> list[Source]:
    return cast("list[Source]", config.extra[_KEY])

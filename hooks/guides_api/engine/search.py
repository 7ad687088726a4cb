"""The files of the site's own search."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from guides_api.pages.project import Project
from guides_api.pages.search.entry import Entry
from guides_api.pages.search.found import found
from guides_api.pages.search.index import index
from guides_api.pages.search.phrases import Phrases, synonyms
from guides_api.pages.search.shards import shards


def add_files(files: Files, config: MkDocsConfig, project: Project, entries: Mapping[str, Entry]) -> Files:
    """Add the index of pages to the site's files."""
    pages = found((project.pages[path], kept) for path, kept in entries.items())
    phrases = Phrases.of(synonyms(project.catalogue))
    for path, text in shards(pages, index(pages, phrases), phrases).items():
        files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.INCLUDED))
    return files

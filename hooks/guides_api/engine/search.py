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

FOLDER = "assets/recherche"
START = f"{FOLDER}/index.json"


def add_files(files: Files, config: MkDocsConfig, project: Project, entries: Mapping[str, Entry]) -> Files:
    """Add the index of pages to the site's files."""
    pages = found((project.pages[path], kept) for path, kept in entries.items())
    phrases = Phrases.of(synonyms(project.catalogue))
    first, texts = shards(pages, index(pages, phrases), phrases)
    for name, text in texts.items():
        kept = InclusionLevel.INCLUDED
        place = START if name == first else f"{FOLDER}/{name}"
        files.append(File.generated(config, place, content=text, inclusion=kept))
    return files

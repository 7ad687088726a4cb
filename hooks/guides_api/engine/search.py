"""The files of the site's own search."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from guides_api.pages.digests import digest_of_bytes
from guides_api.pages.project import Project
from guides_api.pages.search.phrases import Phrases, synonyms
from guides_api.pages.search.revision import made
from guides_api.pages.search.state import Source


def add_files(files: Files, config: MkDocsConfig, project: Project, entries: Mapping[str, bytes]) -> Files:
    """Add the index of pages to the site's files."""
    sources = [
        Source(project.pages[path], digest_of_bytes(entry).hex(), partial(pickle.loads, entry))
        for path, entry in entries.items()
    ]
    texts, _ = made(sources, Phrases.of(synonyms(project.catalogue)), None)
    for path, text in texts.items():
        files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.INCLUDED))
    return files

"""The files of the site's own search."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from guides_api.engine.kept_index import KeptIndex
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
    kept = KeptIndex(Path(config.config_file_path).parent)
    texts, state = made(sources, Phrases.of(synonyms(project.catalogue)), kept.state())
    kept.keep(state)
    for path, text in texts.items():
        files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.INCLUDED))
    return files

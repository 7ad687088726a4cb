"""The pages of earlier builds, each with all that tells whether it is still right."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from guides_api.engine.cache_file import CacheFile, sum_of

_TABLES = """
CREATE TABLE IF NOT EXISTS pages (
    path TEXT PRIMARY KEY, key BLOB, proof BLOB, content BLOB, entry BLOB, sum BLOB
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (
    site BLOB, path TEXT, mark BLOB, size INT, mtime INT, inode INT, PRIMARY KEY (site, path)
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page: a digest of what it was made from, what else proves it right, what was made of it."""

    path: str
    key: bytes
    proof: bytes
    content: bytes
    entry: bytes

    @property
    def sum(self) -> bytes:
        """What tells a row that was damaged."""
        return sum_of(self.path, self.key, self.proof, self.content, self.entry)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of a built site: what tells it from another content, and what changes when somebody writes in it."""

    mark: bytes
    size: int
    mtime: int
    inode: int

    @classmethod
    def of(cls, mark: bytes, found: os.stat_result) -> KeptFile:
        """Describe a file that was found."""
        return cls(mark, found.st_size, found.st_mtime_ns, found.st_ino)


class KeptPages(CacheFile):
    """The pages, and the files of the sites that were made of them."""

    tables = _TABLES

    def pages(self) -> Mapping[str, KeptPage]:
        """Return every page, those left out that were damaged."""
        query = "SELECT path, key, proof, content, entry, sum FROM pages"
        rows = ((KeptPage(*row), kept) for *row, kept in self._found(query))
        return {page.path: page for page, kept in rows if kept and kept == page.sum}

    def files(self, site: Path) -> Mapping[str, KeptFile]:
        """Return what is known of the files of a built site."""
        rows = self._found("SELECT path, mark, size, mtime, inode FROM files WHERE site = ?", os.fsencode(site))
        return {path: KeptFile(*known) for path, *known in rows}

    def keep(
        self, pages: Iterable[KeptPage], gone: Iterable[str], site: Path, files: Mapping[str, KeptFile | None]
    ) -> None:
        """Replace pages, forget those that are gone, and note the files of a site; forget sites that are no more."""
        with self._at_worst_nothing():
            if self._base is None:
                return
            self._base.execute("BEGIN IMMEDIATE")
            self._base.executemany("DELETE FROM pages WHERE path = ?", ((path,) for path in gone))
            self._base.executemany("REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?)", map(_row, pages))
            for (known,) in self._base.execute("SELECT DISTINCT site FROM files").fetchall():
                if not Path(os.fsdecode(known)).is_dir():
                    self._base.execute("DELETE FROM files WHERE site = ?", (known,))
            place = os.fsencode(site)
            changed = [(place, path) for path in files]
            self._base.executemany("DELETE FROM files WHERE site = ? AND path = ?", changed)
            described = (
                (place, path, file.mark, file.size, file.mtime, file.inode) for path, file in files.items() if file
            )
            self._base.executemany("REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", described)
            self._base.execute("COMMIT")


def _row(page: KeptPage) -> tuple[object, ...]:
    return page.path, page.key, page.proof, page.content, page.entry, page.sum

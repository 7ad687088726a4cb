"""The pages of earlier builds, in the project's cache, each with all that tells whether it is still right."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guides_api.pages.digests import digest_of_bytes

PLACE = ".cache/pages.sqlite3"
_PATIENCE = 5.0  # seconds that another build may take to write
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
        return digest_of_bytes(self.path.encode(), self.key, self.proof, self.content, self.entry)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of a built site: what tells it from another content, and what changes when somebody writes in it."""

    mark: bytes
    size: int
    mtime: int
    inode: int

    @classmethod
    def of(cls, mark: bytes, file: Path) -> KeptFile:
        """Describe a file, or raise OSError."""
        found = file.stat()
        return cls(mark, found.st_size, found.st_mtime_ns, found.st_ino)


class KeptPages:
    """A file of the cache, which may be damaged, locked or deleted at any time: a build then does without."""

    def __init__(self, root: Path) -> None:
        self._file = root / PLACE
        self._base: sqlite3.Connection | None = None
        with self._at_worst_nothing():
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(self._file, timeout=_PATIENCE, isolation_level=None)
            self._base.execute("PRAGMA synchronous = OFF")  # a power cut may damage it: sums tell
            self._base.executescript(_TABLES)

    def close(self) -> None:
        """Let go of the file; what forked processes hold of it is not theirs to use."""
        if self._base is not None:
            self._base.close()
            self._base = None

    def pages(self) -> Mapping[str, KeptPage]:
        """Return every page, those left out that were damaged."""
        query = "SELECT path, key, proof, content, entry, sum FROM pages"
        rows = ((KeptPage(*row), kept) for *row, kept in self._found(query))
        return {page.path: page for page, kept in rows if kept == page.sum}

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

    def _found(self, query: str, *values: bytes) -> Iterator[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = []
        with self._at_worst_nothing():
            if self._base is not None:
                rows = self._base.execute(query, values).fetchall()
        return iter(rows)

    @contextlib.contextmanager
    def _at_worst_nothing(self) -> Iterator[None]:
        """Go on without the file where it can't be read or written, and remove it where it is damaged."""
        try:
            yield
        except (OSError, sqlite3.Error) as trouble:
            self.close()
            damaged = isinstance(trouble, sqlite3.DatabaseError) and not isinstance(trouble, sqlite3.OperationalError)
            if damaged:
                with contextlib.suppress(OSError):
                    self._file.unlink()


def _row(page: KeptPage) -> tuple[object, ...]:
    return page.path, page.key, page.proof, page.content, page.entry, page.sum

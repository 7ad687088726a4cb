"""The file of the project's cache in which builds keep what they made, for those that come after."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guides_api.pages.digests import digest_of_bytes

PLACE = ".cache/pages.sqlite3"
_PATIENCE = 5.0  # seconds that another build may take to write


class CacheFile:
    """A file which may be damaged, locked or deleted at any time: a build then does without."""

    tables: str

    def __init__(self, root: Path) -> None:
        self._file = root / PLACE
        self._base: sqlite3.Connection | None = None
        with self._at_worst_nothing():
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(self._file, timeout=_PATIENCE, isolation_level=None)
            self._base.execute("PRAGMA synchronous = OFF")  # a power cut may damage it: sums tell
            self._base.executescript(self.tables)

    def close(self) -> None:
        """Let go of the file; what forked processes hold of it is not theirs to use."""
        if self._base is not None:
            self._base.close()
            self._base = None

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
        except (OSError, sqlite3.Error, UnicodeError) as trouble:  # SQLite may quote what it can't read
            self.close()
            if _tells_of_damage(trouble):
                with contextlib.suppress(OSError):
                    self._file.unlink()


def _tells_of_damage(trouble: Exception) -> bool:
    """Tell a file that no build can use from one that is only locked, or that the disk refuses."""
    if isinstance(trouble, sqlite3.OperationalError):
        return "decode" in str(trouble)
    return isinstance(trouble, sqlite3.DatabaseError | UnicodeError)


def sum_of(*parts: object) -> bytes:
    """Return what tells a row that was damaged: empty, which no row has as its sum, for what no row of ours holds."""
    raw = [part.encode() if isinstance(part, str) else part for part in parts]
    known = [part for part in raw if isinstance(part, bytes)]
    return digest_of_bytes(*known) if len(known) == len(raw) else b""

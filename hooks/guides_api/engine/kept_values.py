"""What earlier builds worked out of each file, in the project's cache, and what they did not, over the processors."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from guides_api.catalogue.memory import Memory, Wanted
from guides_api.catalogue.workers import spread
from guides_api.engine.cache_file import CacheFile, sum_of
from guides_api.engine.our_code import of_code
from guides_api.pages.digests import digest_of_bytes

Value = TypeVar("Value")

_MUCH = 500  # values to make: a few are made sooner than processes are copied


class KeptValues(Memory, CacheFile):
    """Remembers the values of the last build."""

    tables = (
        'CREATE TABLE IF NOT EXISTS "values" (name TEXT PRIMARY KEY, mark BLOB, value BLOB, sum BLOB) WITHOUT ROWID'
    )

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        rows = self._found('SELECT name, mark, value, sum FROM "values"')
        self._known = {
            name: (mark, value) for name, mark, value, kept in rows if kept and kept == sum_of(name, mark, value)
        }
        self._used, self._gone = set[str](), set[str]()
        self._new: dict[str, tuple[bytes, bytes]] = {}

    def proven(self, wanted: Sequence[Wanted[Value]]) -> Iterator[tuple[Value, Any]]:
        """Yield what is known and still right, and work out the rest."""
        marks = [digest_of_bytes(of_code(), *map(_raw, item.made_from)) for item in wanted]
        found = [self._recalled(item, mark) for item, mark in zip(wanted, marks, strict=True)]
        missing = [item for item, known in zip(wanted, found, strict=True) if known is None]
        made = spread(_made, missing) if len(missing) >= _MUCH else map(_made, missing)
        for item, mark, known in zip(wanted, marks, found, strict=True):
            self._used.add(item.name)
            if known is not None:
                yield known
            else:
                value = next(made)
                self._new[item.name] = mark, value
                yield pickle.loads(value)  # noqa: S301  made just now

    def forget_the_rest(self) -> None:
        """Let go of what was not asked for."""
        self._gone = self._known.keys() - self._used

    def save(self) -> None:
        """Keep what was made, and close the file."""
        with self._at_worst_nothing():
            if self._base is not None and (self._new or self._gone):
                self._base.execute("BEGIN IMMEDIATE")
                self._base.executemany('DELETE FROM "values" WHERE name = ?', ((name,) for name in self._gone))
                rows = ((name, *row, sum_of(name, *row)) for name, row in self._new.items())
                self._base.executemany('REPLACE INTO "values" VALUES (?, ?, ?, ?)', rows)
                self._base.execute("COMMIT")
        self.close()

    def _recalled(self, item: Wanted[Value], mark: bytes) -> tuple[Value, Any] | None:
        known_mark, kept = self._known.get(item.name, (b"", b""))
        if known_mark != mark:
            return None
        known: tuple[Value, Any] = pickle.loads(kept)  # noqa: S301  our own, summed
        return known if item.holds(known[1]) else None


def _raw(part: bytes | str) -> bytes:
    return part.encode() if isinstance(part, str) else part


def _made(item: Wanted[Value]) -> bytes:
    return pickle.dumps(item.make())

"""The search's index of the last build, from which the next one is made."""

from __future__ import annotations

import pickle
from pathlib import Path

from guides_api.engine.cache_file import CacheFile, sum_of
from guides_api.engine.our_code import of_code
from guides_api.pages.search.state import State


class KeptIndex(CacheFile):
    """The state of an index, while our code stays the same."""

    tables = "CREATE TABLE IF NOT EXISTS search (code BLOB PRIMARY KEY, state BLOB, sum BLOB) WITHOUT ROWID"

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._code = of_code()
        self._kept = next(self._found("SELECT state, sum FROM search WHERE code = ?", self._code), None)

    def state(self) -> State | None:
        """Return the last state, None where there is none or it was damaged."""
        if self._kept is None:
            return None
        kept, total = self._kept
        return pickle.loads(kept) if total and total == sum_of(kept) else None  # noqa: S301  our own, summed

    def keep(self, state: State) -> None:
        """Keep a state in place of any other, and let go of the file."""
        made = pickle.dumps(state)
        with self._at_worst_nothing():
            if self._base is not None and (self._kept is None or made != self._kept[0]):
                self._base.execute("BEGIN IMMEDIATE")
                self._base.execute("DELETE FROM search")
                self._base.execute("INSERT INTO search VALUES (?, ?, ?)", (self._code, made, sum_of(made)))
                self._base.execute("COMMIT")
        self.close()

"""What a process that builds again and again remembers of each file, as it is, and nothing else has to read again."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Any, TypeVar

from guides_api.catalogue.memory import Memory, Wanted

Value = TypeVar("Value")


class LastingMemory(Memory):
    """Remembers the values of the last reading, and asks another memory for those that it lacks.

    `settled` are the files that have not changed since: nobody has to read them again.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[Sequence[bytes | str], tuple[Any, Any]]] = {}
        self._used = set[str]()
        self.behind = Memory()
        self.settled: Container[str] = ()

    def proven(self, wanted: Sequence[Wanted[Value]]) -> Iterator[tuple[Value, Any]]:
        """Yield what is known and still right, and have the rest made."""
        self._used.update(item.name for item in wanted)
        missing = [item for item in wanted if not self._holds(item)]
        for item, found in zip(missing, self.behind.proven(missing), strict=True):
            self._known[item.name] = item.made_from, found
        return (self._known[item.name][1] for item in wanted)

    def raw(self, path: str) -> bytes | None:
        """Return what a file of `settled` was made from."""
        made_from, _ = self._known.get(path, ((), ())) if path in self.settled else ((), ())
        return next((part for part in made_from if isinstance(part, bytes)), None)

    def forget_the_rest(self) -> None:
        """Let go of what was not asked for since the last time."""
        for name in self._known.keys() - self._used:
            del self._known[name]
        self._used.clear()

    def _holds(self, item: Wanted[Value]) -> bool:
        made_from, (_, proof) = self._known.get(item.name, ((), (None, None)))
        return made_from == item.made_from and item.holds(proof)

"""What is remembered from one reading of a project to the next: here, nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Wanted(Generic[Value]):
    """A value under a name of its own, which depends on `made_from` and on what its proof tells.

    `make` gives the value with its proof, which `holds` judges in a later reading.
    """

    name: str
    made_from: Sequence[bytes | str]
    make: Callable[[], tuple[Value, Any]]
    holds: Callable[[Any], bool]


class Memory:
    """Works every value out. One that remembers gives the same: it compares all that a value was made from."""

    def values(self, wanted: Sequence[Wanted[Value]]) -> Iterator[Value]:
        """Yield values, in their order. None may depend on what making another one changes."""
        return (value for value, _ in self.proven(wanted))

    def proven(self, wanted: Sequence[Wanted[Value]]) -> Iterable[tuple[Value, Any]]:
        """Yield each value with its proof."""
        return (item.make() for item in wanted)

    def raw(self, path: str) -> bytes | None:  # noqa: ARG002
        """Return the bytes of a file that is known not to have changed since it was last read; None of any other."""
        return None

    def forget_the_rest(self) -> None:
        """Let go of what was not asked for since the last time."""

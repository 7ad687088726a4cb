"""YAML values that remember where they were written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from guides_api.catalogue.problems import Place

Plain: TypeAlias = "str | bool | list[Plain] | dict[str, Plain] | None"
Path: TypeAlias = "tuple[str | int, ...]"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, true, false or null."""

    place: Place
    value: str | bool | None

    def __reduce__(self) -> tuple[type[Scalar], tuple[object, ...]]:
        """Pickle in the quickest way: a guide has twenty of these, and a build reads those of the last one."""
        return Scalar, (self.place, self.value)

    @property
    def plain(self) -> Plain:
        """The value without its place."""
        return self.value


@dataclass(frozen=True, slots=True)
class Items:
    """A YAML list."""

    place: Place
    items: tuple[Node, ...]

    @property
    def plain(self) -> Plain:
        """The list without its places."""
        return [item.plain for item in self.items]


@dataclass(frozen=True, slots=True)
class Entries:
    """A YAML mapping, its keys in the order written."""

    place: Place
    entries: tuple[tuple[Scalar, Node], ...]

    @property
    def plain(self) -> Plain:
        """The mapping without its places."""
        return {str(key.value): value.plain for key, value in self.entries}

    def get(self, key: str) -> Node | None:
        """Return the value written under key, if it is there."""
        return next((value for written, value in self.entries if written.value == key), None)

    def key(self, key: str) -> Scalar | None:
        """Return the key itself as written, for problems about the key rather than its value."""
        return next((written for written, _ in self.entries if written.value == key), None)


Node: TypeAlias = "Scalar | Items | Entries"


def child(node: Node, step: str | int) -> Node | None:
    """Return the node one step below, or None where the step leads nowhere."""
    if isinstance(node, Entries) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def nearest(node: Node, path: Sequence[str | int]) -> Node:
    """Return the node at path, or the last one that exists on the way there."""
    for step in path:
        below = child(node, step)
        if below is None:
            return node
        node = below
    return node


def place_of(node: Node, path: Sequence[str | int]) -> Place:
    """Return where the value at path stands; where it is empty, or a list or keys on lines of their own, its key."""
    above = nearest(node, path[:-1])
    if path and isinstance(above, Entries) and isinstance(path[-1], str):
        key, value = above.key(path[-1]), above.get(path[-1])
        if key is not None and (value is None or value.place.line == 0 or not _written(value) or _is_below(value, key)):
            return key.place
    return nearest(node, path).place


def _written(node: Node) -> bool:
    return not (isinstance(node, Scalar) and node.value is None)


def _is_below(node: Node, key: Scalar) -> bool:
    return not isinstance(node, Scalar) and node.place.line > key.place.line

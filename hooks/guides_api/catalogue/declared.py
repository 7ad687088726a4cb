"""Which ids exist, those of malformed records included, so that one mistake does not pass for ten."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from guides_api.catalogue.nodes import Node, Scalar, child

_NAMED_BY_GUIDES = ("bundles", "apis")


@dataclass(slots=True)
class Declared:
    """The ids of each kind as they are written; of an incomplete kind, some could not be read."""

    ids: dict[str, set[str]] = field(default_factory=dict)
    incomplete: set[str] = field(default_factory=set)
    titles: dict[str, str] = field(default_factory=dict)  # of APIs and bundles, to their ids

    def note(self, kind: str, node: Node) -> None:
        """Note the id written for a record, and the title that guides may name it by."""
        identifier, title = child(node, "id"), child(node, "title") or child(node, "name")
        if isinstance(identifier, Scalar) and isinstance(identifier.value, str):
            self.ids[kind].add(identifier.value)
            if kind in _NAMED_BY_GUIDES and isinstance(title, Scalar):
                self.titles[str(title.value)] = identifier.value

    def add(self, kind: str, ids: Iterable[str]) -> None:
        """Add ids to a kind, which exists from then on."""
        self.ids.setdefault(kind, set()).update(ids)

    def named_by_guides(self) -> Mapping[str, str]:
        """Return what a guide's `api` list may hold, titles and ids, each with the id that it stands for."""
        return self.titles | {name: name for kind in _NAMED_BY_GUIDES for name in self.ids[kind]}

    @property
    def all_named(self) -> bool:
        """Whether every API and bundle could be read."""
        return self.incomplete.isdisjoint(_NAMED_BY_GUIDES)

    def complete(self) -> Mapping[str, frozenset[str]]:
        """Return the ids of the kinds that could be read whole."""
        return MappingProxyType({kind: frozenset(ids) for kind, ids in self.ids.items() if kind not in self.incomplete})

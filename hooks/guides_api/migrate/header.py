"""Anybody's front matter: what each key was given, and where."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Kind(enum.Enum):
    """What a value is for YAML."""

    TEXT = "un texte"
    FLAG = "oui ou non"
    NUMBER = "un nombre"
    DAY = "une date"
    NOTHING = "rien"
    LIST = "une liste"
    MAPPING = "une suite de clés"


@dataclass(frozen=True, slots=True)
class Value:
    """A value: `text` is a scalar's, without its quotes; `items` are a list's, or the values of a mapping."""

    kind: Kind
    text: str
    line: int
    items: tuple[Value, ...] = ()
    comment: str = ""

    @property
    def flag(self) -> bool | None:
        """Whether it says yes or no, None where it says neither."""
        return self.text.lower() in ("true", "yes", "on", "y") if self.kind is Kind.FLAG else None


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value; `comment` stands beside the key or its value, `line` is the key's."""

    key: str
    line: int
    value: Value
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What kept a header from being read whole: the rule that it breaks."""

    rule: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Header:
    """The front matter of a file, as far as it could be read; `lines` are those between its fences."""

    entries: tuple[Entry, ...] = ()
    lines: tuple[str, ...] = ()
    first_line: int = 0
    troubles: tuple[Trouble, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether all of it was read as it is written, and none guessed."""
        return not any(trouble.rule == "entete-illisible" for trouble in self.troubles)

    def get(self, key: str) -> Entry | None:
        """Return what a key was given, the last time where it was given several, as YAML readers do."""
        return next((entry for entry in reversed(self.entries) if entry.key == key), None)

    def text(self, key: str) -> str:
        """Return the text of a key, empty where it has none."""
        entry = self.get(key)
        return entry.value.text if entry and entry.value.kind not in (Kind.LIST, Kind.MAPPING, Kind.NOTHING) else ""

    def values(self, key: str) -> tuple[Value, ...]:
        """Return the values of a list, or the only value of a key, none where it has none."""
        entry = self.get(key)
        if entry is None or entry.value.kind is Kind.NOTHING:
            return ()
        return entry.value.items if entry.value.kind is Kind.LIST else (entry.value,)

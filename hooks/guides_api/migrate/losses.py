"""What became of somebody's guides when they were brought here: what is lost, and what was changed on the way."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from guides_api.catalogue.fields import Slug
from guides_api.catalogue.problems import visible
from guides_api.catalogue.records import Part, Record
from guides_api.catalogue.shipped import shipped

FILE = Path(__file__).with_name("losses.yaml")


class Kind(enum.StrEnum):
    """A loss is for a person to look at; a change says the same thing otherwise."""

    LOSS = "perte"
    CHANGE = "changement"


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """One thing that is not as it was, by the file and the line that it had; line 0 is a file as a whole."""

    path: str
    line: int
    kind: Kind
    rule: str
    message: str


class Explained(Part):
    """What the notes of one name mean, and what is left to do, for the person who imports; `mend` is Markdown."""

    id: Slug
    title: str
    means: str
    mend: str


class _Explanations(Record):
    notes: tuple[Explained, ...]


@cache
def explanations() -> Mapping[str, Explained]:
    """Return what notes mean, by their names: those that no other rule has, or that it has for something else."""
    return {item.id: item for item in shipped(_Explanations, FILE).notes}


def lost(notes: Iterable[Note]) -> list[Note]:
    """Return the losses among notes."""
    return [note for note in notes if note.kind is Kind.LOSS]


def report(notes: Sequence[Note], targets: dict[str, str]) -> Iterator[str]:
    """Yield the lines of a report for people: losses first, then changes, each by file and line.

    `targets` are the files that guides became, by their own.
    """
    for kind, title, nothing in (
        (Kind.LOSS, "Ce qui n’a pas pu être repris, et reste à faire", "Rien : tout a été repris."),
        (Kind.CHANGE, "Ce qui a été changé", "Rien : les fichiers étaient déjà comme il faut."),
    ):
        yield title
        yield "=" * len(title)
        of_kind = [note for note in notes if note.kind is kind]
        if not of_kind:
            yield f"\n{nothing}"
        for path, of_file in groupby(of_kind, key=lambda note: note.path):
            yield f"\n{visible(path)}{f' -> {targets[path]}' if path in targets else ''}"
            for note in of_file:
                place = f"ligne {note.line}" if note.line else "le fichier"
                yield f"  {place} : {note.message} [{note.rule}]"
        yield ""

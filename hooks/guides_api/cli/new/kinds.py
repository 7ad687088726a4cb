"""What a kind of thing to add is, and what its questions have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.fields import slugified
from guides_api.cli import clock
from guides_api.cli.change import Change
from guides_api.cli.new.questions import Answers, Question


@dataclass(frozen=True, slots=True)
class Kind:
    """Something that a contributor may add.

    `change` returns the change of one file that adds what the answers say; it raises ValueError, in French, where that
    can't be.
    """

    name: str
    help: str
    questions: tuple[Question, ...]
    change: Callable[[Path, Catalogue, Answers], Change]


def slug_of(name: str) -> Callable[[Answers], str]:
    """Return what suggests an id made of the words of another answer."""
    return lambda answers: slugified(answers[name][0])


def today(_answers: Answers) -> str:
    """Suggest the day where the contributor is."""
    return clock.today().isoformat()


def ids(kind: str) -> Callable[[Catalogue, Answers], Mapping[str, str]]:
    """Return what tells the ids of a collection, each with the name of its record."""

    def told(catalogue: Catalogue, _answers: Answers) -> Mapping[str, str]:
        return {identifier: named(record) for identifier, record in getattr(catalogue, kind).items()}

    return told


def named(record: object) -> str:
    """Return what people call a record."""
    return next(str(getattr(record, key)) for key in ("name", "title", "label", "short") if hasattr(record, key))


def one(answers: Answers, name: str) -> str | None:
    """Return the answer to a question of one value, None where it was left out."""
    return answers[name][0] if answers[name] else None


def without_gaps(record: Mapping[str, object]) -> dict[str, object]:
    """Return a record without what was left out."""
    return {key: value for key, value in record.items() if value not in (None, (), {})}

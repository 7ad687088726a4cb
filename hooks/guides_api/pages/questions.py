"""What a page asked of the catalogue, so that a later build may tell whether the answers are still the same."""

from __future__ import annotations

import inspect
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, ValuesView
from functools import lru_cache, partial
from typing import NamedTuple, TypeVar, cast

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.digests import digest

Made = TypeVar("Made")

_PLAIN = (str, int, type(None))


class Question(NamedTuple):
    """An attribute of the catalogue: all of it, what it holds at a key, or what it returns when called."""

    name: str
    key: str | None = None
    arguments: tuple[object, ...] | None = None

    def asked_of(self, catalogue: Catalogue) -> object:
        """Return the answer."""
        value = getattr(catalogue, self.name)
        if self.arguments is not None:
            return value(*self.arguments)
        if self.key is None:
            return list(value.items()) if isinstance(value, Mapping) else value
        return value.get(self.key) if isinstance(value, Mapping) else self.key in value


Proof = list[tuple[Question, bytes]]


class Answers:
    """What stands for the answers of one catalogue, each worked out once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._known: dict[Question, bytes] = {}

    def __getitem__(self, question: Question) -> bytes:
        """Return it for a question that a page asked, now or in an earlier build."""
        if question not in self._known:
            self._known[question] = digest(question.asked_of(self.catalogue))
        return self._known[question]

    def to(self, asked: Iterable[Question]) -> Proof:
        """Return what stands for the answers to questions."""
        return [(question, self[question]) for question in sorted(asked, key=repr)]

    def hold(self, proof: Proof) -> bool:
        """Tell whether answers are what they were."""
        known = self._known
        return all((known.get(question) or self[question]) == answer for question, answer in proof)


def questioned(catalogue: Catalogue) -> tuple[Catalogue, set[Question]]:
    """Return a catalogue that gives the same answers, and the set in which each question is noted."""
    asked: set[Question] = set()
    return cast("Catalogue", _Questioned(catalogue, asked)), asked


def worked_out_once(catalogue: Catalogue, name: str, make: Callable[[Catalogue], Made]) -> Made:
    """Return what a catalogue gives under a name, made once for all who ask for it: each asks what making it asks."""
    whoever: object = catalogue
    itself, asked = (whoever._catalogue, whoever._asked) if isinstance(whoever, _Questioned) else (catalogue, set())  # noqa: SLF001
    made = _made_of(itself)
    if name not in made:
        questioner, questions = questioned(itself)
        made[name] = make(questioner), questions
    value, questions = made[name]
    asked |= questions
    return cast("Made", value)


@lru_cache(maxsize=1)
def _made_of(_catalogue: Catalogue) -> dict[str, tuple[object, set[Question]]]:
    return {}


class _Questioned:
    """Notes what is asked of a catalogue."""

    def __init__(self, catalogue: Catalogue, asked: set[Question]) -> None:
        self._catalogue, self._asked = catalogue, asked

    def __getattr__(self, name: str) -> object:
        found = vars(self)[name] = self._noting(name)  # which is not asked for again
        return found

    def _noting(self, name: str) -> object:
        if inspect.isfunction(method := getattr(Catalogue, name, None)):
            return partial(self._called, name, method)
        value = getattr(self._catalogue, name)
        if isinstance(value, Mapping):
            return _QuestionedMapping(name, value, self._asked)
        if isinstance(value, frozenset):
            return _QuestionedSet(name, value, self._asked)
        self._asked.add(Question(name))
        return value

    def _called(self, name: str, method: Callable[..., object], *arguments: object, **named: object) -> object:
        """Call a method; one that is given records, or gives them one by one, asks in its turn."""
        plain = not named and all(isinstance(argument, _PLAIN) for argument in arguments)
        if not plain or inspect.isgeneratorfunction(method):
            return method(self, *arguments, **named)
        self._asked.add(Question(name, arguments=arguments))
        return method(self._catalogue, *arguments)


class _QuestionedMapping(Mapping[str, object]):
    def __init__(self, name: str, values: Mapping[str, object], asked: set[Question]) -> None:
        self._name, self._values, self._asked = name, values, asked

    def __getitem__(self, key: str) -> object:
        self._asked.add(Question(self._name, key))
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def items(self) -> ItemsView[str, object]:
        return self._whole().items()

    def values(self) -> ValuesView[object]:
        return self._whole().values()

    def _whole(self) -> Mapping[str, object]:
        self._asked.add(Question(self._name))
        return self._values


class _QuestionedSet:
    def __init__(self, name: str, values: frozenset[str], asked: set[Question]) -> None:
        self._name, self._values, self._asked = name, values, asked

    def __contains__(self, value: str) -> bool:
        self._asked.add(Question(self._name, value))
        return value in self._values

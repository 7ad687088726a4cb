"""Every field that a contribution can carry, found from the models: a new field is tried without a line here."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from guides_api.catalogue.fields import Ref
from guides_api.catalogue.legal import Legal
from guides_api.catalogue.listing import LISTED
from guides_api.catalogue.marks import Named
from guides_api.catalogue.models import Api
from guides_api.catalogue.nodes import Path
from guides_api.catalogue.records import Record
from guides_api.catalogue.shapes import written_keys
from guides_api.catalogue.site import Site
from guides_api.catalogue.written import Guide, News, Page


class Kind(enum.Enum):
    """What a field lets through, told by what it accepts and not by its name."""

    WORDS = "words"  # any sentence
    ADDRESS = "address"  # https and nothing else
    ROOT = "root"  # the same, to which paths are added
    EMAIL = "email"
    PHRASE = "phrase"  # words with no sign
    CLOSED = "closed"  # ids, dates, numbers: nothing that a person words


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text of a record: its steps from the record (« * » for any item of a list), and what checks it."""

    steps: Path
    type: Any
    names: str = ""  # the kind of records that it must be an id of

    @property
    def kind(self) -> Kind:
        return Kind.CLOSED if self.names else _kind(self.type)

    def accepts(self, text: str) -> bool:
        return kept(self.type, text) is not None

    def kept(self, text: str) -> object:
        """Return what the field makes of a text, None where it refuses it."""
        return kept(self.type, text)


FILES: Mapping[str, type[Record]] = {
    "data/site.yaml": Site,
    "data/legal.yaml": Legal,
    **{f"data/{name}.yaml": model for name, model in LISTED.items()},
    "content/api/organisme/donnee-exemple.md": Api,
    "content/api/organisme/donnee-deux.md": Api,
    "content/api/organisme/donnee-trois.md": Api,
    "content/guides/aide-exemple.md": Guide,
    "content/actualites/2026-08-31-exemple.md": News,
    "content/index.md": Page,
}


def kept(checked: Any, text: str) -> object:  # noqa: ANN401  any annotation of a field
    """Return what a field makes of a text, None where it refuses it."""
    try:
        return _adapter(checked).validate_python(text)
    except ValidationError:
        return None


@cache
def _adapter(checked: Any) -> TypeAdapter[Any]:  # noqa: ANN401
    return TypeAdapter(checked)


@cache
def _kind(checked: Any) -> Kind:  # noqa: ANN401
    for kind, sample in (
        (Kind.WORDS, "Un « mot » [x](y) & l'autre = 1 !"),
        (Kind.ADDRESS, "https://example.org/a(b)"),
        (Kind.ROOT, "https://example.org/a"),
        (Kind.EMAIL, "a@example.org"),
        (Kind.PHRASE, "un mot … autre"),
    ):
        if kept(checked, sample) is not None:
            return kind
    return Kind.CLOSED


@cache
def leaves(model: type[BaseModel]) -> tuple[Leaf, ...]:
    """Return every text that a record of a model can hold."""
    return tuple(_in_model(model, ()))


def _in_model(model: type[BaseModel], steps: Path) -> Iterator[Leaf]:
    for name in written_keys(model):
        field = model.model_fields[name]
        yield from _in(field.annotation, tuple(field.metadata), (*steps, name))


def _in(annotation: Any, metadata: tuple[Any, ...], steps: Path) -> Iterator[Leaf]:  # noqa: ANN401
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        yield from _in(inner, (*metadata, *marks), steps)
    elif origin in (Union, UnionType):
        for option in get_args(annotation):
            if option is not NoneType:
                yield from _in(option, metadata, steps)
    elif origin is tuple:
        yield from _in(get_args(annotation)[0], (), (*steps, "*"))
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _in_model(annotation, steps)
    elif annotation is str:
        marks = [item for item in metadata if isinstance(item, Ref | Named)]
        names = next((mark.kind for mark in marks if isinstance(mark, Ref) or mark.closed), "")
        yield Leaf(steps, Annotated[str, *metadata] if metadata else str, names)

"""The French words for every field that people write: editors of text show them, and tables are made of them.

They stand together in described.yaml, so that somebody who writes French mends them without reading Python.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from guides_api.catalogue.fields import Sentence, Title
from guides_api.catalogue.listing import DEFAULTS
from guides_api.catalogue.records import Part
from guides_api.catalogue.shapes import written_keys
from guides_api.catalogue.sources import Reader

FILE = Path(__file__).with_suffix(".yaml")


class Words(Part):
    """What a field is called and means; `example` is a value that it may hold, absent where it holds parts."""

    title: Title
    description: Sentence
    example: Any = None


class Described(Part):
    """What described.yaml holds, by the names of models and enums (« editors.Editor »)."""

    fields: Mapping[str, Mapping[str, Words]]
    values: Mapping[str, Mapping[str, Sentence]]


@cache
def described() -> Described:
    """Return all the words. Raises ValueError where the file is malformed: it ships with the code."""
    reader = Reader(FILE.parent)
    tree = reader.yaml(FILE.name)
    if tree is None or reader.problems:
        raise ValueError("\n".join(map(str, reader.problems)))
    return Described.model_validate(tree.plain)


def words(model: type[BaseModel], key: str) -> Words:
    """Return the words for a model's field, or for the field of a parent that it takes over."""
    fields = described().fields
    for parent in model.__mro__:
        found = fields.get(name_of(parent), {}).get(key)
        if found is not None:
            return found
    message = f"described.yaml says nothing of {name_of(model)}.{key}"
    raise KeyError(message)


def keys_in_order(model: type[BaseModel]) -> list[str]:
    """Return the keys that a person may write in a record, those that its file may hold for all at the end."""
    return sorted(written_keys(model), key=DEFAULTS.__contains__)


def meanings(values: type[enum.Enum]) -> tuple[str, ...]:
    """Return what each value of an enum means, in its order."""
    said = described().values[name_of(values)]
    return tuple(said[value.value] for value in values)


def name_of(kind: type) -> str:
    """Return the name that described.yaml knows a class by: its module's and its own."""
    return f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}"

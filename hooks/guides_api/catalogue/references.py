"""Every field that holds another record's id, found from the models' own annotations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, get_args, get_origin

from pydantic import BaseModel

from guides_api.catalogue.fields import Ref
from guides_api.catalogue.nodes import Path


def references(part: BaseModel) -> Iterator[tuple[Path, str, str]]:
    """Yield the path, the kind and the id of every reference in a record."""
    for name, kind in _fields(type(part)):
        yield from _values(getattr(part, name), (name,), kind)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    found = []
    for name, field in model.model_fields.items():
        kinds = [item.kind for item in field.metadata if isinstance(item, Ref)] or list(_kinds(field.annotation))
        if kinds or _holds_models(field.annotation):
            found.append((name, kinds[0] if kinds else ""))
    return tuple(found)


def _values(value: object, path: Path, kind: str) -> Iterator[tuple[Path, str, str]]:
    if isinstance(value, BaseModel):
        for below, below_kind, identifier in references(value):
            yield (*path, *below), below_kind, identifier
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _values(item, (*path, index), kind)
    elif kind and isinstance(value, str):
        yield path, kind, value


def _kinds(annotation: object) -> Iterator[str]:
    if get_origin(annotation) is Annotated:
        yield from (item.kind for item in get_args(annotation)[1:] if isinstance(item, Ref))
    for argument in get_args(annotation):
        yield from _kinds(argument)


def _holds_models(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(map(_holds_models, get_args(annotation)))

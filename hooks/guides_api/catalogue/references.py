"""Every field that holds another record's id, found from the models' own annotations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, get_args, get_origin

from pydantic import BaseModel

from guides_api.catalogue.fields import Ref
from guides_api.catalogue.nodes import Path, Plain


def references(part: BaseModel) -> Iterator[tuple[Path, str, str]]:
    """Yield the path, the kind and the id of every reference in a record."""
    for name, kind in _fields(type(part)):
        yield from _values(getattr(part, name), (name,), kind)


def written_references(model: type[BaseModel], written: Plain) -> Iterator[tuple[Path, str, str]]:
    """Yield the same from what is written for a record that its model refuses."""
    if isinstance(written, dict):
        for name, kind in _fields(model):
            parts = tuple(models_in(model.model_fields[name].annotation))
            yield from _written_values(written.get(name), (name,), kind, parts)


def _written_values(
    written: Plain, path: Path, kind: str, parts: tuple[type[BaseModel], ...]
) -> Iterator[tuple[Path, str, str]]:
    if isinstance(written, list):
        for index, item in enumerate(written):
            yield from _written_values(item, (*path, index), kind, parts)
    elif isinstance(written, dict):
        for part in parts:
            for below, below_kind, identifier in written_references(part, written):
                yield (*path, *below), below_kind, identifier
    elif kind and isinstance(written, str):
        yield path, kind, written


def reference_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of a model that hold ids, or parts that may."""
    return tuple(name for name, _ in _fields(model))


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    found = []
    for name, field in model.model_fields.items():
        kinds = [item.kind for item in field.metadata if isinstance(item, Ref)] or list(_kinds(field.annotation))
        if kinds or any(models_in(field.annotation)):
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


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the models that an annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)

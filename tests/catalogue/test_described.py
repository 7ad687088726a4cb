"""Every field that people write has its French words, once, and no word is left over."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import BaseModel
from tests.catalogue.french import assert_french

from guides_api.catalogue.described import described, meanings, name_of, words
from guides_api.catalogue.listing import LISTED
from guides_api.catalogue.references import models_in
from guides_api.catalogue.schemas import FRONT_MATTER, WHOLE
from guides_api.catalogue.shapes import written_keys


def below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for field in model.model_fields.values():
        for part in models_in(field.annotation):
            yield from below(part)


def enums_in(annotation: object) -> Iterator[type[enum.Enum]]:
    if isinstance(annotation, type) and issubclass(annotation, enum.Enum):
        yield annotation
    for argument in get_args(annotation):
        yield from enums_in(argument)


MODELS = {part for model in (*LISTED.values(), *WHOLE.values(), *FRONT_MATTER.values()) for part in below(model)}
FIELDS = [(model, key) for model in sorted(MODELS, key=name_of) for key in written_keys(model)]
ENUMS = {kind for model, key in FIELDS for kind in enums_in(model.model_fields[key].annotation)}


@pytest.mark.parametrize(("model", "key"), FIELDS, ids=[f"{name_of(model)}.{key}" for model, key in FIELDS])
def test_a_field_is_described(model: type[BaseModel], key: str) -> None:
    said = words(model, key)
    assert_french(f"{said.title} : {said.description}")
    assert said.description[-1] == "."
    holds_parts = any(models_in(model.model_fields[key].annotation))
    assert said.example is not None or holds_parts


def test_every_value_of_a_choice_is_described() -> None:
    assert {name_of(kind) for kind in ENUMS} == set(described().values)
    for kind in ENUMS:
        assert len(meanings(kind)) == len(kind)
        assert set(described().values[name_of(kind)]) == {value.value for value in kind}


def test_no_word_is_left_over() -> None:
    parents = (parent for model in MODELS for parent in model.__mro__ if issubclass(parent, BaseModel))
    named = {name_of(parent): parent for parent in parents}
    for name, fields in described().fields.items():
        assert set(fields) <= set(named[name].model_fields), name
        assert fields, name

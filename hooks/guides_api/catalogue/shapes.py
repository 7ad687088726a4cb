"""From a tree to a record, and from what pydantic refuses to French problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from guides_api.catalogue.documents import Document
from guides_api.catalogue.models import Record
from guides_api.catalogue.nodes import Entries, Path, Plain, nearest
from guides_api.catalogue.problems import Problem, did_you_mean

SomeRecord = TypeVar("SomeRecord", bound=Record)

# Error types of pydantic that our models can meet; a test reads the models and refuses a gap.
MESSAGES = {
    "string_type": "un texte est attendu, « {received} » reçu.",
    "tuple_type": "une liste est attendue (une ligne « - … » par valeur), « {received} » reçu.",
    "bool_type": "true ou false est attendu, « {received} » reçu.",
    "date_type": "une date est attendue, comme 2026-08-31, « {received} » reçu.",
    "date_from_datetime_parsing": "une date est attendue, comme 2026-08-31, « {received} » reçu.",
    "model_type": "des lignes « clé: valeur » sont attendues, « {received} » reçu.",
    "too_short": "au moins une valeur est attendue.",
}
_SHOWN = 60


def shaped(
    model: type[SomeRecord],
    document: Document,
    path: Path = (),
    around: Mapping[str, Plain | int] | None = None,
) -> tuple[SomeRecord | None, list[Problem]]:
    """Return the record written at path and no problem, or None and every problem of its shape.

    `around` holds values that don't stand in the record itself: its file's defaults, which what is written overrides,
    and what the loader alone knows (a page's path and body), which nobody may write.
    """
    node = nearest(document.root, path)
    if not isinstance(node, Entries):
        return None, [document.problem("cles-attendues", "des lignes « clé: valeur » sont attendues ici.", path)]
    written = {str(key.value): value.plain for key, value in node.entries}
    reserved = [key for key in written if key in model.model_fields and key not in written_keys(model)]
    problems = [_unknown_key(model, document, (*path, key)) for key in reserved]
    try:
        record = model.model_validate({**written, **{k: v for k, v in (around or {}).items() if not written.get(k)}})
    except ValidationError as refused:
        return None, problems + [_problem(model, document, path, error) for error in refused.errors()]
    record.read_from(document, path)
    return (None if problems else record), problems


def _problem(model: type[BaseModel], document: Document, path: Path, error: ErrorDetails) -> Problem:
    at = (*path, *error["loc"])
    received, kind = _shown(error["input"]), error["type"]
    if kind == "extra_forbidden":
        return _unknown_key(_model_at(model, error["loc"][:-1]), document, at)
    if kind == "missing":
        return document.problem(
            "cle-manquante", f"la clé « {at[-1]} » manque.", at, remedy=f"Ajoutez une ligne « {at[-1]}: … »."
        )
    if kind == "enum":
        values = tuple(value.strip("' ") for value in str(error["ctx"]["expected"]).replace(" or ", ",").split(","))
        message = f"« {received} » n’est pas une valeur de « {at[-1]} »."
        return document.problem("valeur", message, at, accepted=values, remedy=did_you_mean(received, values))
    if kind in MESSAGES:
        message = f"« {_key(at)} » : {MESSAGES[kind].format(received=received)}"
        return document.problem("type", message, at)
    return document.problem(kind, f"« {_key(at)} » : {error['msg']}", at)


def _unknown_key(model: type[BaseModel], document: Document, at: Path) -> Problem:
    keys, wrong = tuple(written_keys(model)), str(at[-1])
    message = f"clé « {wrong} » inconnue."
    return document.problem("cle-inconnue", message, at, accepted=keys, remedy=did_you_mean(wrong, keys))


def written_keys(model: type[BaseModel]) -> list[str]:
    """Return the keys that a person may write in a record, in the models' order."""
    return [name for name, field in model.model_fields.items() if not field.exclude]


def _key(at: Path) -> str:
    return next((str(step) for step in reversed(at) if isinstance(step, str)), "")


def _shown(value: object) -> str:
    if value is None:
        return "vide"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "des clés"
    if isinstance(value, list):
        return "une liste"
    return str(value)[:_SHOWN]


def _model_at(model: type[BaseModel], loc: Path) -> type[BaseModel]:
    for step in loc:
        if isinstance(step, str) and step in model.model_fields:
            model = next(_models_in(model.model_fields[step].annotation), model)
    return model


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)

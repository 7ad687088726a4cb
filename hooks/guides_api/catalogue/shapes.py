"""From a tree to a record, and from what pydantic refuses to French problems."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from guides_api.catalogue.datapass import form_in
from guides_api.catalogue.documents import Document
from guides_api.catalogue.letters import hidden
from guides_api.catalogue.nodes import Entries, Path, Plain, nearest
from guides_api.catalogue.problems import Problem, did_you_mean
from guides_api.catalogue.records import Record
from guides_api.catalogue.references import models_in, reference_fields

SomeRecord = TypeVar("SomeRecord", bound=Record)

# Error types of pydantic that our models can meet; a test reads the models and refuses a gap.
MESSAGES = {
    "string_type": "un texte est attendu, {received}.",
    "tuple_type": "une liste est attendue (une ligne « - … » par valeur, ou [] s’il n’y en a pas), {received}.",
    "bool_type": "true (oui) ou false (non) est attendu, sans majuscule ni guillemets, {received}.",
    "date_type": "une date est attendue, comme 2026-08-31, {received}.",
    "model_type": "des lignes « clé: valeur » sont attendues, {received}.",
    "too_short": "au moins une valeur est attendue.",
}
_REMEDIES = {bool: "Mettez-le entre guillemets si c’est bien un texte.", type(None): "Complétez la ligne."}
_TYPOGRAPHIC_QUOTES = "“”„«‘"
_TOLD = ("caractere-invisible", "lettre-etrangere")  # what hides is in the message already
_BULLETS = ("-", "–", "—", "•", "·", "*")
_SHOWN = 60


def shaped(
    model: type[SomeRecord],
    document: Document,
    path: Path = (),
    around: Mapping[str, Plain | int] | None = None,
) -> tuple[SomeRecord | None, list[Problem]]:
    """Return the record written at path and no problem, or every problem of its shape.

    With problems comes the record without what is wrong in it, where that leaves one: it serves to find the others.
    `around` holds values that don't stand in the record itself: its file's defaults, which what is written overrides,
    and what the loader alone knows (a page's path and body), which nobody may write.
    """
    node = nearest(document.root, path)
    if not isinstance(node, Entries):
        return None, [document.problem("cles-attendues", "des lignes « clé: valeur » sont attendues ici.", path)]
    written = {str(key.value): value.plain for key, value in node.entries}
    if field := _field_below(model, written):
        message = f"ces lignes sont mal placées : elles vont sous « {field} »."
        remedy = "Décalez-les vers la droite, sous cette clé, au niveau de celles qui s’y trouvent déjà."
        return None, [document.problem("mauvais-niveau", message, path, remedy=remedy)]
    reserved = [key for key in written if key in model.model_fields and key not in written_keys(model)]
    problems = [_unknown_key(model, document, (*path, key)) for key in reserved]
    values: dict[str, Any] = {key: value for key, value in written.items() if key not in reserved}
    values |= {key: value for key, value in (around or {}).items() if not values.get(key)}
    record: SomeRecord | None
    try:
        record = model.model_validate(values)
    except ValidationError as refused:
        errors = [error for error in refused.errors() if not _follows_from_another(error)]
        problems += [_problem(model, document, path, error) for error in errors]
        record = _mended(model, values, errors)
    if record:
        record.read_from(document, path)
    return record, problems


def _field_below(model: type[BaseModel], written: Mapping[str, Plain]) -> str:
    """Return the field that all these keys belong under, where the record itself does not know some of them."""
    if set(written) <= set(written_keys(model)):
        return ""
    parts = ((name, part) for name, field in model.model_fields.items() for part in models_in(field.annotation))
    return next((name for name, part in parts if len(written) > 1 and set(written) <= set(written_keys(part))), "")


def _mended(model: type[SomeRecord], values: dict[str, Any], errors: list[ErrorDetails]) -> SomeRecord | None:
    """Return the record without its unknown keys and wrong optional values.

    None where an id may be among them: what is said of a record that lacks an id would only confuse.
    """
    values = deepcopy(values)
    for error in errors:
        *above, wrong = error["loc"]
        part = _model_at(model, tuple(above))
        unknown = error["type"] == "extra_forbidden"
        meant = did_you_mean(str(wrong), written_keys(part)) if unknown else f"« {wrong} »"
        if (above and not unknown) or any(f"« {name} »" in meant for name in reference_fields(part)):
            return None
        holder: Any = values
        for step in above:
            holder = holder[step]
        holder.pop(wrong, None)
    try:
        return model.model_validate(values)
    except ValidationError:
        return None


def _follows_from_another(error: ErrorDetails) -> bool:
    """Tell whether a list is called too short only because what it holds was refused."""
    return error["type"] == "too_short" and bool(error["input"])


def _problem(model: type[BaseModel], document: Document, path: Path, error: ErrorDetails) -> Problem:
    at = (*path, *error["loc"])
    received, kind = error["input"], error["type"]
    if kind == "extra_forbidden":
        return _unknown_key(_model_at(model, error["loc"][:-1]), document, at)
    if kind == "missing":
        return document.problem(
            "cle-manquante", f"la clé « {at[-1]} » manque.", at, remedy=f"Ajoutez une ligne « {at[-1]}: … »."
        )
    if kind == "enum":
        values = expected_values(error)
        remedy = did_you_mean(str(received), values) or _about(received)
        message = f"« {at[-1]} » : une des valeurs possibles est attendue, {_shown(received)}."
        return document.problem("valeur", message, at, accepted=values, remedy=remedy)
    if kind in MESSAGES:
        message = f"« {_key(at)} » : {MESSAGES[kind].format(received=_shown(received))}"
        remedy = _REMEDIES.get(type(received), "") if kind == "string_type" else ""
        return document.problem("type", message, at, remedy=remedy or _about(received))
    return document.problem(kind, f"« {_key(at)} » : {error['msg']}", at, remedy=remedy_of(kind, received))


def remedy_of(kind: str, received: object) -> str:
    """Return how to mend a value that was refused, empty where the kind of refusal tells enough."""
    return "" if kind in _TOLD else _about(received)


def _about(received: object) -> str:
    """Return how to mend a value that looks right to who wrote it."""
    if not isinstance(received, str):
        return ""
    if received.startswith(tuple(_TYPOGRAPHIC_QUOTES)):
        return 'Retirez les guillemets, ou employez des guillemets droits ("…").'
    if received.startswith(_BULLETS) and not hidden(received):
        return "Commencez la ligne par un trait d’union et une espace : « - … »."
    if form := form_in(received):
        return f"C’est une adresse : n’en gardez que « {form} »."
    return hidden(received)


def expected_values(error: ErrorDetails) -> tuple[str, ...]:
    """Return what an enum accepts, from what pydantic says of it: « 'a', 'b' or 'c' »."""
    return tuple(value.strip("' ") for value in str(error["ctx"]["expected"]).replace(" or ", ",").split(","))


def _unknown_key(model: type[BaseModel], document: Document, at: Path) -> Problem:
    keys, wrong = written_keys(model), str(at[-1])
    message = f"clé « {wrong} » inconnue."
    return document.problem(
        "cle-inconnue", message, at, accepted=keys, remedy=hidden(wrong) or did_you_mean(wrong, keys)
    )


@cache
def written_keys(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys that a person may write in a record, in the models' order, the rarest at the end."""
    names = (name for name, field in model.model_fields.items() if not field.exclude)
    return tuple(sorted(names, key="aliases".__eq__))


def _key(at: Path) -> str:
    return next((str(step) for step in reversed(at) if isinstance(step, str)), "")


def _shown(value: object) -> str:
    if value is None:
        return "or rien n’est écrit"
    if isinstance(value, bool):
        return f"et non {'true' if value else 'false'}"
    if isinstance(value, dict):
        return "et non des lignes « clé: valeur »"
    if isinstance(value, list):
        return "et non une liste"
    return f"et non « {str(value)[:_SHOWN]} »"


def _model_at(model: type[BaseModel], loc: Path) -> type[BaseModel]:
    for step in loc:
        if isinstance(step, str) and step in model.model_fields:
            model = next(models_in(model.model_fields[step].annotation), model)
    return model

"""The tables of fields in CONTRIBUTING.md, made from the models and from the words that describe them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum

from pydantic import BaseModel

from guides_api.catalogue.described import keys_in_order, meanings, words
from guides_api.catalogue.editors import Editor
from guides_api.catalogue.listing import DEFAULTS, LISTED
from guides_api.catalogue.models import Api, UseCase
from guides_api.catalogue.references import models_in
from guides_api.catalogue.written import Guide, News

# What the page of contributors documents, by the name that its markers give.
DOCUMENTED: Mapping[str, type[BaseModel]] = {
    "editors": Editor,
    "use_cases": UseCase,
    "api": Api,
    "guide": Guide,
    "news": News,
}

_TABLE = re.compile(r"(?<=<!-- champs : )(\w+)( -->\n).*?(?=<!-- fin des champs -->)", re.DOTALL)


def with_tables(text: str) -> str:
    """Return a Markdown text with the tables that its markers ask for; what they hold already is replaced.

    Raises KeyError for a table that does not exist.
    """
    return _TABLE.sub(lambda found: f"{found[1]}{found[2]}\n{field_table(found[1])}\n", text)


def field_table(name: str) -> str:
    """Return the table of a record's fields; those of a part follow the first field that holds one."""
    rows = _rows(DOCUMENTED[name], set(), listed=name in LISTED)
    return "\n".join(["| champ | ce qu’on y met | | exemple |", "|---|---|---|---|", *rows, ""])


def _rows(model: type[BaseModel], told: set[type[BaseModel]], above: str = "", *, listed: bool) -> Iterator[str]:
    for key in keys_in_order(model):
        field, said = model.model_fields[key], words(model, key)
        example = "" if said.example is None else f"`{_written(said.example)}`"
        if field.is_required():
            obligation = "en tête du fichier, ou ici" if listed and key in DEFAULTS else "obligatoire"
        else:
            obligation = f"facultatif, sinon `{_written(field.default)}`" if _shown(field.default) else "facultatif"
        values = _meant(field.annotation)
        yield f"| `{above}{key}` | {said.description}{values} | {obligation} | {example} |"
        for part in models_in(field.annotation):
            if part not in told:
                told.add(part)
                yield from _rows(part, told, f"{above}{key}.", listed=False)


def _meant(annotation: object) -> str:
    """Return what each value of a field means, where there are a few."""
    if not (isinstance(annotation, type) and issubclass(annotation, Enum)):
        return ""
    said = zip(annotation, meanings(annotation), strict=True)
    return "".join(f" `{value.value}` : {meaning}" for value, meaning in said)


def _shown(default: object) -> bool:
    return isinstance(default, bool | str)


def _written(value: object) -> str:
    """Return a value as YAML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"[{', '.join(map(_written, value))}]" if isinstance(value, list) else str(value)

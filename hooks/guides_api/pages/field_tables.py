"""The tables of fields in CONTRIBUTING.md, made from the models and from the words that describe them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from pydantic import BaseModel

from guides_api.catalogue.choices import Choices, example
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


def with_tables(text: str, known: Choices) -> str:
    """Return a Markdown text with the tables that its markers ask for; what they hold already is replaced.

    The examples are taken from what is known. Raises KeyError for a table that does not exist.
    """
    return _TABLE.sub(lambda found: f"{found[1]}{found[2]}\n{field_table(found[1], known)}\n", text)


def field_table(name: str, known: Choices) -> str:
    """Return the table of a record's fields; those of a part follow the first field that holds one."""
    rows = _Rows(known).of(DOCUMENTED[name], listed=name in LISTED)
    return "\n".join(["| champ | ce qu’on y met | | exemple |", "|---|---|---|---|", *rows, ""])


@dataclass(slots=True)
class _Rows:
    """Writes the rows of one table; a part that several fields hold is `told` once."""

    known: Choices
    told: set[type[BaseModel]] = field(default_factory=set)

    def of(self, model: type[BaseModel], above: str = "", *, listed: bool) -> Iterator[str]:
        for key in keys_in_order(model):
            described, shown = model.model_fields[key], example(model, key, self.known)
            if described.is_required():
                obligation = "en tête du fichier, ou ici" if listed and key in DEFAULTS else "obligatoire"
            else:
                default = described.default
                obligation = f"facultatif, sinon `{_written(default)}`" if _shown(default) else "facultatif"
            told = f"{words(model, key).description}{_meant(described.annotation)}"
            yield f"| `{above}{key}` | {told} | {obligation} | {'' if shown is None else f'`{_written(shown)}`'} |"
            for part in models_in(described.annotation):
                if part not in self.told:
                    self.told.add(part)
                    yield from self.of(part, f"{above}{key}.", listed=False)


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

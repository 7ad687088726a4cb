"""Records as the project writes them in YAML: what `strict_yaml` reads back as the same values, and as few quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from textwrap import wrap

from pydantic import BaseModel

from guides_api.catalogue.listing import DEFAULTS
from guides_api.catalogue.nodes import Entries
from guides_api.catalogue.problems import visible
from guides_api.catalogue.references import models_in
from guides_api.catalogue.strict_yaml import YamlText

_STEP = 2  # spaces that a level is indented by
_WIDTH = 90  # of a text; a longer one is folded


def record_lines(value: object, model: type[BaseModel] | None = None) -> Iterator[str]:
    """Yield the lines of a list or a mapping, keys in the model's order, if it has one, then where it comes from.

    Raises ValueError, in French, for a value that is neither a text, true, false, a list nor a mapping.
    """
    if isinstance(value, Mapping | list | tuple) and not value:
        yield "{}" if isinstance(value, Mapping) else "[]"
    elif isinstance(value, Mapping):
        for name in _ordered(value, model):
            yield from _entry(name, value[name], _below(model, name))
    elif isinstance(value, list | tuple):
        for item in value:
            first, *others = record_lines(item, model)
            yield f"- {first}"
            yield from (f"{' ' * _STEP}{line}" for line in others)
    elif isinstance(value, bool):
        yield str(value).lower()
    elif isinstance(value, str):
        yield scalar(value)
    else:
        raise ValueError(f"« {value} » : un texte, true, false, une liste ou des lignes « clé: valeur » sont attendus.")


def _entry(name: str, value: object, model: type[BaseModel] | None) -> Iterator[str]:
    if not re.fullmatch(r"[a-z_]+", name):
        raise ValueError(f"« {visible(name)} » n’est pas le nom d’une clé.")
    if isinstance(value, Mapping | list | tuple) and value:
        yield f"{name}:"
        yield from (f"{' ' * _STEP}{line}" for line in record_lines(value, model))
    elif isinstance(value, str) and len(value) > _WIDTH and "" not in value.split(" ") and visible(value) == value:
        yield f"{name}: >-"
        folded_lines = wrap(value, _WIDTH, break_long_words=False, break_on_hyphens=False)
        yield from (f"{' ' * _STEP}{line}" for line in folded_lines)
    else:
        yield from (f"{name}: {line}" for line in record_lines(value))


def _ordered(record: Mapping[str, object], model: type[BaseModel] | None) -> list[str]:
    known = list(model.model_fields) if model else []
    order = [*(name for name in known if name not in DEFAULTS), *DEFAULTS]
    return sorted(record, key=lambda name: order.index(name) if name in order else len(order))


def _below(model: type[BaseModel] | None, name: str) -> type[BaseModel] | None:
    described = model.model_fields.get(name) if model else None
    return next(iter(models_in(described.annotation)), None) if described else None


def scalar(text: str) -> str:
    """Return text as a data file writes it: bare, unless that would be read as something else."""
    if visible(text) != text:
        raise ValueError(f"caractère invisible ou saut de ligne dans « {visible(text)} » : supprimez-le.")
    tree = YamlText(f"key: {text}\n", "").read()
    if isinstance(tree, Entries) and tree.plain == {"key": text}:
        return text
    return "'{}'".format(text.replace("'", "''")) if '"' in text or "\\" in text else f'"{text}"'

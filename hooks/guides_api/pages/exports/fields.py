"""The fields of exported records, as their models tell them: to programs in a schema, to readers in French."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from guides_api.pages.exports.registry import Export, Licence, document_model

_TYPES = {
    "boolean": "oui ou non",
    "integer": "nombre entier",
    "string": "texte",
}


@dataclass(frozen=True, slots=True)
class ExportedField:
    """A field as a table of a page shows it."""

    key: str
    name: str
    kind: str
    meaning: str


def fields(model: type[BaseModel]) -> tuple[ExportedField, ...]:
    """Return a model's fields in the order of the files."""
    told = model.model_json_schema(mode="serialization")
    return tuple(
        ExportedField(key, found["title"], _kind(found), found["description"])
        for key, found in told["properties"].items()
    )


def schema(export: Export) -> Mapping[str, Any]:
    """Return the JSON Schema of an export's file. It refuses no unknown field: a version may gain some."""
    told = document_model(export).model_json_schema(mode="serialization")
    parts = told["$defs"]
    line = f"Une ligne est {export.line}."
    parts[export.model.__name__] |= {"title": export.title, "description": line}
    parts[Licence.__name__]["description"] = "Les conditions de réutilisation."
    title = {"title": f"Export « {export.title} »", "description": line}
    return {"$schema": GenerateJsonSchema.schema_dialect, **told, **title}


def _kind(found: Mapping[str, Any]) -> str:
    if "anyOf" in found:
        kinds = [_kind(option) for option in found["anyOf"] if option.get("type") != "null"]
        return f"{', '.join(kinds)}, ou rien"
    if "enum" in found:
        return " ou ".join(f"« {value} »" for value in found["enum"])
    if found["type"] == "array":
        return f"liste : {_kind(found['items'])}"
    return "date (année-mois-jour)" if found.get("format") == "date" else _TYPES[found["type"]]

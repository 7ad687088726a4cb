"""The files of the exports: JSON for programs, CSV for spreadsheets, and the schema of each JSON file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.addresses import EXPORT_FOLDER
from guides_api.pages.csv_text import csv_text
from guides_api.pages.exports.badges import badges
from guides_api.pages.exports.fields import fields, schema
from guides_api.pages.exports.record import Origin
from guides_api.pages.exports.registry import EXPORTS, Document, Export, document


def export_files(catalogue: Catalogue, site_url: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file, badges included; the same catalogue gives the same bytes."""
    origin = Origin(catalogue, site_url)
    for export in EXPORTS.values():
        name = f"{EXPORT_FOLDER}/{export.name}"
        json_text, csv = texts(export, document(export, origin))
        yield f"{name}.json", json_text
        yield f"{name}.csv", csv
        yield f"{name}.schema.json", f"{json.dumps(schema(export), ensure_ascii=False, indent=2)}\n"
    yield from badges(catalogue)


def texts(export: Export, whole: Document[Any]) -> tuple[str, str]:
    """Return an export's JSON file and its CSV one: same keys, lists joined by « | », « oui » and « non »."""
    keys = [field.key for field in fields(export.model)]
    records = whole.model_dump(mode="json", by_alias=True)["records"]
    csv = csv_text(keys, ([_cell(record[key]) for key in keys] for record in records))
    return f"{whole.model_dump_json(by_alias=True, indent=2)}\n", csv


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, list):
        return " | ".join(map(_cell, value))
    return "" if value is None else str(value)

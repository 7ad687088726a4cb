"""The files of the exports: JSON for programs, CSV for spreadsheets, and the schema of each JSON file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.addresses import EXPORT_FOLDER
from guides_api.pages.csv_text import csv_text
from guides_api.pages.exports.badges import badges
from guides_api.pages.exports.fields import fields, schema
from guides_api.pages.exports.record import Origin
from guides_api.pages.exports.registry import EXPORTS, Export, document
from guides_api.pages.questions import worked_out_once


def export_files(catalogue: Catalogue, site_url: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file, badges included; the same catalogue gives the same bytes."""
    for export in EXPORTS.values():
        name = f"{EXPORT_FOLDER}/{export.name}"
        made = texts(export, catalogue, site_url)
        yield f"{name}.json", made.json
        yield f"{name}.csv", made.csv
        yield f"{name}.schema.json", f"{json.dumps(schema(export), ensure_ascii=False, indent=2)}\n"
    yield from badges(catalogue)


class Texts(NamedTuple):
    """An export's JSON file and its CSV one, with as many records each."""

    records: int
    json: str
    csv: str


def texts(export: Export, catalogue: Catalogue, site_url: str) -> Texts:
    """Return an export's files; `site_url` is absolute with its final slash, or empty."""
    return worked_out_once(
        catalogue, f"export {export.name} {site_url}", lambda asked: _texts(export, Origin(asked, site_url))
    )


def _texts(export: Export, origin: Origin) -> Texts:
    """Return them: same keys in both, where CSV has lists joined by « | », « oui » and « non »."""
    whole = document(export, origin)
    keys = [field.key for field in fields(export.model)]
    records = whole.model_dump(mode="json", by_alias=True)["records"]
    csv = csv_text(keys, ([_cell(record[key]) for key in keys] for record in records))
    return Texts(len(records), f"{whole.model_dump_json(by_alias=True, indent=2)}\n", csv)


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, list):
        return " | ".join(map(_cell, value))
    return "" if value is None else str(value)

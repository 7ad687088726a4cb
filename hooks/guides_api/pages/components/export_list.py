"""`<ExportList />`: the files of the exports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.addresses import EXPORT_FOLDER, file_link
from guides_api.pages.components.base import Component, On
from guides_api.pages.exports.files import texts
from guides_api.pages.exports.registry import EXPORTS, Export


class ExportList(Component):
    """Each export with what a line of it is, how many lines it has, and its files."""

    doc: ClassVar[str] = "Les exports : ce que contient chacun, ses fichiers et leur poids."
    example: ClassVar[str] = "<ExportList />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the exports in the order of the registry."""
        folder = file_link(EXPORT_FOLDER, on.path)
        return {"rows": [_row(export, on.catalogue, folder) for export in EXPORTS.values()]}


def _row(export: Export, catalogue: Catalogue, folder: str) -> Mapping[str, str | int]:
    site_url = catalogue.site.site_url
    made = texts(export, catalogue, f"{site_url.rstrip('/')}/" if site_url else "")
    return {
        "name": export.name,
        "title": export.title,
        "line": export.line,
        "count": made.records,
        "file": f"{folder}/{export.name}",
        "csv": _kilobytes(made.csv),
        "json": _kilobytes(made.json),
    }


def _kilobytes(text: str) -> str:
    return str(max(1, round(len(text.encode()) / 1000)))

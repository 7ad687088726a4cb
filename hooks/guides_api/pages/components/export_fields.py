"""`<ExportFields />`: what each field of each export means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.pages.components.base import Component, On
from guides_api.pages.exports.fields import fields
from guides_api.pages.exports.registry import EXPORTS


class ExportFields(Component):
    """A table an export, made from the models that its files are made from."""

    doc: ClassVar[str] = "Les champs de chaque export : clé, nom, type et sens."
    example: ClassVar[str] = "<ExportFields />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the fields in the order of the files."""
        return {
            "tables": [
                {
                    "name": export.name,
                    "title": export.title,
                    "line": export.line,
                    "fields": fields(export.model),
                }
                for export in EXPORTS.values()
            ]
        }

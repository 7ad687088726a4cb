"""`<ApiTable use_case="aide-exemple" />`: a use case's APIs by class."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.models import Ruling
from guides_api.catalogue.records import UseCaseRef
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import RULING_EXPLAINED, RULING_WORDS, api_row


class ApiTable(Component):
    """The APIs ruled indispensable, useful and unjustified, with their data; the others by name."""

    doc: ClassVar[str] = "Les API d’un cas d’usage, par classe, avec leurs données et leur mention FranceConnect."
    example: ClassVar[str] = '<ApiTable use_case="aide-exemple" />'
    use_case: UseCaseRef = Field(description="id du cas d’usage")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return one table a class, and the links of what nobody ruled on."""
        use_case = on.catalogue.use_cases[self.use_case]
        tables = [
            {
                "kind": ruling.value.replace("_", "-"),
                "word": RULING_WORDS[ruling][len(rows) > 1],
                "explained": RULING_EXPLAINED[ruling],
                "rows": rows,
            }
            for ruling in Ruling
            if (
                rows := [
                    api_row(on.catalogue.apis[ruled.api], on, ruled.comment)
                    for ruled in on.catalogue.ruled(use_case, ruling)
                ]
            )
        ]
        ruled_tables = [table for table in tables if table["kind"] != "not-ruled"]
        return {
            "use_case": use_case.name,
            "tables": ruled_tables,
            "not_ruled": next((table for table in tables if table["kind"] == "not-ruled"), None),
        }

"""`<CaseData use_case="aide-exemple" />`: what a use case may ask, on paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.asked import Asked, AskedApart, Classed, asked, asked_apart
from guides_api.catalogue.models import Ruling
from guides_api.catalogue.records import UseCaseRef
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import RULING_EXPLAINED, RULING_WORDS, providers_of


class CaseData(Component):
    """A table a class, each datum with a box for a pen; the APIs that are not to be asked for by name only."""

    doc: ClassVar[str] = (
        "Les API d’un cas d’usage par classe, avec leurs données à cocher au stylo et leurs finalités : pour le papier."
    )
    example: ClassVar[str] = '<CaseData use_case="aide-exemple" />'
    use_case: UseCaseRef = Field(description="id du cas d’usage")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the tables, what is asked for apart, and the names of the other APIs."""
        use_case = on.catalogue.use_cases[self.use_case]
        by_class = asked(on.catalogue, use_case)
        wanted = (Ruling.REQUIRED, Ruling.USEFUL) if by_class.keys() & {Ruling.REQUIRED, Ruling.USEFUL} else by_class
        return {
            "tables": [
                *(_table(ruling, groups, on) for ruling, groups in by_class.items() if ruling in wanted),
                *(_apart(apart, on) for apart in asked_apart(on.catalogue, use_case)),
            ],
            "others": [
                {
                    "word": _word(ruling, groups),
                    "explained": RULING_EXPLAINED[ruling],
                    "titles": [classed.api.title for group in groups for classed in group.apis],
                }
                for ruling, groups in by_class.items()
                if ruling not in wanted
            ],
        }


def _word(ruling: Ruling, groups: tuple[Asked, ...]) -> str:
    return f"API {RULING_WORDS[ruling][sum(len(group.apis) for group in groups) > 1]}"


def _table(ruling: Ruling, groups: tuple[Asked, ...], on: On) -> Mapping[str, Any]:
    return {
        "kind": ruling.value.replace("_", "-"),
        "word": _word(ruling, groups),
        "explained": RULING_EXPLAINED[ruling],
        "rows": [
            {
                "titles": ", ".join(_title(classed, ruling) for classed in group.apis),
                "providers": providers_of(on, *(classed.api for classed in group.apis)),
                "comments": [classed.comment for classed in group.apis if classed.comment],
                "scopes": group.scopes,
            }
            for group in groups
            if group.scopes
        ],
        "bare": [group.apis[0].api.title for group in groups if not group.scopes],
    }


def _title(classed: Classed, ruling: Ruling) -> str:
    aside = "" if classed.ruling is ruling else f" ({RULING_WORDS[classed.ruling][0]})"
    return f"{classed.api.title}{aside}"


def _apart(apart: AskedApart, on: On) -> Mapping[str, Any]:
    row = {
        "titles": apart.api.title,
        "providers": providers_of(on, apart.api),
        "comments": [],
        "scopes": apart.scopes,
    }
    return {
        "kind": "not-ruled",
        "word": "À demander à part",
        "explained": "Une autre demande, avec la même exigence.",
        "rows": [row],
        "bare": [],
    }

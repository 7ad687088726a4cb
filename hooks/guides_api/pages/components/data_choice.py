"""`<DataChoice use_case="aide-exemple" />`: the data of a use case, to tick."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.asked import Classed, asked, asked_apart
from guides_api.catalogue.models import Ruling, Scope
from guides_api.catalogue.records import UseCaseRef
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import RULING_EXPLAINED, RULING_WORDS, providers_of


class DataChoice(Component):
    """A box a datum, under the class of its API; none is ticked beforehand, those of unjustified APIs have no box."""

    doc: ClassVar[str] = (
        "Les données d’un cas d’usage à cocher, par classe d’API, avec des exemples de finalités. "
        "Aucune n’est cochée d’avance."
    )
    example: ClassVar[str] = '<DataChoice use_case="aide-exemple" />'
    use_case: UseCaseRef = Field(description="id du cas d’usage")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the classes with their groups of data, and what is asked for apart."""
        catalogue = on.catalogue
        use_case = catalogue.use_cases[self.use_case]
        by_class = asked(catalogue, use_case)
        ruled_on = bool(by_class.keys() - {Ruling.NOT_RULED})
        return {
            "contact": catalogue.bundles[use_case.bundle].contact,
            "note": use_case.note or "",
            "parts": [
                {
                    "kind": ruling.value.replace("_", "-"),
                    "word": RULING_WORDS[ruling][sum(len(group.apis) for group in groups) > 1],
                    "explained": RULING_EXPLAINED[ruling],
                    "tickable": ruling is not Ruling.UNJUSTIFIED,
                    "folded": ruling is Ruling.UNJUSTIFIED or (ruling is Ruling.NOT_RULED and ruled_on),
                    "count": sum(len(group.scopes) for group in groups),
                    "exemplified": any(scope.finalities for group in groups for scope in group.scopes),
                    "groups": [_group(group.apis, group.scopes, on) for group in groups],
                }
                for ruling, groups in by_class.items()
            ],
            "apart": [
                _group((Classed(apart.api, Ruling.NOT_RULED),), apart.scopes, on)
                for apart in asked_apart(catalogue, use_case)
            ],
        }


def _group(apis: tuple[Classed, ...], scopes: tuple[Scope, ...], on: On) -> Mapping[str, Any]:
    """Return the data that some APIs carry; those of these APIs that have another class than the first say so."""
    return {
        "apis": [
            {
                "title": classed.api.title,
                "href": on.link(classed.api.path),
                "aside": "" if classed.ruling is apis[0].ruling else RULING_WORDS[classed.ruling][0],
            }
            for classed in apis
        ],
        "comments": [classed.comment for classed in apis if classed.comment],
        "providers": providers_of(on, *(classed.api for classed in apis)),
        "scopes": scopes,
    }

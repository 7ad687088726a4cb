"""`<Comparison use_case="aide-exemple" />`: what each solution's form asks for, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.records import UseCaseRef
from guides_api.pages.addresses import editor_path
from guides_api.pages.comparison import Asked, Compared, Group, comparison
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import RULING_WORDS, Mark

_ASKED = {
    Asked.ALWAYS: Mark("asked-always", "Toujours"),
    Asked.OPTIONAL: Mark("asked-optional", "Au choix"),
    Asked.NEVER: Mark("asked-never", "Non"),
}
_CERTIFIED = {True: Mark("fc-possible", "Certifié"), False: Mark("fc-no", "Non certifié")}
_SIDE_BY_SIDE = 6  # solutions that a screen's width holds


class Comparison(Component):
    """The solutions in columns where they are few, else in rows: the longer list goes down the page."""

    doc: ClassVar[str] = "Les logiciels d’un cas d’usage comparés, donnée par donnée, sans avis sur aucun."
    example: ClassVar[str] = '<Comparison use_case="aide-exemple" />'
    use_case: UseCaseRef = Field(description="id du cas d’usage")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the solutions and the data, each with its cells in the other's order."""
        found = comparison(on.catalogue.use_cases[self.use_case], on.catalogue)
        scopes = [scope for group in found.groups for scope in group.scopes]
        solutions = [
            {
                **_solution(compared, len(found.wanted), len(found.data), on),
                "cells": [{"label": scope.label, "mark": _ASKED[compared.asks(scope.id)]} for scope in scopes],
            }
            for compared in found.solutions
        ]
        certified = {compared.editor.franceconnect_certified for compared in found.solutions}
        return {
            "id": found.use_case.id,
            "use_case": found.use_case.name,
            "solutions": solutions,
            "groups": [_group(group, found.solutions, on) for group in found.groups],
            "side_by_side": len(solutions) <= _SIDE_BY_SIDE and len(solutions) < len(scopes),
            "choices": found.choices,
            "both": len(certified) > 1,
            "unasked": [
                {
                    "title": api.title,
                    "href": on.link(api.path),
                    "empty": not on.catalogue.scopes_of(api.id),
                }
                for api in found.unasked
            ],
        }


def _solution(compared: Compared, wanted: int, data: int, on: On) -> Mapping[str, Any]:
    certified = compared.editor.franceconnect_certified
    return {
        "name": compared.solution.name,
        "label": _label(compared),
        "editor": compared.editor.name,
        "href": on.link(editor_path(compared.editor.id)),
        "form": on.datapass.form(compared.solution.form),
        "certified": _CERTIFIED[certified],
        "is_certified": certified,
        "coverage": f"{len(compared.covered)} sur {wanted}" if wanted else "",
        "data": f"{len(compared.data)} sur {data}" if data else "",
    }


def _label(compared: Compared) -> str:
    """Return what tells a solution apart on a phone: two editors may give theirs the same name."""
    return ", ".join(dict.fromkeys((compared.solution.name, compared.editor.name)))


def _group(group: Group, solutions: tuple[Compared, ...], on: On) -> Mapping[str, Any]:
    return {
        "heading": group.heading,
        "title": ", ".join(api.title for api, _ in group.apis) or group.heading,
        "apis": [
            {
                "title": api.title,
                "href": on.link(api.path),
                "ruling": Mark(ruling.value.replace("_", "-"), f"API {RULING_WORDS[ruling][0]}"),
            }
            for api, ruling in group.apis
        ],
        "data": [
            {
                "label": scope.label,
                "cells": [{"label": _label(it), "mark": _ASKED[it.asks(scope.id)]} for it in solutions],
            }
            for scope in group.scopes
        ],
    }

"""`<ApiEditors api="…" />`: the solutions whose form asks for an API's data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.models import Scope
from guides_api.catalogue.records import ApiRef
from guides_api.pages.addresses import editor_path
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import Link, use_case_link


class ApiEditors(Component):
    """Each solution with its editor, the data of the API that it asks for, and its use cases."""

    doc: ClassVar[str] = "Les logiciels dont le formulaire demande des données d’une API."
    example: ClassVar[str] = '<ApiEditors api="organisme/donnee_exemple" />'
    api: ApiRef = Field(description="id de l’API")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the solutions, by editor."""
        catalogue = on.catalogue
        ours = {scope.id: scope for scope in catalogue.scopes_of(self.api)}
        return {
            "title": catalogue.apis[self.api].title,
            "rows": [
                {
                    "solution": solution.name,
                    "editor": Link(editor.name, on.link(editor_path(editor.id))),
                    "fixed": _labels(solution.scopes.fixed, ours),
                    "optional": _labels(solution.scopes.optional, ours),
                    "use_cases": [use_case_link(catalogue.use_cases[item], on) for item in solution.use_cases],
                }
                for editor, solution in catalogue.solutions_reading(self.api)
            ],
        }


def _labels(scopes: tuple[str, ...], ours: Mapping[str, Scope]) -> list[str]:
    return [ours[scope].label for scope in scopes if scope in ours]

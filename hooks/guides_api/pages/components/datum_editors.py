"""`<DatumEditors scope="…" />`: the solutions whose form asks for a datum."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.records import ScopeRef
from guides_api.pages.addresses import editor_path
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import Link, use_case_link


class DatumEditors(Component):
    """Each solution with its editor, whether its form always asks for the datum, and its use cases."""

    doc: ClassVar[str] = "Les logiciels dont le formulaire demande une donnée, toujours ou au choix."
    example: ClassVar[str] = '<DatumEditors scope="couleur_preferee" />'
    scope: ScopeRef = Field(description="id de la donnée")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the solutions, by editor."""
        catalogue = on.catalogue
        return {
            "label": catalogue.scopes[self.scope].label,
            "rows": [
                {
                    "solution": solution.name,
                    "editor": Link(editor.name, on.link(editor_path(editor.id))),
                    "words": "Toujours demandée"
                    if self.scope in solution.scopes.fixed
                    else f"Au choix {catalogue.site.of_applicant}",
                    "use_cases": [use_case_link(catalogue.use_cases[item], on) for item in solution.use_cases],
                }
                for editor, solution in catalogue.solutions_asking(self.scope)
            ],
        }

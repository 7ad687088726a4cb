"""`<Solution form="bouquet-exemple-logiciel" />`: one solution of an editor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field

from guides_api.catalogue import editors
from guides_api.catalogue.fields import FormId, Ref
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import Link, use_case_link


class Solution(Component):
    """The data that a solution's form asks for, its use cases, and the form itself."""

    doc: ClassVar[str] = (
        "Un logiciel d’un éditeur : cas d’usage, données demandées, API couvertes, formulaire prérempli."
    )
    example: ClassVar[str] = '<Solution form="bouquet-exemple-logiciel" />'
    form: Annotated[FormId, Ref("solutions")] = Field(description="id du formulaire DataPass de ce logiciel")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the solution, its data with their APIs, and its form's address."""
        catalogue = on.catalogue
        solution = catalogue.solution(self.form)
        bundle = catalogue.bundle_of_form(self.form)
        return {
            "name": solution.name,
            "bundle": bundle.name if bundle else "",
            "use_cases": [use_case_link(catalogue.use_cases[item], on) for item in solution.use_cases],
            "groups": [
                {"words": words, "rows": [self._row(scope, on) for scope in scopes]}
                for words, scopes in (
                    ("Toujours demandée", solution.scopes.fixed),
                    (f"Au choix {catalogue.site.of_applicant}", solution.scopes.optional),
                )
                if scopes
            ],
            "coverage": [self._coverage(item, solution, on) for item in solution.use_cases],
            "form": on.datapass.form(solution.form),
        }

    @staticmethod
    def _coverage(use_case_id: str, solution: editors.Solution, on: On) -> Mapping[str, Any]:
        use_case = on.catalogue.use_cases[use_case_id]
        wanted, covered = on.catalogue.wanted(use_case), on.catalogue.covered(use_case, solution)
        return {"use_case": use_case.name, "wanted": len(wanted), "covered": len(covered)}

    @staticmethod
    def _row(scope_id: str, on: On) -> Mapping[str, Any]:
        scope = on.catalogue.scopes[scope_id]
        apis = [on.catalogue.apis[api] for api in scope.apis]
        return {"label": scope.label, "apis": [Link(api.title, on.link(api.path)) for api in apis]}

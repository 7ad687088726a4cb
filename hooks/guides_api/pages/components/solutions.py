"""`<Solutions editor="arpege" form="…" />`: one solution of an editor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from guides_api.catalogue.fields import FormId, Ref, Slug
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import Link, use_case_link


class Solutions(Component):
    """The data that a solution's form asks for, its use cases, and the form itself."""

    editor: Annotated[Slug, Ref("editors")]
    form: FormId

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the solution, its data with their APIs, and its form's address."""
        catalogue = on.catalogue
        solution = next(item for item in catalogue.editors[self.editor].solutions if item.form == self.form)
        bundle = catalogue.bundle_of_form(self.form)
        return {
            "name": solution.name,
            "bundle": bundle.name if bundle else "",
            "use_cases": [use_case_link(catalogue.use_cases[item], on) for item in solution.use_cases],
            "groups": [
                {"words": words, "rows": [self._row(scope, on) for scope in scopes]}
                for words, scopes in (
                    ("Toujours demandées", solution.scopes.fixed),
                    ("Au choix de la collectivité", solution.scopes.optional),
                )
                if scopes
            ],
            "form": on.datapass.form(solution.form),
        }

    @staticmethod
    def _row(scope_id: str, on: On) -> Mapping[str, Any]:
        scope = on.catalogue.scopes[scope_id]
        apis = [on.catalogue.apis[api] for api in scope.apis]
        return {"label": scope.label, "apis": [Link(api.title, on.link(api.path)) for api in apis]}

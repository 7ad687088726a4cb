"""`<ChosenForms use_case="aide-exemple" />`: the forms of a use case, ready to be filled in with what is ticked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.asked import asked_apart
from guides_api.catalogue.records import UseCaseRef
from guides_api.pages.addresses import use_case_path
from guides_api.pages.components.base import Component, On


class ChosenForms(Component):
    """The generic forms, those of an editor's solutions, and those of the APIs that are asked for apart."""

    doc: ClassVar[str] = (
        "Les formulaires DataPass d’un cas d’usage : le script de la page y coche les données choisies."
    )
    example: ClassVar[str] = '<ChosenForms use_case="aide-exemple" />'
    use_case: UseCaseRef = Field(description="id du cas d’usage")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the forms' addresses, each with its condition."""
        use_case = on.catalogue.use_cases[self.use_case]
        return {
            "bundle": on.catalogue.bundles[use_case.bundle].name,
            "forms": [{"href": on.datapass.form(form.id), "when": form.when or ""} for form in use_case.forms],
            "solutions": len(on.catalogue.solutions_for(use_case.id)),
            "guide": on.link(use_case_path(use_case.id)),
            "apart": [
                {
                    "title": apart.api.title,
                    "href": on.link(apart.api.path),
                    "ids": " ".join(scope.id for scope in apart.scopes),
                    "forms": [{"href": on.datapass.form(form.id), "when": form.when or ""} for form in apart.forms],
                }
                for apart in asked_apart(on.catalogue, use_case)
            ],
        }

"""`<DataPass use_case="aide-exemple">Remplir une demande</DataPass>`: the generic forms of a use case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.records import UseCaseRef
from guides_api.pages.components.base import Component, Holds, On


class DataPass(Component):
    """One button a form, labelled with its condition where there are several."""

    doc: ClassVar[str] = (
        "Les formulaires DataPass d’un cas d’usage : un bouton chacun, avec sa condition s’il en faut une."
    )
    example: ClassVar[str] = '<DataPass use_case="aide-exemple">Remplir une demande</DataPass>'
    holds: ClassVar[Holds] = Holds.TEXT
    use_case: UseCaseRef = Field(description="id du cas d’usage")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the forms' addresses and conditions, and the address for what fits none."""
        use_case = on.catalogue.use_cases[self.use_case]
        return {
            "forms": [{"href": on.datapass.form(form.id), "when": form.when or ""} for form in use_case.forms],
            "free": on.datapass.choice(use_case.bundle),
            "bundle": on.catalogue.bundles[use_case.bundle].name,
        }

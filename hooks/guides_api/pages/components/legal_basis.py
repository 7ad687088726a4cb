"""`<LegalBasis use_case="aide-exemple" />`: the texts a use case rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.records import UseCaseRef
from guides_api.pages.addresses import legal_text_path
from guides_api.pages.components.base import Component, On


class LegalBasis(Component):
    """Each text with what it says, then the caution that the use case calls for."""

    doc: ClassVar[str] = "Les textes de loi d’un cas d’usage, et ce qu’il faut y ajouter."
    example: ClassVar[str] = '<LegalBasis use_case="aide-exemple" />'
    use_case: UseCaseRef = Field(description="id du cas d’usage")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the texts and the caution."""
        use_case = on.catalogue.use_cases[self.use_case]
        return {
            "texts": [
                {"text": on.catalogue.legal_texts[text], "href": on.link(legal_text_path(text))}
                for text in use_case.legal_texts
            ],
            "caution": use_case.legal_note or "",
        }

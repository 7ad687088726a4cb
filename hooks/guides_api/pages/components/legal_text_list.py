"""`<LegalTextList />`: every legal text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.pages.addresses import legal_text_path
from guides_api.pages.components.base import Component, On


class LegalTextList(Component):
    """All legal texts, with where they apply and how many use cases rest on them."""

    doc: ClassVar[str] = "Tous les textes de loi."
    example: ClassVar[str] = "<LegalTextList />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the texts in the order of their file."""
        return {
            "rows": [
                {
                    "text": text,
                    "href": on.link(legal_text_path(text.id)),
                    "use_cases": len(on.catalogue.use_cases_resting_on(text.id)),
                }
                for text in on.catalogue.legal_texts.values()
            ]
        }

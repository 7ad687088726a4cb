"""`<DeliberationChecks use_case="aide-exemple" />`: what a délibération must hold, to check on paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.asked import tickable
from guides_api.catalogue.records import UseCaseRef
from guides_api.pages.addresses import legal_text_path
from guides_api.pages.components.base import Component, On


class DeliberationChecks(Component):
    """A line a datum, then the texts and what to have at hand; where data are chosen, only theirs are shown."""

    doc: ClassVar[str] = (
        "La liste à vérifier avant d’envoyer : les données et leurs finalités, les textes, ce qu’il faut avoir."
    )
    example: ClassVar[str] = '<DeliberationChecks use_case="aide-exemple" />'
    use_case: UseCaseRef = Field(description="id du cas d’usage")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the lines of the list."""
        catalogue = on.catalogue
        use_case = catalogue.use_cases[self.use_case]
        return {
            "voted": use_case.deliberation.voted,
            "lines": [
                {"scope": scope, "apis": ", ".join(api.title for api in group.apis), "folded": group.folded}
                for group in tickable(catalogue, use_case)
                for scope in group.scopes
            ],
            "texts": [
                {"text": catalogue.legal_texts[text], "href": on.link(legal_text_path(text))}
                for text in use_case.legal_texts
            ],
            "caution": use_case.legal_note or "",
            "prerequisites": list(catalogue.prerequisites.values()),
        }

"""`<DeliberationText use_case="aide-exemple" />`: a délibération to adapt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.asked import tickable
from guides_api.catalogue.models import Api
from guides_api.catalogue.records import UseCaseRef
from guides_api.pages.components.base import Component, On

# What a legal text's reference opens with, as a sentence cites it.
_CITED = {
    "Arrêté": "l’arrêté",
    "Code": "le code",
    "Décret": "le décret",
    "Loi": "la loi",
    "Ordonnance": "l’ordonnance",
    "Règlement": "le règlement",
}


class DeliberationText(Component):
    """The text with an article a group of data; a note where those who ask vote nothing."""

    doc: ClassVar[str] = (
        "Un texte de délibération à adapter, avec ses blancs, ou une note quand le demandeur ne délibère pas."
    )
    example: ClassVar[str] = '<DeliberationText use_case="aide-exemple" />'
    use_case: UseCaseRef = Field(description="id du cas d’usage")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the texts that are cited and the groups of data."""
        catalogue = on.catalogue
        use_case = catalogue.use_cases[self.use_case]
        return {
            "applicant": catalogue.site.of_applicant,
            "voted": use_case.deliberation.voted,
            "unit": "Article" if use_case.deliberation.voted else "Point",
            "first": "1er" if use_case.deliberation.voted else "1",
            "subject": use_case.deliberation.subject or use_case.name,
            "texts": [cited(catalogue.legal_texts[text].reference) for text in use_case.legal_texts],
            "articles": [
                {
                    "titles": ", ".join(api.title for api in group.apis),
                    "providers": _providers(group.apis, on),
                    "scopes": group.scopes,
                    "ids": " ".join(scope.id for scope in group.scopes),
                    "folded": group.folded,
                }
                for group in tickable(catalogue, use_case)
            ],
        }


def cited(reference: str) -> str:
    """Return a reference as it stands after « Vu »: « le code de l’éducation, article R531-52 »."""
    first, _, rest = reference.partition(" ")
    return f"{_CITED.get(first, first)} {rest}".strip()


def _providers(apis: tuple[Api, ...], on: On) -> str:
    found = (on.catalogue.providers[name] for api in apis for name in api.providers)
    return ", ".join(dict.fromkeys(provider.full_name or provider.name for provider in found))

"""`<LegalText id="crpa-l114-8">l’article L114-8</LegalText>`: a legal text among words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.records import LegalTextRef
from guides_api.pages.components.base import Component, Holds, On


class LegalText(Component):
    """A link to the text where its address is known, its words alone otherwise."""

    doc: ClassVar[str] = "Un texte de loi dans une phrase : le lien vient de data/legal_texts.yaml."
    example: ClassVar[str] = 'Voyez <LegalText id="code-exemple">cet article</LegalText>.'
    holds: ClassVar[Holds] = Holds.TEXT
    inline: ClassVar[bool] = True
    id: LegalTextRef = Field(description="id du texte")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the legal text."""
        return {"text": on.catalogue.legal_texts[self.id]}

"""`<LegalText id="crpa-l114-8">l’article L114-8</LegalText>`: a legal text among words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.catalogue.models import LegalTextRef
from guides_api.pages.components.base import Component, Holds, On


class LegalText(Component):
    """A link to the text where its address is known, its words alone otherwise."""

    holds: ClassVar[Holds] = Holds.TEXT
    inline: ClassVar[bool] = True
    id: LegalTextRef

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the legal text."""
        return {"text": on.catalogue.legal_texts[self.id]}

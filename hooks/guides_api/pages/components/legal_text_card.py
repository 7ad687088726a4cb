"""`<LegalTextCard id="crpa-l114-8" />`: a legal text's identity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.records import LegalTextRef
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import source_link


class LegalTextCard(Component):
    """Where a text applies, where it can be read, source and date."""

    doc: ClassVar[str] = "L’identité d’un texte de loi : où il s’applique, où le lire."
    example: ClassVar[str] = '<LegalTextCard id="code-exemple" />'
    id: LegalTextRef = Field(description="id du texte")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the text and its source."""
        text = on.catalogue.legal_texts[self.id]
        return {"text": text, "source": source_link(text.source, on)}

"""`<LegalCard of="publisher" />`: who publishes the site, or who hosts it."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.pages.components.base import Component, On
from guides_api.pages.components.legal_fact import shown

_LABELS = {
    "name": "Nom",
    "address": "Adresse",
    "phone": "Téléphone",
    "email": "Courriel",
    "director": "Directeur ou directrice de la publication",
}


class Who(enum.StrEnum):
    """Those whom the law wants named."""

    PUBLISHER = "publisher"
    HOST = "host"


class LegalCard(Component):
    """Every line that the law wants; an empty one says so."""

    doc: ClassVar[str] = "L’identité de l’éditeur ou de l’hébergeur du site ; une ligne vide le dit."
    example: ClassVar[str] = '<LegalCard of="publisher" />'
    of: Who = Field(description="publisher (l’éditeur du site) ou host (son hébergeur)")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the lines that are known, and those that are due."""
        legal = on.catalogue.legal
        part = getattr(legal, self.of.value)
        lines = [
            (label, shown(getattr(part, name)), f"{self.of}.{name}" in legal.missing)
            for name, label in _LABELS.items()
            if name in type(part).model_fields
        ]
        return {"lines": [{"label": label, "value": value} for label, value, due in lines if value or due]}

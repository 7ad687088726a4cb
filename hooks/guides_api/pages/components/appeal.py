"""`<Appeal />`: whom to turn to when nobody answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.pages.components.base import Component, On


class Appeal(Component):
    """The authority, and every known way to reach it."""

    doc: ClassVar[str] = "L’autorité à saisir quand un défaut d’accessibilité reste sans réponse, et comment."
    example: ClassVar[str] = "<Appeal />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the authority."""
        return {"appeal": on.catalogue.legal.appeal}

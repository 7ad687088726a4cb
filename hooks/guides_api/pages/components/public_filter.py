"""`<PublicFilter />`: narrows a page's use-case cards to one public."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.pages.components.base import Component, On


class PublicFilter(Component):
    """A choice of the publics that some use case is for; hidden without JavaScript."""

    doc: ClassVar[str] = "Un choix qui réduit les cas d’usage de la page à ceux d’un public ; caché sans JavaScript."
    example: ClassVar[str] = "<PublicFilter />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return those publics, in the order of their file."""
        return {"publics": on.catalogue.served_publics()}

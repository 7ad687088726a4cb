"""`<SearchBox>…</SearchBox>`: the search, where a reader looks for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.pages.addresses import SEARCH_PAGE
from guides_api.pages.components.base import Component, Holds, On


class SearchBox(Component):
    """A field that leads to the page of the search, which says what to do without JavaScript; with it, the best pages
    show below the field.
    """

    doc: ClassVar[str] = "Un champ de recherche, sous les mots qui disent quoi y écrire."
    example: ClassVar[str] = "<SearchBox>Chercher une démarche</SearchBox>"
    holds: ClassVar[Holds] = Holds.TEXT

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the address of the page of the search."""
        return {"action": on.link(SEARCH_PAGE)}

"""`<SearchBox>…</SearchBox>`: the search, where a reader looks for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.pages.components.base import Component, Holds, On


class SearchBox(Component):
    """A button that opens the site's search; without JavaScript, which search needs, a way to the guides."""

    doc: ClassVar[str] = "Un bouton qui ouvre la recherche ; sans JavaScript, un lien vers les guides."
    example: ClassVar[str] = "<SearchBox>Chercher une démarche</SearchBox>"
    holds: ClassVar[Holds] = Holds.TEXT

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the way to the guides."""
        return {"guides": on.link("guides/index.md")}

"""`<SearchBox>…</SearchBox>`: the search, where a reader looks for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.pages.components.base import Component, Holds, On


class SearchBox(Component):
    """A button that opens the site's search; without JavaScript, which search needs, a way to all pages."""

    doc: ClassVar[str] = "Un bouton qui ouvre la recherche ; sans JavaScript, un lien vers le plan du site."
    example: ClassVar[str] = "<SearchBox>Chercher une démarche</SearchBox>"
    holds: ClassVar[Holds] = Holds.TEXT

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the way to the site map, or to the guides where there is none."""
        site_map = "plan-du-site.md" in on.catalogue.pages
        return {"href": on.link("plan-du-site.md" if site_map else "guides/index.md"), "site_map": site_map}

"""`<GuideList />`: the guides that belong to no single use case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guides_api.pages.components.base import Component, On


class GuideList(Component):
    """The listed transversal guides, by title."""

    def values(self, on: On) -> Mapping[str, Any]:
        """Return their titles, taglines and links."""
        return {
            "guides": [
                {"title": guide.title, "tagline": guide.tagline, "href": on.link(guide.path)}
                for guide in sorted(on.catalogue.listed_guides(), key=lambda guide: guide.title.casefold())
                if guide.use_case is None
            ]
        }

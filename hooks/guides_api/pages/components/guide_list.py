"""`<GuideList />`: the guides that belong to no single use case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.pages.components.base import Component, On


class GuideList(Component):
    """The listed transversal guides, by title."""

    doc: ClassVar[str] = "Les guides publiés qui ne sont pas ceux d’un seul cas d’usage."
    example: ClassVar[str] = "<GuideList />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return their titles, taglines and links."""
        return {
            "guides": [
                {"title": guide.title, "tagline": guide.tagline, "href": on.link(guide.path)}
                for guide in on.catalogue.listed_guides
                if guide.use_case is None
            ]
        }

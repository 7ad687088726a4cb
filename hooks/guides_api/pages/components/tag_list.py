"""`<TagList />`: every tag."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.pages.addresses import tag_path
from guides_api.pages.components.base import Component, On


class TagList(Component):
    """The tags of listed guides, with how many bear each."""

    doc: ClassVar[str] = "Tous les thèmes des guides publiés."
    example: ClassVar[str] = "<TagList />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the tags in alphabetical order."""
        return {
            "tags": [
                {"name": tag, "href": on.link(tag_path(tag)), "count": len(guides)}
                for tag, guides in on.catalogue.by_tag.items()
            ]
        }

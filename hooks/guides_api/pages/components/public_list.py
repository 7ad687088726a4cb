"""`<PublicList />`: whom the site is for, each with its page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.pages.addresses import public_path
from guides_api.pages.components.base import Component, On


class PublicList(Component):
    """A card a public: what it is, how many use cases concern it."""

    doc: ClassVar[str] = "Les publics en cartes, avec le nombre de cas d’usage qui les concernent."
    example: ClassVar[str] = "<PublicList />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the publics in the order of their file."""
        return {
            "publics": [
                {
                    "name": public.name,
                    "href": on.link(public_path(public.id)),
                    "description": public.description,
                    "use_cases": len(on.catalogue.use_cases_for(public.id)),
                }
                for public in on.catalogue.publics.values()
            ]
        }

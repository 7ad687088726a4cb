"""`<Publics use_case="aide-exemple" />`: who a use case is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.records import UseCaseRef
from guides_api.pages.addresses import public_path
from guides_api.pages.components.base import Component, On


class Publics(Component):
    """The publics of a use case."""

    doc: ClassVar[str] = "Les publics d’un cas d’usage, chacun avec sa page."
    example: ClassVar[str] = '<Publics use_case="aide-exemple" />'
    use_case: UseCaseRef = Field(description="id du cas d’usage")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the publics with their pages, groups by their own name."""
        publics = [on.catalogue.publics[public] for public in on.catalogue.use_cases[self.use_case].publics]
        return {"publics": [{"name": public.name, "href": on.link(public_path(public.id))} for public in publics]}

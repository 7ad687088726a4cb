"""`<Scopes api="…" />`: the data of an API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.records import ApiRef
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import datum_links


class Scopes(Component):
    """The data that can be ticked for an API, with examples of valid finalités where one is known."""

    doc: ClassVar[str] = "Les données d’une API, avec des exemples de finalités valides quand on en connaît."
    example: ClassVar[str] = '<Scopes api="organisme/donnee_exemple" />'
    api: ApiRef = Field(description="id de l’API")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the API's data."""
        api = on.catalogue.apis[self.api]
        scopes = on.catalogue.scopes_of(api.id)
        return {"title": api.title, "rows": list(zip(scopes, datum_links(scopes, on), strict=True))}

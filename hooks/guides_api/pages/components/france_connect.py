"""`<FranceConnect api="…" />`: whether an API is called with FranceConnect, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.records import ApiRef
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import franceconnect_mark


class FranceConnect(Component):
    """A mark, readable without colour."""

    doc: ClassVar[str] = "La mention qui dit si une API s’appelle avec FranceConnect, lisible sans couleur."
    example: ClassVar[str] = '<FranceConnect api="organisme/donnee_exemple" />'
    inline: ClassVar[bool] = True
    api: ApiRef = Field(description="id de l’API")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the mark."""
        return {"mark": franceconnect_mark(on.catalogue.apis[self.api], on)}

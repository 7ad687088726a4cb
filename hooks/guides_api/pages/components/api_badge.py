"""`<ApiBadge api="organisme/donnee_exemple" />`: an API's badge and how to show it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.records import ApiRef
from guides_api.pages.components.base import Component, On
from guides_api.pages.exports.embedding import embedding


class ApiBadge(Component):
    """The drawing, and what to copy into a page that shows it."""

    doc: ClassVar[str] = "Le badge d’une API, et ce qu’il faut copier pour l’afficher ailleurs."
    example: ClassVar[str] = '<ApiBadge api="organisme/donnee_exemple" />'
    api: ApiRef = Field(description="id de l’API")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the drawing's address and the snippets."""
        api = on.catalogue.apis[self.api]
        return embedding(api.title, api.path, on.path, on.catalogue.site)

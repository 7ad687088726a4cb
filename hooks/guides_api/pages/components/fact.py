"""`<Fact id="…" />`: a dated fact among words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.records import FactRef
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import source_link


class Fact(Component):
    """The newest value of a fact with its unit, source and date."""

    doc: ClassVar[str] = "Un fait daté dans une phrase : sa valeur la plus récente, son unité, sa source et sa date."
    example: ClassVar[str] = 'Comptez <Fact id="delai-exemple" />.'
    inline: ClassVar[bool] = True
    id: FactRef = Field(description="id du fait, dans data/facts.yaml")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the statement that pages show, and its source."""
        statement = on.catalogue.facts[self.id].current
        return {"statement": statement, "source": source_link(statement.source, on)}

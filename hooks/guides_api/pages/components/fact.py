"""`<Fact id="…" />`: a dated fact among words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from guides_api.catalogue.fields import Ref, Slug
from guides_api.pages.components.base import Component, On


class Fact(Component):
    """The newest value of a fact with its unit, source and date."""

    inline: ClassVar[bool] = True
    id: Annotated[Slug, Ref("facts")]

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the statement that pages show, and its source."""
        statement = on.catalogue.facts[self.id].current
        return {"statement": statement, "source": on.catalogue.sources[statement.source]}

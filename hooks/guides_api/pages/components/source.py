"""`<Source id="…" />`: where a statement comes from, after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.records import SourceRef
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import source_link


class Source(Component):
    """The title of a source, with its date and its link where they are known."""

    doc: ClassVar[str] = "La source de ce qui précède : son titre, sa date et son lien s’ils sont connus."
    example: ClassVar[str] = 'Un village a essayé. <Source id="source-exemple" />'
    inline: ClassVar[bool] = True
    id: SourceRef = Field(description="id de la source, dans data/sources.yaml")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the source and its date."""
        return {"source": source_link(self.id, on), "date": on.catalogue.sources[self.id].date}

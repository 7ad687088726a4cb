"""`<SourceList />`: where the site's facts come from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.pages.components.base import Component, On


class SourceList(Component):
    """Every source at its own anchor: title, date, link, last check."""

    doc: ClassVar[str] = "Les sources du site, chacune avec son ancre, sa date et son lien s’ils sont connus."
    example: ClassVar[str] = "<SourceList />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the sources in the order of their file."""
        return {"sources": list(on.catalogue.sources.values())}

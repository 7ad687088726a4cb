"""`<Quote who="…">…</Quote>`: somebody's own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.catalogue.fields import Https, Title
from guides_api.pages.components.base import Component, Holds, On


class Quote(Component):
    """Words, who said them, and where they can be read."""

    holds: ClassVar[Holds] = Holds.BLOCKS
    who: Title
    title: Title | None = None
    link: Https | None = None

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the speaker, their role and the link."""
        return {"who": self.who, "title": self.title or "", "link": self.link or ""}

"""`<Button href="…">Texte</Button>`: a link that is the page's next action."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.catalogue.fields import Https
from guides_api.pages.components.base import Component, Holds, On


class Button(Component):
    """A link drawn as a button."""

    holds: ClassVar[Holds] = Holds.TEXT
    inline: ClassVar[bool] = True
    href: Https

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the address."""
        return {"href": self.href}

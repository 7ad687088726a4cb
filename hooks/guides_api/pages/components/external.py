"""`<External href="https://…">Texte</External>`: a link that leaves the site."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.fields import Https
from guides_api.pages.components.base import Component, Holds, On


class External(Component):
    """A link marked as leading elsewhere, in words for those who don't see the sign."""

    doc: ClassVar[str] = "Un lien qui quitte le site et le dit, à l’œil comme à l’oreille."
    example: ClassVar[str] = 'Lisez <External href="https://exemple.fr">l’article</External>.'
    holds: ClassVar[Holds] = Holds.TEXT
    inline: ClassVar[bool] = True
    href: Https = Field(description="adresse en https")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the address."""
        return {"href": self.href}

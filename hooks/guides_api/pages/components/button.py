"""`<Button href="…">Texte</Button>`: a link that is the page's next action."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.fields import Target
from guides_api.pages.components.base import Component, Holds, On


class Button(Component):
    """A link drawn as a button."""

    doc: ClassVar[str] = "Un lien dessiné en bouton, pour l’action principale de la page."
    example: ClassVar[str] = '<Button href="https://exemple.fr">Lire le règlement</Button>'
    holds: ClassVar[Holds] = Holds.TEXT
    inline: ClassVar[bool] = True
    href: Target = Field(description="adresse en https, ou chemin d’un fichier de content/")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the address."""
        return {"href": self.href}

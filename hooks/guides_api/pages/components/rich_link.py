"""`<RichLink href="…" title="…">Texte</RichLink>`: a link with a sentence about what it leads to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.fields import Target, Title
from guides_api.pages.components.base import Component, Holds, On


class RichLink(Component):
    """A link drawn as a card."""

    doc: ClassVar[str] = "Un lien et la phrase qui dit où il mène, en forme de carte."
    example: ClassVar[str] = (
        '<RichLink href="https://exemple.fr" title="L’article">Ce qu’il faut savoir en deux minutes.</RichLink>'
    )
    holds: ClassVar[Holds] = Holds.TEXT
    href: Target = Field(description="adresse en https, ou chemin d’un fichier de content/")
    title: Title = Field(description="texte du lien")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the address and the title."""
        return {"href": self.href, "title": self.title}

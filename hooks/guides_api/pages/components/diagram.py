"""`<Diagram id="…">…</Diagram>`: a drawing in the page's own colours, and its whole content in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.records import DiagramRef
from guides_api.pages.components.base import Component, Holds, On
from guides_api.pages.templating import Words


class Diagram(Component):
    """A drawing of content/images/schemas; what it holds says the same in words."""

    doc: ClassVar[str] = (
        "Un schéma de content/images/schemas, aux couleurs de la page. Ce qu’il entoure dit la même chose en mots."
    )
    example: ClassVar[str] = """\
<Diagram id="echange-exemple">

Le village demande, l’organisme répond.

</Diagram>"""
    holds: ClassVar[Holds] = Holds.BLOCKS
    id: DiagramRef = Field(description="nom du fichier, sans .svg")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the drawing and its short description."""
        drawing = on.catalogue.diagrams[self.id]
        return {"svg": Words(drawing.svg), "title": drawing.title, "description": drawing.description}

"""`<Card title="…">…</Card>`: one of several blocks of a grid, with its own title."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.fields import Title
from guides_api.pages.components.base import Component, Holds, On


class Card(Component):
    """A titled block; its title is a heading of third level, in the table of contents like any other."""

    doc: ClassVar[str] = "Un bloc avec son titre (de niveau 3), à placer dans une grille."
    example: ClassVar[str] = """\
<Grid>

<Card title="Une mairie">

Elle demande l’accès.

</Card>

<Card title="Un éditeur">

Il branche son logiciel.

</Card>

</Grid>"""
    holds: ClassVar[Holds] = Holds.BLOCKS
    title: Title = Field(description="titre du bloc")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the title."""
        return {"title": self.title}

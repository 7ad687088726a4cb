"""`<Centered>` around Markdown: in the middle of the column."""

from __future__ import annotations

from typing import ClassVar

from guides_api.pages.components.base import Component, Holds


class Centered(Component):
    """Text and buttons in the middle."""

    doc: ClassVar[str] = "Du Markdown au milieu de la colonne."
    example: ClassVar[str] = """\
<Centered>

<Button href="https://exemple.fr">Commencer</Button>

</Centered>"""
    holds: ClassVar[Holds] = Holds.BLOCKS

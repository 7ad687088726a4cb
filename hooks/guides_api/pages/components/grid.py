"""`<Grid>` around Markdown blocks: side by side where there is room."""

from __future__ import annotations

from typing import ClassVar

from guides_api.pages.components.base import Component, Holds


class Grid(Component):
    """Blocks in columns, one under the other on a phone."""

    doc: ClassVar[str] = "Des blocs côte à côte quand la place le permet, les uns sous les autres sur un téléphone."
    example: ClassVar[str] = """\
<Grid>

<Callout title="Gauche">

Un bloc.

</Callout>

<Callout title="Droite">

Un autre.

</Callout>

</Grid>"""
    holds: ClassVar[Holds] = Holds.BLOCKS

"""`<NextSteps>` around a list of links: where to go from here."""

from __future__ import annotations

from typing import ClassVar

from guides_api.pages.components.base import Component, Holds


class NextSteps(Component):
    """What to read or do after a page."""

    doc: ClassVar[str] = "Autour d’une liste de liens : où aller ensuite."
    example: ClassVar[str] = """\
<NextSteps>

- [Lire l’article](https://exemple.fr)

</NextSteps>"""
    holds: ClassVar[Holds] = Holds.BLOCKS

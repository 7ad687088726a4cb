"""`<Steps>` around an ordered list: steps to follow."""

from __future__ import annotations

from typing import ClassVar

from guides_api.pages.components.base import Component, Holds


class Steps(Component):
    """An ordered list drawn as steps."""

    doc: ClassVar[str] = "Autour d’une liste numérotée : des étapes à suivre."
    example: ClassVar[str] = """\
<Steps>

1. Ouvrir le formulaire.
2. Le remplir.

</Steps>"""
    holds: ClassVar[Holds] = Holds.BLOCKS

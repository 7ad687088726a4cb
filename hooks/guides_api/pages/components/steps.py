"""`<Steps>` around an ordered list: steps to follow."""

from __future__ import annotations

from typing import ClassVar

from guides_api.pages.components.base import Component, Holds


class Steps(Component):
    """An ordered list drawn as steps."""

    holds: ClassVar[Holds] = Holds.BLOCKS

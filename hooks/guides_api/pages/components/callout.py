"""`<Callout title="…" kind="attention">…</Callout>`: what must not be missed."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.fields import Title
from guides_api.pages.components.base import Component, Holds, On


class Kind(enum.StrEnum):
    """How much a callout insists."""

    NOTE = "note"
    ATTENTION = "attention"
    EXEMPLE = "exemple"


class Callout(Component):
    """A box with a title, and any Markdown in it."""

    doc: ClassVar[str] = "Un encadré, avec un titre et le Markdown que l’on veut."
    example: ClassVar[str] = """\
<Callout title="À retenir" kind="attention">

Une délibération ne se résume **jamais** à un outil.

</Callout>"""
    holds: ClassVar[Holds] = Holds.BLOCKS
    title: Title = Field(description="titre de l’encadré")
    kind: Kind = Field(Kind.NOTE, description="note (par défaut), attention ou exemple")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the title and the kind."""
        return {"title": self.title, "kind": self.kind.value}

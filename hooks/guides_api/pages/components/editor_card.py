"""`<EditorCard editor="editeur-exemple" />`: an editor's identity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field

from guides_api.catalogue.fields import Ref, Slug
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import certified_mark, source_link


class EditorCard(Component):
    """SIREN, site, FranceConnect certification, source and date."""

    doc: ClassVar[str] = "L’identité d’un éditeur : SIREN, site, certification FranceConnect, source et date."
    example: ClassVar[str] = '<EditorCard editor="editeur-exemple" />'
    editor: Annotated[Slug, Ref("editors")] = Field(description="id de l’éditeur")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return what the card lists."""
        editor = on.catalogue.editors[self.editor]
        return {
            "editor": editor,
            "certified": certified_mark(certified=editor.franceconnect_certified),
            "source": source_link(editor.source, on),
        }

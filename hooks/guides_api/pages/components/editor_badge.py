"""`<EditorBadge editor="editeur-exemple" />`: an editor's badge and how to show it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field

from guides_api.catalogue.fields import Ref, Slug
from guides_api.pages.addresses import editor_path
from guides_api.pages.components.base import Component, On
from guides_api.pages.exports.embedding import embedding


class EditorBadge(Component):
    """The drawing, and what to copy into a page that shows it."""

    doc: ClassVar[str] = "Le badge d’un éditeur, et ce qu’il faut copier pour l’afficher ailleurs."
    example: ClassVar[str] = '<EditorBadge editor="editeur-exemple" />'
    editor: Annotated[Slug, Ref("editors")] = Field(description="id de l’éditeur")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the drawing's address and the snippets."""
        editor = on.catalogue.editors[self.editor]
        return embedding(editor.name, editor_path(editor.id), on.path, on.catalogue.site)

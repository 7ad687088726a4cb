"""Editors: their solutions, and each one's prefilled form."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.addresses import editor_path, file_link
from guides_api.pages.page import EDITORS, EXPORTS, HOME, SitePage
from guides_api.pages.templating import Words


def editor_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield a page an editor."""
    for editor in catalogue.editors.values():
        solutions = ", ".join(solution.name for solution in editor.solutions)
        yield SitePage(
            path=editor_path(editor.id),
            title=editor.name,
            description=f"{editor.name} : {solutions}. Cas d’usage, données et formulaires DataPass préremplis.",
            layout="editor",
            edits=editor.file,
            values={"editor": editor, "exports": Words(file_link(EXPORTS.path, editor_path(editor.id)))},
            trail=(HOME, EDITORS),
            scripts=("copy",),
            styles=("tools",),
        )

"""`<EditorList />`: every editor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.pages.addresses import editor_path
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import certified_mark, use_case_link


class EditorList(Component):
    """All editors with their solutions and use cases."""

    doc: ClassVar[str] = "Tous les éditeurs, leurs logiciels et leurs cas d’usage."
    example: ClassVar[str] = "<EditorList />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the editors in the order of their names."""
        catalogue = on.catalogue
        return {
            "rows": [
                {
                    "editor": editor.name,
                    "href": on.link(editor_path(editor.id)),
                    "solutions": [
                        {
                            "name": solution.name,
                            "use_cases": [use_case_link(catalogue.use_cases[item], on) for item in solution.use_cases],
                        }
                        for solution in editor.solutions
                    ],
                    "certified": certified_mark(certified=editor.franceconnect_certified),
                }
                for editor in catalogue.editors.values()
            ],
            "solutions": sum(len(editor.solutions) for editor in catalogue.editors.values()),
        }

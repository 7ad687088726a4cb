"""`<Editors use_case="aide-exemple" />`: the solutions that serve a use case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.records import UseCaseRef
from guides_api.pages.addresses import comparison_path, editor_path
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import certified_mark


class Editors(Component):
    """Each solution with its editor, the data that its form asks for, and that form."""

    doc: ClassVar[str] = "Les logiciels d’un cas d’usage : éditeur, données demandées, formulaire prérempli."
    example: ClassVar[str] = '<Editors use_case="aide-exemple" />'
    use_case: UseCaseRef = Field(description="id du cas d’usage")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the solutions of a use case, by editor."""
        catalogue = on.catalogue
        return {
            "use_case": catalogue.use_cases[self.use_case].name,
            "rows": [
                {
                    "editor": editor.name,
                    "href": on.link(editor_path(editor.id)),
                    "solution": solution.name,
                    "fixed": [catalogue.scopes[scope].label for scope in solution.scopes.fixed],
                    "optional": [catalogue.scopes[scope].label for scope in solution.scopes.optional],
                    "certified": certified_mark(certified=editor.franceconnect_certified),
                    "form": on.datapass.form(solution.form),
                }
                for editor, solution in catalogue.solutions_for(self.use_case)
            ],
            "comparison_href": on.link(comparison_path(self.use_case)),
            "list_href": on.link("editeurs/index.md"),
        }

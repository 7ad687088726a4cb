"""`<ComparisonList />`: the use cases whose solutions can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.pages.addresses import comparison_path
from guides_api.pages.components.base import Component, On


class ComparisonList(Component):
    """A card a use case that at least one solution serves, bundle by bundle."""

    doc: ClassVar[str] = "Les cas d’usage dont les logiciels se comparent, en cartes, par bouquet."
    example: ClassVar[str] = "<ComparisonList />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the bundles with their use cases."""
        catalogue = on.catalogue
        groups = [
            {
                "id": bundle.id,
                "name": bundle.name,
                "subject": bundle.subject,
                "cards": [
                    {
                        "name": use_case.name,
                        "href": on.link(comparison_path(use_case.id)),
                        "solutions": len(solutions),
                    }
                    for use_case in catalogue.use_cases.values()
                    if use_case.bundle == bundle.id and (solutions := catalogue.solutions_for(use_case.id))
                ],
            }
            for bundle in catalogue.bundles.values()
        ]
        return {"groups": [group for group in groups if group["cards"]]}

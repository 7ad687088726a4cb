"""`<ApiList />`: every API, bundle by bundle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import api_row


class ApiList(Component):
    """All APIs in one table a bundle, those outside any bundle last."""

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the bundles with their APIs."""
        catalogue = on.catalogue
        groups = [(bundle.id, bundle.name, bundle.summary) for bundle in catalogue.bundles.values()]
        alone = ("hors-bouquet", "Hors bouquet", "Elle se demande à part, auprès de son fournisseur.")
        return {
            "groups": [
                {"id": identifier, "name": name, "summary": summary, "rows": rows}
                for identifier, name, summary in (*groups, alone)
                if (
                    rows := [
                        api_row(api, on)
                        for api in sorted(
                            catalogue.apis_of(identifier if identifier in catalogue.bundles else None),
                            key=lambda api: api.title.casefold(),
                        )
                    ]
                )
            ]
        }

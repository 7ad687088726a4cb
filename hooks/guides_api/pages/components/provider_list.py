"""`<ProviderList />`: every provider."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.catalogue.problems import folded
from guides_api.pages.addresses import provider_path
from guides_api.pages.components.base import Component, On


class ProviderList(Component):
    """All providers, with the APIs that carry their data."""

    doc: ClassVar[str] = "Tous les fournisseurs, avec leurs API."
    example: ClassVar[str] = "<ProviderList />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the providers by name."""
        return {
            "rows": [
                {
                    "provider": provider,
                    "href": on.link(provider_path(provider.id)),
                    "apis": [
                        {"title": api.title, "href": on.link(api.path)} for api in on.catalogue.apis_from(provider.id)
                    ],
                }
                for provider in sorted(on.catalogue.providers.values(), key=lambda item: folded(item.name))
            ]
        }

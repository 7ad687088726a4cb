"""`<ApiList />`: every API, bundle by bundle; or those of one bundle or provider."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.models import Api
from guides_api.catalogue.records import BundleRef, ProviderRef
from guides_api.pages.addresses import bundle_path
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import api_row


class ApiList(Component):
    """One table a bundle, those outside any bundle last."""

    doc: ClassVar[str] = "Les API, un tableau par bouquet ; ou celles d’un seul bouquet, ou d’un seul fournisseur."
    example: ClassVar[str] = "<ApiList />"
    bundle: BundleRef | None = Field(None, description="id d’un bouquet, pour n’en montrer qu’un")
    provider: ProviderRef | None = Field(None, description="id d’un fournisseur, pour ne montrer que ses API")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the bundles with their APIs, by title."""
        return {"groups": [group for group in self._groups(on) if group["rows"]], "alone": bool(self.bundle)}

    def _groups(self, on: On) -> list[dict[str, Any]]:
        bundles = [
            {
                "id": bundle.id,
                "name": bundle.name,
                "summary": bundle.summary,
                "href": on.link(bundle_path(bundle.id)),
                "rows": self._rows(bundle.id, on),
            }
            for bundle in on.catalogue.bundles.values()
            if self.bundle in (None, bundle.id)
        ]
        if self.bundle:
            return bundles
        alone = {
            "id": "hors-bouquet",
            "name": "Hors bouquet",
            "summary": "À demander à part, auprès du fournisseur.",
            "href": "",
            "rows": self._rows(None, on),
        }
        return [*bundles, alone]

    def _rows(self, bundle_id: str | None, on: On) -> list[Any]:
        return [
            api_row(api, on)
            for api in sorted(on.catalogue.apis_of(bundle_id), key=lambda api: api.title.casefold())
            if self._wanted(api)
        ]

    def _wanted(self, api: Api) -> bool:
        return self.provider is None or self.provider in api.providers

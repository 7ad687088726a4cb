"""`<ApiCard api="organisme/donnee_exemple" />`: an API's identity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.records import ApiRef
from guides_api.pages.addresses import bundle_path, provider_path
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import Link, access_mark, franceconnect_mark, source_link


class ApiCard(Component):
    """Provider, bundle, call modalities, FranceConnect, access, official id, source and date."""

    doc: ClassVar[str] = (
        "L’identité d’une API : bouquet, fournisseurs, accès, FranceConnect, modalités d’appel, source et date."
    )
    example: ClassVar[str] = '<ApiCard api="organisme/donnee_exemple" />'
    api: ApiRef = Field(description="id de l’API")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return what the card lists."""
        catalogue, api = on.catalogue, on.catalogue.apis[self.api]
        return {
            "api": api,
            "providers": [
                {
                    "name": catalogue.providers[provider].name,
                    "full_name": catalogue.providers[provider].full_name or "",
                    "href": on.link(provider_path(provider)),
                }
                for provider in api.providers
            ],
            "bundle": Link(catalogue.bundles[api.bundle].name, on.link(bundle_path(api.bundle)))
            if api.bundle
            else None,
            "modalities": [catalogue.modalities[modality] for modality in api.call_modalities],
            "alternatives": [modality for modality in catalogue.modalities.values() if modality.api == api.id],
            "franceconnect": franceconnect_mark(api, on),
            "access": access_mark(api),
            "datapass": on.datapass,
            "source": source_link(api.source, on),
        }

    def _bundle(self, on: On) -> Link | None:
        bundle = on.catalogue.bundles.get(on.catalogue.apis[self.api].bundle or "")
        return Link(bundle.name, on.link(bundle_path(bundle.id))) if bundle else None

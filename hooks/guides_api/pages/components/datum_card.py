"""`<DatumCard scope="…" />`: a datum's identity, and the APIs that carry it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.models import Api
from guides_api.catalogue.records import ScopeRef
from guides_api.pages.addresses import bundle_path
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import (
    Link,
    access_mark,
    franceconnect_mark,
    provider_links,
    source_link,
)


class DatumCard(Component):
    """Bundle, heading and id in DataPass; then, an API a row, whom it comes from and how it is called."""

    doc: ClassVar[str] = (
        "L’identité d’une donnée : bouquet, identifiant DataPass, API qui la portent et leurs modalités d’appel."
    )
    example: ClassVar[str] = '<DatumCard scope="couleur_preferee" />'
    scope: ScopeRef = Field(description="id de la donnée")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return what the card and its table list."""
        catalogue, scope = on.catalogue, on.catalogue.scopes[self.scope]
        apis = [catalogue.apis[api] for api in scope.apis]
        bundles = {api.bundle: catalogue.bundles[api.bundle] for api in apis if api.bundle}
        return {
            "scope": scope,
            "bundles": [Link(bundle.name, on.link(bundle_path(bundle.id))) for bundle in bundles.values()],
            "rows": [_row(api, on) for api in apis],
            "source": source_link(scope.source, on),
        }


def _row(api: Api, on: On) -> Mapping[str, Any]:
    return {
        "api": Link(api.title, on.link(api.path)),
        "providers": provider_links(api, on),
        "modalities": [on.catalogue.modalities[modality].name for modality in api.call_modalities],
        "franceconnect": franceconnect_mark(api, on),
        "access": access_mark(api),
    }

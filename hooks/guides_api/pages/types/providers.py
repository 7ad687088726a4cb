"""Providers: whom the data comes from."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.addresses import provider_path
from guides_api.pages.page import APIS, HOME, PROVIDERS, SitePage


def provider_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield a page a provider."""
    for provider in catalogue.providers.values():
        name = provider.full_name or provider.name
        yield SitePage(
            path=provider_path(provider.id),
            title=provider.name,
            description=f"Les API dont les données viennent de ce fournisseur : {name}.",
            layout="provider",
            edits=provider.file,
            values={"provider": provider},
            trail=(HOME, APIS, PROVIDERS),
        )

"""Bundles: what one access request opens."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.addresses import bundle_path, file_link
from guides_api.pages.page import APIS, HOME, SitePage
from guides_api.pages.templating import Words


def bundle_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield a page a bundle, with the guides that name it."""
    for bundle in catalogue.bundles.values():
        path = bundle_path(bundle.id)
        yield SitePage(
            path=path,
            title=bundle.name,
            description=bundle.summary,
            layout="bundle",
            edits=bundle.file,
            values={
                "bundle": bundle,
                "guides": [
                    {"title": guide.title, "href": Words(file_link(guide.path, path))}
                    for guide in catalogue.guides_naming(bundle.id)
                ],
            },
            trail=(HOME, APIS),
        )

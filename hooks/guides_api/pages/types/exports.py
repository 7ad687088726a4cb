"""The exports: what each file holds, how to use it, what it promises."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.page import EXPORTS, HOME, TOOLS, SitePage


def export_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield the page of the exports; its examples of badges are the first editor's and the first API's."""
    yield SitePage(
        path=EXPORTS.path,
        title="Exports : toutes nos données en CSV et en JSON",
        description="API, cas d’usage, éditeurs, données et chiffres en CSV et en JSON, avec le sens de chaque champ.",
        layout="exports",
        edits="hooks/guides_api/pages/templates/layouts/exports.md",
        values={
            "editor": next(iter(catalogue.editors), ""),
            "api": next(iter(catalogue.apis), ""),
            "site": catalogue.site.name,
        },
        trail=(HOME, TOOLS),
        listed=True,
        scripts=("copy",),
        styles=("tools",),
    )

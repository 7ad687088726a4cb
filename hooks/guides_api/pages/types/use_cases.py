"""Use cases that no guide is written for yet: everything the catalogue knows of them."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.addresses import use_case_path
from guides_api.pages.page import GUIDES, HOME, SitePage


def use_case_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield a page a use case without a guide, at the address that its guide will have."""
    for use_case in catalogue.use_cases.values():
        if catalogue.guide_of(use_case.id) is not None:
            continue
        rulings = use_case.apis
        yield SitePage(
            path=use_case_path(use_case.id),
            title=use_case.name,
            description=f"{use_case.name} : API, données, cadre juridique, logiciels et formulaires de demande.",
            layout="use_case",
            edits=use_case.file,
            values={
                "use_case": use_case,
                "ruled": bool(rulings.required or rulings.useful or rulings.unjustified),
                "source": catalogue.sources[use_case.source],
            },
            trail=(HOME, GUIDES),
        )

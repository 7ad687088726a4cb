"""Every page of the site, by its file below `content/`."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.problems import Place, Problem
from guides_api.pages.addresses import address
from guides_api.pages.page import SitePage
from guides_api.pages.types import PAGE_TYPES


def site_pages(catalogue: Catalogue) -> tuple[Mapping[str, SitePage], tuple[Problem, ...]]:
    """Return all pages, written and generated, and the problem of each one that another's address is taken by."""
    found: dict[str, SitePage] = {}
    problems = []
    for page in chain.from_iterable(pages(catalogue) for pages in PAGE_TYPES):
        first = found.setdefault(address(page.path), page)
        if first is not page:
            problems.append(
                Problem(
                    Place(page.edits),
                    "adresse-en-double",
                    f"les pages « {first.title} » et « {page.title} » auraient la même adresse, /{address(page.path)}.",
                    remedy=f"Renommez l’une des deux : l’autre vient de {first.edits}.",
                )
            )
    return {page.path: page for page in found.values()}, tuple(problems)

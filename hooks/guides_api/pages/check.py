"""What is wrong in the prose of pages, before anything is built."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.documents import NOUNS
from guides_api.catalogue.models import Api, Guide, Page
from guides_api.catalogue.problems import Place, Problem
from guides_api.pages.components import On
from guides_api.pages.expand import mistakes


def page_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield the mistakes in the components of every written page, at their lines."""
    written: chain[Page | Api] = chain(catalogue.pages.values(), catalogue.guides.values(), catalogue.apis.values())
    for page in written:
        noun = NOUNS["apis" if isinstance(page, Api) else "guides" if isinstance(page, Guide) else "pages"]
        for mistake in mistakes(page.body, On(catalogue, page.path)):
            yield Problem(
                Place(page.file, page.body_line + mistake.line - 1),
                mistake.rule,
                mistake.message,
                f"{noun} « {page.title} »",
                remedy=mistake.remedy,
            )

"""`<Glossary />`: every term that the site explains."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any, ClassVar

from guides_api.catalogue.problems import folded
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import source_link

_NO_LETTER = "#"


class Glossary(Component):
    """The terms in alphabetical order, each at its own anchor, under their letters."""

    doc: ClassVar[str] = "Les termes du glossaire, dans l’ordre alphabétique, chacun avec son ancre."
    example: ClassVar[str] = "<Glossary />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the terms by letter, each with its source."""
        terms = sorted(on.catalogue.glossary.values(), key=lambda term: folded(term.name))
        return {
            "letters": [
                {
                    "letter": letter.upper(),
                    "terms": [{"term": term, "source": source_link(term.source, on)} for term in beginning],
                }
                for letter, beginning in groupby(terms, key=lambda term: folded(term.name)[:1] or _NO_LETTER)
            ]
        }

"""How much there is, and what it leaves out: counts and gaps, for maintainers."""

from __future__ import annotations

import re

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.models import Rulings
from guides_api.catalogue.written import Guide
from guides_api.pages.reading import Reading

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def words(text: str) -> int:
    """Count the words that a reader reads in a Markdown text: neither code, nor markup, nor what components draw."""
    reading = Reading(text)
    return sum(reading.reads(found.start()) for found in _WORD.finditer(text))


def counts(catalogue: Catalogue) -> dict[str, int]:
    """Return how much there is of each thing."""
    written = [(isinstance(page, Guide), words(page.body)) for page in catalogue.written()]
    return {
        "guides": len(catalogue.guides),
        "guide_words": sum(count for is_guide, count in written if is_guide),
        "news": len(catalogue.news),
        "words": sum(count for _, count in written),
        "apis": len(catalogue.apis),
        "data": len(catalogue.scopes),
        "use_cases": len(catalogue.use_cases),
        "editors": len(catalogue.editors),
        "solutions": sum(1 for _ in catalogue.solutions()),
        "facts": len(catalogue.facts),
        "legal_texts": len(catalogue.legal_texts),
        "sources": len(catalogue.sources),
        "terms": len(catalogue.glossary),
    }


def gaps(catalogue: Catalogue) -> dict[str, list[str]]:
    """Return the ids of what lacks something, by what it lacks."""
    use_cases, data, editors = catalogue.use_cases, catalogue.scopes, catalogue.editors
    return {
        "use_cases_without_guide": [key for key in use_cases if catalogue.guide_of(key) is None],
        "use_cases_without_solution": [key for key in use_cases if not catalogue.solutions_for(key)],
        "use_cases_without_legal_text": [key for key in use_cases if not use_cases[key].legal_texts],
        "use_cases_without_ruling": [key for key in use_cases if use_cases[key].apis == Rulings()],
        "apis_without_data": [key for key in catalogue.apis if not catalogue.scopes_of(key)],
        "data_without_finality": [key for key in data if not data[key].finalities],
        "data_without_official_id": [key for key in data if not data[key].official],
        "editors_without_siren": [key for key in editors if editors[key].siren is None],
        "editors_without_site": [key for key in editors if editors[key].site is None],
    }


def solutions_per_use_case(catalogue: Catalogue) -> dict[str, int]:
    """Return how many solutions serve each use case, the best served first."""
    found = {key: len(catalogue.solutions_for(key)) for key in catalogue.use_cases}
    return dict(sorted(found.items(), key=lambda pair: -pair[1]))

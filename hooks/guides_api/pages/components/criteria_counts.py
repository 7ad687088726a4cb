"""`<CriteriaCounts />`: how many criteria of the RGAA were looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.pages.components.base import Component, On
from guides_api.pages.components.criteria import STATE_WORDS


class CriteriaCounts(Component):
    """A table: subjects by states, and the whole."""

    doc: ClassVar[str] = "Le compte des critères du RGAA par thématique et par état."
    example: ClassVar[str] = "<CriteriaCounts />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return a row a subject, then the sums."""
        criteria = on.catalogue.rgaa.values()
        counts = Counter((item.theme, item.state) for item in criteria)
        themes = list(dict.fromkeys(item.theme for item in criteria))
        return {
            "states": list(STATE_WORDS.values()),
            "rows": [
                {
                    "theme": theme,
                    "counts": [counts[theme, state] for state in STATE_WORDS],
                    "sum": sum(counts[theme, state] for state in STATE_WORDS),
                }
                for theme in themes
            ],
            "sums": [sum(counts[theme, state] for theme in themes) for state in STATE_WORDS],
            "sum": len(criteria),
            "checked_on": max((item.checked_on for item in criteria), default=None),
        }

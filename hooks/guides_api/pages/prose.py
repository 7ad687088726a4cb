"""Habits of prose that the site makes needless or that get in a reader's way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guides_api.catalogue.problems import Severity
from guides_api.pages.code_spans import blanked, code_spans
from guides_api.pages.tags import Mistake

# Three links in a row to parts of the same page.
_CONTENTS = re.compile(r"(?:^[ \t]*[-*+\d.)]+[ \t]+\[[^\]\n]*\]\(#[^)\n]*\)[ \t]*\n*){3,}", re.MULTILINE)


def prose_mistakes(text: str) -> Iterator[Mistake]:
    """Yield a warning for each habit, at its line."""
    prose = blanked(text, code_spans(text))
    for found in _CONTENTS.finditer(prose):
        yield Mistake(
            text.count("\n", 0, found.start()) + 1,
            "sommaire-a-la-main",
            "cette liste ressemble à un sommaire écrit à la main.",
            "Supprimez-la : le sommaire est calculé, et toujours juste.",
            Severity.WARNING,
        )

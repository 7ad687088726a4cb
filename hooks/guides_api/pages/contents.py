"""Tables of contents that people write by hand at the top of a page, which the site makes by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guides_api.catalogue.fields import slugified
from guides_api.catalogue.problems import folded
from guides_api.pages.code_spans import code_spans
from guides_api.pages.spans import blanked

_LINK = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[[^\]]*\]\(#[^)]*\)[ \t]*")
_TITLE = re.compile(r"#{1,6}[ \t]+(?P<heading>.*?)(?:[ \t]*\{[^{}]*\})?|\*\*(?P<bold>[^*]+)\*\*|(?P<words>[^#*\[]+)")
_TITLES = frozenset(
    map(folded, ("sommaire", "table des matières", "plan", "plan de la page", "sur cette page", "dans cette page"))
)
_FEWEST = 3  # links that make a list a table of contents


def without_contents(text: str) -> str:
    """Return a page's text without the lists of links to its own parts that open it, or that a title announces.

    A list in the middle of a text, or one whose title is linked to, stays: somebody has to look at it.
    """
    lines = text.split("\n")
    shown = blanked(text, code_spans(text)).split("\n")
    for start, end in _lists(shown if len(shown) == len(lines) else lines):
        above = next((number for number in range(start - 1, -1, -1) if lines[number].strip()), -1)
        title = _title(lines[above]) if above >= 0 else ""
        first = above if title else start
        kept = [*lines[:first], *_without_blank_start(lines[end:])]
        if (above < 0 or title) and not (title and f"(#{slugified(title)})" in "\n".join(kept)):
            return without_contents("\n".join(kept))
    return text


def _lists(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first line of each list of such links, and the line after its last one."""
    start = end = links = 0
    for number, line in enumerate([*lines, "."]):
        if _LINK.fullmatch(line):
            start, links, end = (start if links else number), links + 1, number + 1
        elif line.strip():
            if links >= _FEWEST:
                yield start, end
            links = 0


def _title(line: str) -> str:
    """Return the title that a line is of a table of contents, empty where it is none."""
    found = _TITLE.fullmatch(line.strip().removesuffix(":").strip())
    words = next(filter(None, found.groups()), "") if found else ""
    return words if folded(words) in _TITLES else ""


def _without_blank_start(lines: Sequence[str]) -> Sequence[str]:
    return lines[next((number for number, line in enumerate(lines) if line.strip()), len(lines)) :]

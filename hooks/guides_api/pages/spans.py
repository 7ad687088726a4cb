"""Stretches of a text, as start and end offsets: all functions take them sorted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

Span = tuple[int, int]
_SIGN = re.compile(r"[^\n]")
_START = itemgetter(0)


def end_of_span(spans: Sequence[Span], position: int) -> int | None:
    """Return the end of the one of separate spans that holds a position, or None."""
    index = bisect_right(spans, position, key=_START) - 1
    return spans[index][1] if index >= 0 and position < spans[index][1] else None


def starts_of_lines(text: str, *signs: re.Pattern[str]) -> list[int]:
    """Return where the lines that hold any of some signs start, in order."""
    return sorted({text.rfind("\n", 0, found.start()) + 1 for sign in signs for found in sign.finditer(text)})


def blanked(text: str, spans: Sequence[Span]) -> str:
    """Return text of the same length with sorted spans emptied, so that what follows isn't fooled by what they hold."""
    pieces, position = [], 0
    for start, end in spans:
        pieces += [text[position:start], "\n" * (end - start)]
        position = end
    return "".join([*pieces, text[position:]])


def masked(text: str, spans: Sequence[Span]) -> str:
    """Return text with sorted spans made of a sign that is no word: its lines stay whole, and where they are."""
    pieces, position = [], 0
    for start, end in spans:
        pieces += [text[position:start], _SIGN.sub("\x01", text[start:end])]
        position = end
    return "".join([*pieces, text[position:]])


def joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield sorted spans, those that overlap made one."""
    last: Span | None = None
    for start, end in spans:
        if last and start < last[1]:
            last = (last[0], max(end, last[1]))
        else:
            if last:
                yield last
            last = (start, end)
    if last:
        yield last

"""The pages of a term, as text: `3B1aQ` is rank 2 at level B, then rank 48 at level Q.

A rank is told by how far it is from the one before, in base 36, and by nothing when it is the next one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

_POSTING = re.compile(r"([0-9a-z]*)([A-Z])")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Postings = Mapping[str, tuple[int, str]]  # how many pages a term has, and its pages
Changes = Mapping[str, Mapping[int, str]]  # the levels of pages that a term gains, by rank; an empty one is lost


def changed(postings: Postings, ranks: Sequence[int | None] | None, changes: Changes) -> Postings:
    """Return what postings become, in the order of terms.

    `ranks` tells where each rank of before is now, if anywhere; none at all, if no page has moved.
    """
    found = dict(postings)
    for term in changes if ranks is None else {**postings, **changes}:
        levels = changes.get(term, {})
        if term in postings:
            levels = {**_read(postings[term][1], ranks), **levels}
        if left := sorted([(rank, level) for rank, level in levels.items() if level]):
            found[term] = len(left), _text(left)
        else:
            del found[term]
    return {term: found[term] for term in sorted(found)}


def _read(text: str, ranks: Sequence[int | None] | None) -> dict[int, str]:
    levels, rank = {}, -1
    for step, level in _POSTING.findall(text):
        rank += int(step, 36) if step else 1
        levels[rank] = level
    if ranks is None:
        return levels
    return {now: level for rank, level in levels.items() if (now := ranks[rank]) is not None}


def _text(found: Sequence[tuple[int, str]]) -> str:
    pieces, next_rank = [], 0
    for rank, level in found:
        if rank != next_rank:
            pieces.append(_base36(rank - next_rank + 1))
        pieces.append(level)
        next_rank = rank + 1
    return "".join(pieces)


@cache
def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits

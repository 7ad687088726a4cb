"""What to read after a guide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.written import Guide

SHOWN = 3


def related_guides(guide: Guide, catalogue: Catalogue) -> tuple[Guide, ...]:
    """Return the listed guides that share most tags and APIs with a guide, at most three, ties by title."""
    labels, closest = frozenset(_labels(guide)), _closest(catalogue)
    if labels not in closest:
        closest[labels] = tuple(islice(_closest_first(labels, catalogue), SHOWN + 1))
    others = (catalogue.listed_guides[rank] for rank in closest[labels])
    return tuple(islice((other for other in others if other.id != guide.id), SHOWN))


@lru_cache(maxsize=1)
def _closest(_catalogue: Catalogue) -> dict[frozenset[str], tuple[int, ...]]:
    """Return what is known already: the ranks of the guides closest to labels, which many guides bear."""
    return {}


def _closest_first(labels: frozenset[str], catalogue: Catalogue) -> Iterator[int]:
    """Yield the ranks of the listed guides that share any of some labels, those that share most first.

    All guides may share a tag: sets of ranks are the bits of one number, for which 5,000 guides are as quick as five.
    """
    bearers = _bearers(catalogue)
    sharing = [0] * (len(labels) + 1)  # at n, those that share n labels or more
    for label in labels & bearers.keys():
        for count in range(len(labels), 1, -1):
            sharing[count] |= sharing[count - 1] & bearers[label]
        sharing[1] |= bearers[label]
    more = 0
    for ranks in reversed(sharing[1:]):
        yield from _each(ranks & ~more)
        more = ranks


@lru_cache(maxsize=1)
def _bearers(catalogue: Catalogue) -> Mapping[str, int]:
    """Return the ranks of the listed guides that bear each tag or name each API."""
    found: dict[str, int] = defaultdict(int)
    for rank, guide in enumerate(catalogue.listed_guides):
        for label in _labels(guide):
            found[label] |= 1 << rank
    return found


def _labels(guide: Guide) -> set[str]:
    return {*guide.tags, *guide.api}


def _each(ranks: int) -> Iterator[int]:
    while ranks:
        lowest = ranks & -ranks
        yield lowest.bit_length() - 1
        ranks ^= lowest

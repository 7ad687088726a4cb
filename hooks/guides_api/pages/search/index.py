"""How much each word says of each page, worked out before anybody asks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import log2, sqrt

from guides_api.pages.search.phrases import Phrases
from guides_api.pages.search.reader import BODY, FIELDS, FORMS, HEADINGS, LEAD, LINKS, TITLE
from guides_api.pages.search.words import stem

# BM25, field by field: how much a field is worth, how much being long takes away from each of its words, and how many
# times a word must stand in it to be worth half of that.
_FIELDS: Mapping[str, tuple[float, float, float]] = {
    TITLE: (12.0, 0.6, 0.3),
    HEADINGS: (2.0, 0.5, 0.6),
    LEAD: (3.0, 0.5, 0.6),
    BODY: (2.5, 0.6, 1.0),
    LINKS: (0.8, 0.6, 1.5),
    FORMS: (2.0, 0.6, 0.6),
}
_MOST = sum(worth for worth, _, _ in _FIELDS.values())
TELLING = (TITLE, HEADINGS, LEAD)  # two words that follow each other there are a term too
WHOLE = "$"  # closes the term that a whole title is
LEVELS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_STEPS = 16  # between a mean and its double

Stems = Mapping[str, Sequence[str]]


def stems(fields: Mapping[str, Sequence[str]]) -> Stems:
    """Return the stems of the words of each field that has some."""
    kept = {name: list(filter(None, map(stem, words))) for name, words in fields.items()}
    return {name: found for name, found in kept.items() if found}


def lengths(found: Stems) -> tuple[int, ...]:
    """Return how long each field is, in the order of fields."""
    return tuple(len(found.get(name, ())) for name in FIELDS)


def means(pages: Iterable[tuple[int, ...]]) -> Mapping[str, float]:
    """Return about how long each field is where there is one, from the lengths of pages.

    A mean is one of few numbers, at most a fortieth from the true one: what one page becomes seldom changes it, and
    so seldom changes what words say of all others.
    """
    by_field = zip(*pages, strict=True)
    known = {name: [length for length in each if length] for name, each in zip(FIELDS, by_field, strict=False)}
    return {name: _rounded(sum(each) / len(each)) for name, each in known.items() if each}


def _rounded(mean: float) -> float:
    return 2 ** (round(log2(mean) * _STEPS) / _STEPS)


def levels(found: Stems, worth: float, means: Mapping[str, float], phrases: Phrases) -> Mapping[str, str]:
    """Return how much each term says of a page, as a letter; groups of phrases that mean the same are terms."""
    share = worth / _MOST
    weights: dict[str, float] = defaultdict(float)
    for name, kept in found.items():
        most, by_length, half = _FIELDS[name]
        half *= 1 - by_length + by_length * len(kept) / means[name]
        counts = Counter(kept)
        counts.update(phrases.found(kept))
        if name in TELLING:
            counts.update(map(" ".join, pairwise(kept)))
        by_count = {count: most * count / (count + half) for count in set(counts.values())}
        for term, count in counts.items():
            weights[term] += by_count[count]
    if TITLE in found:
        weights[f"{' '.join(found[TITLE])}{WHOLE}"] = _MOST / 2
    by_weight = {weight: _level(share * weight) for weight in set(weights.values())}
    return {term: by_weight[weight] for term, weight in weights.items()}


def _level(share: float) -> str:
    """Return the letter of a share of what a word can be worth: as its square root, for most shares are small."""
    return LEVELS[int(sqrt(share) * len(LEVELS))]

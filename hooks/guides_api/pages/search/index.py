"""How much each word says of each page, worked out before anybody asks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from guides_api.pages.search.found import Found
from guides_api.pages.search.phrases import Phrases
from guides_api.pages.search.reader import BODY, FIELDS, FORMS, HEADINGS, LEAD, LINKS, TITLE
from guides_api.pages.search.words import folded, stem

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
_TELLING = (TITLE, HEADINGS, LEAD)  # two words that follow each other there are a term too
WHOLE = "$"  # closes the term that a whole title is
LEVELS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Index:
    """For each term, the ranks of pages with its level there; the words that misspelt ones may stand for."""

    postings: Mapping[str, Sequence[tuple[int, str]]]
    written: Sequence[str]


def index(pages: Sequence[Found], phrases: Phrases) -> Index:
    """Return the index of pages, with a term for each group of phrases that mean the same."""
    stemmed = [{name: _stems(text) for name, text in page.fields.items()} for page in pages]
    means = {name: _mean(fields.get(name, ()) for fields in stemmed) for name in FIELDS}
    postings: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for rank, (page, fields) in enumerate(zip(pages, stemmed, strict=True)):
        weights = _weights(fields, means, phrases)
        if TITLE in fields:
            weights[f"{' '.join(fields[TITLE])}{WHOLE}"] = _MOST / 2
        for term, weight in weights.items():
            postings[term].append((rank, _level(page.worth * weight / _MOST)))
    return Index(postings, _written(pages, phrases))


def _level(share: float) -> str:
    """Return the letter of a share of what a word can be worth: as its square root, for most shares are small."""
    return LEVELS[int(sqrt(share) * len(LEVELS))]


def _stems(text: str) -> Sequence[str]:
    return [kept for word in text.split(" ") if (kept := stem(word))]


def _mean(found: Iterable[Sequence[str]]) -> float:
    """Return the mean length of a field where there is one."""
    lengths = [len(kept) for kept in found if kept]
    return sum(lengths) / max(len(lengths), 1)


def _weights(fields: Mapping[str, Sequence[str]], means: Mapping[str, float], phrases: Phrases) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    for name, kept in fields.items():
        if not kept:
            continue
        worth, by_length, half = _FIELDS[name]
        length = 1 - by_length + by_length * len(kept) / means[name]
        pairs = map(" ".join, pairwise(kept)) if name in _TELLING else ()
        for term, count in Counter([*kept, *pairs, *phrases.found(kept)]).items():
            weights[term] += worth * count / (count + half * length)
    return weights


def _written(pages: Iterable[Found], phrases: Phrases) -> tuple[str, ...]:
    """Return the words that a misspelt one may stand for, without the plurals of others.

    A word that a single page holds, far from its title, is no suggestion to make.
    """
    pages_with: Counter[str] = Counter()
    telling = set(phrases.words)
    for page in pages:
        fields = {name: text.split(" ") for name, text in page.fields.items()}
        pages_with.update(set().union(*fields.values()))
        telling.update(*(fields[name] for name in _TELLING if name in fields))
    common = {word for word, count in pages_with.items() if count > 1} | telling
    singular = {word for word in common if word[:-1] not in common or word[-1] not in "sx"}
    return tuple(sorted(word for word in singular if len(folded(word)) > 3 and word.isalpha() and stem(word)))

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
    TITLE: (8.0, 0.5, 0.3),
    HEADINGS: (2.0, 0.5, 0.6),
    LEAD: (2.5, 0.5, 0.6),
    BODY: (2.5, 0.6, 1.5),
    LINKS: (0.8, 0.6, 1.5),
    FORMS: (2.0, 0.6, 0.6),
}
_MOST = sum(worth for worth, _, _ in _FIELDS.values())
_TELLING = (TITLE, HEADINGS, LEAD)  # two words that follow each other there are a term too
LEVELS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Index:
    """For each term, the ranks of pages with its level there; how each stem is most often written."""

    postings: Mapping[str, Sequence[tuple[int, str]]]
    written: Mapping[str, str]


def index(pages: Sequence[Found], phrases: Phrases) -> Index:
    """Return the index of pages, with a term for each group of phrases that mean the same."""
    stemmed = [{name: _stems(text) for name, text in page.fields.items()} for page in pages]
    means = {name: _mean(fields.get(name, ()) for fields in stemmed) for name in FIELDS}
    postings: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for rank, (page, fields) in enumerate(zip(pages, stemmed, strict=True)):
        for term, weight in _weights(fields, means, phrases).items():
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


def _weights(fields: Mapping[str, Sequence[str]], means: Mapping[str, float], phrases: Phrases) -> Mapping[str, float]:
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


def _written(pages: Iterable[Found], phrases: Phrases) -> Mapping[str, str]:
    """Return what a misspelt word may stand for: each stem as it is most often written.

    A word that a single page holds, far from its title, is no suggestion to make.
    """
    counts: Counter[str] = Counter()
    pages_with: Counter[str] = Counter()
    telling = set(phrases.words)
    for page in pages:
        fields = {name: text.split(" ") for name, text in page.fields.items()}
        pages_with.update(set().union(*fields.values()))
        for name, found in fields.items():
            counts.update(found)
            if name in _TELLING:
                telling.update(found)
    counts.update(phrases.words)
    best: dict[str, str] = {}
    for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        kept = stem(word)
        if kept and len(folded(word)) > 3 and word.isalpha() and (word in telling or pages_with[word] > 1):
            best.setdefault(kept, word)
    return best

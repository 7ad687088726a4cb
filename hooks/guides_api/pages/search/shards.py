"""The index as small files, of which a browser fetches those that a query needs.

They are named after what they hold, but for the first one, which tells the names of the others: its own never changes.
So pages name it whatever the words of the site become, and one that was opened before them finds them too.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from guides_api.pages.search.found import Found
from guides_api.pages.search.french import RULES
from guides_api.pages.search.index import Index
from guides_api.pages.search.phrases import Phrases
from guides_api.pages.search.words import folded, stem

START, FOLDER = "recherche/index.json", "assets/recherche"
_SHARD = 8_000  # characters of a file of terms, before compression
_BLOCK = 16  # pages described in a file
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def shards(pages: Sequence[Found], index: Index, phrases: Phrases) -> Mapping[str, str]:
    """Return the text of each file by its path."""
    files: dict[str, str] = {}

    def named(kind: str, content: object) -> str:
        text = _json(content)
        mark = hashlib.sha256(text.encode()).hexdigest()[:10]
        files[f"{FOLDER}/{kind}-{mark}.json"] = text
        return mark

    described = [[page.address, page.title, page.kind, page.description, *page.headings] for page in pages]
    start = {
        "rules": RULES,
        "groups": [[" ".join(phrase) for phrase in group] for group in phrases.groups],
        "count": len(pages),
        "terms": [(next(iter(shard)), named("mots", shard)) for shard in _terms(index)],
        "spellings": {length: named("formes", words) for length, words in _spellings(index)},
        "answers": list(_answers(pages)),
        "block": _BLOCK,
        "pages": [named("pages", described[rank : rank + _BLOCK]) for rank in range(0, len(described), _BLOCK)],
    }
    return {START: _json(start), **files}


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _answers(pages: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Yield the rank of each page that answers follow, and how many."""
    whole = [rank for rank, page in enumerate(pages) if "#" not in page.address]
    for rank, following in pairwise([*whole, len(pages)]):
        if following > rank + 1:
            yield rank, following - rank - 1


def _terms(index: Index) -> Iterator[Mapping[str, str]]:
    """Yield runs of terms in order, each about as long as a file should be."""
    shard: dict[str, str] = {}
    size = 0
    for term in sorted(index.postings):
        text = _postings(index.postings[term])
        if shard and size + len(text) > _SHARD:
            yield shard
            shard, size = {}, 0
        shard[term] = text
        size += len(term) + len(text) + len('"":"",')
    if shard:
        yield shard


def _postings(found: Sequence[tuple[int, str]]) -> str:
    """Return ranks and levels as text: `3B1aQ` is rank 2 at level B, then rank 48 at level Q.

    A rank is told by how far it is from the one before, in base 36, and by nothing when it is the next one.
    """
    pieces, last = [], -1
    for rank, level in found:
        pieces.append(level if rank == last + 1 else f"{_base36(rank - last)}{level}")
        last = rank
    return "".join(pieces)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits


def _spellings(index: Index) -> Iterator[tuple[int, str]]:
    """Yield, for each length, the words of that length, each followed by how common it is, from 0 to 9."""
    by_length: dict[int, list[str]] = defaultdict(list)
    for word in index.written:
        common = max(len(index.postings.get(stem(word), ())).bit_length() - 1, 0)
        by_length[len(folded(word))].append(f"{word}{min(common, 9)}")
    for length in sorted(by_length):
        yield length, " ".join(sorted(by_length[length]))

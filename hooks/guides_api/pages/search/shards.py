"""The index as small files, of which a browser fetches those that a query needs.

They are named after what they hold, but for the first one, which tells the names of the others: its own never changes.
So pages name it whatever the words of the site become, and one that was opened before them finds them too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from zlib import crc32

from guides_api.pages.search.french import RULES
from guides_api.pages.search.phrases import Phrases
from guides_api.pages.search.postings import Postings

START, FOLDER = "recherche/index.json", "assets/recherche"
_ENOUGH, _MOST = 6_000, 9_000  # characters of a file of terms, before compression
_ENDS = 16  # terms, of which one may open a file that nothing forces to end
_BLOCK = 16  # pages described in a file


def shards(
    described: Sequence[tuple[str, str]], postings: Postings, spellings: Iterable[tuple[int, str]], phrases: Phrases
) -> Mapping[str, str]:
    """Return the text of each file by its path; what may be found is told by its address and by its description."""
    files: dict[str, str] = {}

    def named(kind: str, text: str) -> str:
        mark = hashlib.sha256(text.encode()).hexdigest()[:10]
        files[f"{FOLDER}/{kind}-{mark}.json"] = text
        return mark

    records = [record for _, record in described]
    blocks = [records[rank : rank + _BLOCK] for rank in range(0, len(records), _BLOCK)]
    start = {
        "rules": RULES,
        "groups": [[" ".join(phrase) for phrase in group] for group in phrases.groups],
        "count": len(records),
        "terms": [(next(iter(shard)), named("mots", _json(shard))) for shard in _terms(postings)],
        "spellings": {length: named("formes", _json(words)) for length, words in spellings},
        "answers": list(_answers([address for address, _ in described])),
        "block": _BLOCK,
        "pages": [named("pages", f"[{','.join(block)}]") for block in blocks],
    }
    return {START: _json(start), **files}


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _answers(addresses: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the rank of each page that answers follow, and how many."""
    whole = [rank for rank, address in enumerate(addresses) if "#" not in address]
    for rank, following in pairwise([*whole, len(addresses)]):
        if following > rank + 1:
            yield rank, following - rank - 1


def _terms(postings: Postings) -> Iterator[Mapping[str, str]]:
    """Yield runs of terms in order, each about as long as a file should be.

    Where a run may end is for its next term to say, not for all that came before: a word more changes one file or two,
    and a reader keeps the others.
    """
    shard: dict[str, str] = {}
    size = 0
    for term, (_, text) in postings.items():
        longer = size + len(term) + len(text) + len('"":"",')
        if shard and (longer > _MOST or (size > _ENOUGH and crc32(term.encode()) % _ENDS == 0)):
            yield shard
            longer -= size
            shard = {}
        shard[term] = text
        size = longer
    if shard:
        yield shard

"""The words that a misspelt one may stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from guides_api.pages.search.postings import Postings
from guides_api.pages.search.words import folded, stem

# How long a word is without its accents, and its stem; of one that no other may stand for, nothing.
Spellings = Mapping[str, tuple[int, str]]


def spellings(pages_with: Mapping[str, int], telling: Collection[str], kept: Spellings) -> Spellings:
    """Return the words to suggest, in their order: those of two pages, and those that tell most, without plurals.

    A word that a single page holds, far from its title, is no suggestion to make. `kept` is what was returned before.
    """
    common = {word for word, count in pages_with.items() if count > 1}.union(telling)
    singular = [word for word in common if word[:-1] not in common or word[-1] not in "sx"]
    return {word: kept[word] if word in kept else _known(word) for word in sorted(singular)}


def _known(word: str) -> tuple[int, str]:
    length, found = len(folded(word)), stem(word)
    return (length, found) if length > 3 and word.isalpha() and found else (0, "")


def by_length(found: Spellings, postings: Postings) -> Iterator[tuple[int, str]]:
    """Yield, for each length, the words of that length, each followed by how common it is, from 0 to 9."""
    lists: dict[int, list[str]] = defaultdict(list)
    for word, (length, term) in found.items():
        if length:
            count, _ = postings.get(term, (0, ""))
            lists[length].append(f"{word}{min(max(count.bit_length() - 1, 0), 9)}")
    for length in sorted(lists):
        yield length, " ".join(lists[length])

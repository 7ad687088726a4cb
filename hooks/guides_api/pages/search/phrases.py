"""Words that mean the same: each group of phrases is a term of its own, in pages and in what is sought.

`search-words.js` finds them in the same way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.search.words import stems, words

_MARK = "="  # opens the term of a group: no word holds it


@dataclass(frozen=True, slots=True)
class Phrases:
    """Groups of phrases, each phrase a sequence of stems, by rank; `words` are those that they are written with."""

    groups: Sequence[Sequence[tuple[str, ...]]]
    words: frozenset[str]
    by_first: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]

    @classmethod
    def of(cls, groups: Iterable[Iterable[str]]) -> Phrases:
        """Return the phrases of groups, as people write them."""
        written = [[list(words(phrase)) for phrase in group] for group in groups]
        stemmed = [sorted({tuple(kept) for phrase in group if (kept := stems(phrase))}) for group in written]
        by_first = defaultdict(list)
        for rank, group in enumerate(stemmed):
            for phrase in group:
                by_first[phrase[0]].append((phrase, f"{_MARK}{rank}"))
        return cls(stemmed, frozenset(word for group in written for phrase in group for word in phrase), by_first)

    def found(self, kept: Sequence[str]) -> Iterator[str]:
        """Yield the term of each phrase of a sequence of stems."""
        by_first = self.by_first
        for start in [rank for rank, stem in enumerate(kept) if stem in by_first]:
            for phrase, term in by_first[kept[start]]:
                if tuple(kept[start : start + len(phrase)]) == phrase:
                    yield term


def synonyms(catalogue: Catalogue) -> Iterator[Sequence[str]]:
    """Yield the groups of words that mean the same: those of the glossary, and the search's own.

    A group that quotes a term of the glossary gains all that the term is also called.
    """
    terms = [tuple(filter(None, (*term.forms, term.expansion))) for term in catalogue.glossary.values()]
    yield from (forms for forms in terms if len(forms) > 1)
    called = {form: forms for forms in terms for form in forms}
    for group in catalogue.synonyms.values():
        yield tuple(dict.fromkeys(form for word in group.words for form in called.get(word, (word,))))

"""What is kept of an index, from which the next one is made: of each page, and of each word."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from guides_api.pages.page import SitePage
from guides_api.pages.search.entry import Entry
from guides_api.pages.search.found import Found
from guides_api.pages.search.index import TELLING
from guides_api.pages.search.phrases import Phrases
from guides_api.pages.search.postings import Postings
from guides_api.pages.search.spellings import Spellings

_BETWEEN = "\n"  # no word holds it


@dataclass(frozen=True, slots=True)
class Source:
    """A page that may be found. `mark` changes with its words, which `read` gives if they are not known yet."""

    page: SitePage
    mark: str
    read: Callable[[], Entry]

    @property
    def about(self) -> tuple[str, ...]:
        """All that the index says of the page besides its words."""
        page = self.page
        return (page.title, page.description, page.layout, *(crumb.title for crumb in page.trail))


class Item(NamedTuple):
    """What may be found: the text that describes it, how long its fields are, and its words.

    Words and terms are in few texts, not in many short ones: they are read again only when the page changes.
    """

    address: str
    record: str
    lengths: tuple[int, ...]
    joined_words: str
    joined_telling: str
    joined_terms: str = ""
    letters: str = ""

    @classmethod
    def of(cls, found: Found, fields: Mapping[str, Sequence[str]], lengths: tuple[int, ...]) -> Item:
        """Return what is kept of what was found, but how much its words say."""
        described = [found.address, found.title, found.kind, found.description, *found.headings]
        return cls(
            found.address,
            json.dumps(described, ensure_ascii=False, separators=(",", ":")),
            lengths,
            _BETWEEN.join(dict.fromkeys(chain.from_iterable(fields.values()))),
            _BETWEEN.join(dict.fromkeys(chain.from_iterable(fields.get(name, ()) for name in TELLING))),
        )

    def saying(self, levels: Mapping[str, str]) -> Item:
        """Return the same with the level of each term there."""
        return self._replace(joined_terms=_BETWEEN.join(levels), letters="".join(levels.values()))

    @property
    def levels(self) -> Mapping[str, str]:
        """The level of each term there."""
        return dict(zip(_split(self.joined_terms), self.letters, strict=True))

    @property
    def words(self) -> Sequence[str]:
        """Each of its words, once."""
        return _split(self.joined_words)

    @property
    def telling(self) -> Sequence[str]:
        """Each of the words that tell most, once."""
        return _split(self.joined_telling)


def _split(text: str) -> Sequence[str]:
    return text.split(_BETWEEN) if text else ()


class Page(NamedTuple):
    """What is kept of a page, with all that it was made from; `alone` tells which of its titles no other page has."""

    mark: str
    about: tuple[str, ...]
    titles: tuple[str, ...]
    alone: tuple[bool, ...]
    items: tuple[Item, ...]


class State(NamedTuple):
    """What is kept of an index."""

    phrases: Phrases
    means: Mapping[str, float]
    pages: Mapping[str, Page]
    postings: Postings
    words: Mapping[str, int]
    telling: Mapping[str, int]
    spellings: Spellings

    @property
    def items(self) -> Sequence[Item]:
        """All that may be found, by rank."""
        return [item for page in self.pages.values() for item in page.items]

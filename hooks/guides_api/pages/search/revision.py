"""The index of all pages, made from what is kept of an earlier one: only what changed is worked out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from guides_api.pages.addresses import address
from guides_api.pages.search.found import Found, found
from guides_api.pages.search.index import Stems, lengths, levels, means, stems
from guides_api.pages.search.phrases import Phrases
from guides_api.pages.search.postings import changed
from guides_api.pages.search.shards import shards
from guides_api.pages.search.spellings import by_length, spellings
from guides_api.pages.search.state import Item, Page, Source, State


class _Draft(NamedTuple):
    """An item before it is known how much its words say, for that depends on the other pages."""

    item: Item
    stems: Stems
    worth: float

    @classmethod
    def of(cls, item: Found) -> _Draft:
        fields = {name: text.split(" ") for name, text in item.fields.items()}
        kept = stems(fields)
        return cls(Item.of(item, fields, lengths(kept)), kept, item.worth)


def made(sources: Iterable[Source], phrases: Phrases, kept: State | None) -> tuple[Mapping[str, str], State]:
    """Return the text of each file of the index by its path, and what to keep of it.

    Both depend on the pages and the phrases alone: what is kept of another index, or of none, gives the same.
    """
    before = kept if kept and kept.phrases == phrases else State(phrases, {}, {}, {}, {}, {}, {})
    ordered = sorted(sources, key=lambda source: address(source.page.path))
    pages = list(_pages(ordered, before.pages))
    mean = means(item.lengths for page, drafts in pages for item in (*page.items, *(draft.item for draft in drafts)))
    if before.pages and mean != before.means:
        return made(ordered, phrases, None)  # how long a page is counts by how long the others are
    after = {}
    said: list[str] = []  # where what items say was worked out again: each then tells it, in one text
    for source, (page, drafts) in zip(ordered, pages, strict=True):
        items = [draft.item.saying(levels(draft.stems, draft.worth, mean, phrases)) for draft in drafts]
        after[source.page.path] = page._replace(items=(*page.items, *items))
        said.extend(item.address for item in items)
    state = _revised(before, mean, after, said)
    described = [(item.address, item.record) for item in state.items]
    return shards(described, state.postings, by_length(state.spellings, state.postings), phrases), state


def _pages(sources: Sequence[Source], known: Mapping[str, Page]) -> Iterator[tuple[Page, Sequence[_Draft]]]:
    """Yield each page as it is kept, unless its words changed or its titles stand elsewhere too: then with drafts."""
    before = [known.get(source.page.path) for source in sources]
    titles = [
        page.titles if page and page.mark == source.mark else tuple(part.title for part in source.read().parts)
        for source, page in zip(sources, before, strict=True)
    ]
    shared = Counter(chain.from_iterable(titles))
    for source, page, own in zip(sources, before, titles, strict=True):
        alone = tuple([shared[title] == 1 for title in own])
        now = Page(source.mark, source.about, own, alone, ())
        if page and page[:-1] == now[:-1]:
            yield page, ()
        else:
            yield now, [_Draft.of(item) for item in found(source.page, source.read(), alone)]


def _revised(before: State, mean: Mapping[str, float], pages: Mapping[str, Page], said: Sequence[str]) -> State:
    had = {item.address: item for item in before.items}
    has = {item.address: item for page in pages.values() for item in page.items}
    again = frozenset(said)
    lost = [item for item in had.values() if item.address in again or item.address not in has]
    gained = [has[place] for place in said]
    ranks = {place: rank for rank, place in enumerate(has)}
    moved = None if list(had) == list(has) else [ranks.get(place) for place in had]
    changes: dict[str, dict[int, str]] = defaultdict(dict)
    for place in said:
        _change(changes, ranks[place], had[place].levels if place in had else {}, has[place].levels)
    words = _counted(before.words, (item.words for item in lost), (item.words for item in gained))
    telling = _counted(before.telling, (item.telling for item in lost), (item.telling for item in gained))
    return State(
        before.phrases,
        mean,
        pages,
        changed(before.postings, moved, changes),
        words,
        telling,
        spellings(words, telling.keys() | before.phrases.words, before.spellings),
    )


def _change(changes: dict[str, dict[int, str]], rank: int, before: Mapping[str, str], now: Mapping[str, str]) -> None:
    """Note the terms whose levels change in an item."""
    for term in before.keys() - now.keys():
        changes[term][rank] = ""
    for term, level in now.items() - before.items() if before else now.items():
        changes[term][rank] = level


def _counted(
    kept: Mapping[str, int], lost: Iterable[Sequence[str]], gained: Iterable[Sequence[str]]
) -> Mapping[str, int]:
    """Return how many items hold each word."""
    counts = Counter(kept)
    for words in gained:
        counts.update(words)
    for words in lost:
        counts.subtract(words)
    return {word: count for word, count in counts.items() if count}

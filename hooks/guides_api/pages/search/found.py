"""What the search may find: pages, and each answer of a page that is a collection of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guides_api.pages.addresses import address
from guides_api.pages.page import SitePage
from guides_api.pages.search.entry import Entry, Part
from guides_api.pages.search.reader import BODY, HEADINGS, TITLE
from guides_api.pages.typography import typographic_words

_MANY = 20  # answers of its own that make a page a collection
# What a page is worth beside a guide, by its layout: less if it dates, leads to others or says the same in another way.
_WORTH = {
    "provider": 0.9,
    "legal_text": 0.9,
    "public": 0.9,
    "exports": 0.85,
    "comparison_list": 0.85,
    "news": 0.75,
    "tag": 0.75,
    "datum": 0.7,
    "comparison": 0.6,
    "deliberation": 0.6,
    "news_archive": 0.5,
    "case_file": 0.4,
}
_ANSWER = 0.7


@dataclass(frozen=True, slots=True)
class Found:
    """A page or an answer: its words, what is shown of it, and how much it is worth, at most 1.

    `kind` is the way to it; `headings` are its parts that no other page has, by anchor.
    """

    address: str
    title: str
    kind: str
    description: str
    worth: float
    fields: Mapping[str, str]
    headings: tuple[tuple[str, str], ...] = ()


def searchable(page: SitePage) -> bool:
    """Tell whether the search may find a page: not the steps of a route, which nobody writes and nothing lists."""
    return page.written or not page.noindex


def found(page: SitePage, entry: Entry, alone: Iterable[bool]) -> Iterator[Found]:
    """Yield what may be found of a page, itself first; `alone` tells of each part whether no other has its title."""
    own = [part for part, single in zip(entry.parts, alone, strict=True) if single and part.anchor]
    answers = [part for part in own if BODY in part.fields]
    if len(answers) < _MANY:
        answers = []
    rest = [part for part in entry.parts if part not in answers]
    worth = _WORTH.get(page.layout, 1.0)
    title = typographic_words(page.title)
    yield Found(
        address=address(page.path),
        title=title,
        kind=" › ".join(typographic_words(crumb.title) for crumb in page.trail[1:]),
        description=entry.opening.shown or typographic_words(page.description),
        worth=worth,
        fields=_joined(entry.opening, rest),
        headings=tuple((part.anchor, part.title) for part in own if part in rest),
    )
    for part in answers:
        place = f"{address(page.path)}#{part.anchor}"
        yield Found(place, part.title, title, part.shown, worth * _ANSWER, part.fields)


def _joined(opening: Part, others: Iterable[Part]) -> Mapping[str, str]:
    """Return the words of a page: those of its parts' titles are its headings."""
    fields = {name: [text] for name, text in opening.fields.items()}
    for part in others:
        for name, text in part.fields.items():
            fields.setdefault(HEADINGS if name == TITLE else name, []).append(text)
    return {name: " ".join(texts) for name, texts in fields.items()}

"""What the search keeps of a page: its words, read from its HTML and from nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guides_api.pages.search.reader import FIELDS, LEAD, TITLE, Section, sections
from guides_api.pages.search.words import compounds, words

_SHOWN = 160  # characters below a result


@dataclass(frozen=True, slots=True)
class Part:
    """What a heading opens, at its anchor, or what opens the page; `shown` is its first words, for people.

    `fields` are its words in their order, with one space between two, as `words` gives them.
    """

    anchor: str
    title: str
    shown: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: its opening, and its other parts."""

    opening: Part
    parts: tuple[Part, ...]


def entry(html: str) -> Entry:
    """Return what the search keeps of a page's content."""
    first, *others = sections(html)
    return Entry(_part(first, first.said(LEAD)), tuple(_part(section, section.shown) for section in others))


def _part(section: Section, shown: str) -> Part:
    fields = {name: text for name in FIELDS if (text := _words(section.said(name)))}
    return Part(section.anchor, section.said(TITLE), _cut(shown), fields)


def _words(text: str) -> str:
    return " ".join([*words(text), *compounds(text)])


def _cut(text: str) -> str:
    if len(text) <= _SHOWN:
        return text
    return f"{text[:_SHOWN].rpartition(' ')[0].rstrip(' ,;:')}…"

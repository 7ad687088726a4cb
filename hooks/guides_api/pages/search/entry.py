"""What the search keeps of a page: its words, read from its HTML and from nothing else."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from guides_api.pages.search.reader import BODY, FIELDS, LEAD, LINKS, TITLE, Section, sections
from guides_api.pages.search.words import read

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
    return Entry(_part(first, (LEAD,)), tuple(_part(section, (LEAD, BODY, LINKS)) for section in others))


def _part(section: Section, shown: Container[str]) -> Part:
    said = section.said
    fields = {name: text for name in FIELDS if name in said and (text := read(said[name]))}
    return Part(section.anchor, " ".join(said.get(TITLE, "").split()), _cut(section.seen(shown)), fields)


def _cut(text: str) -> str:
    line = " ".join(text[: 4 * _SHOWN].split())  # enough, unless most of it is spaces
    if len(line) <= _SHOWN:
        line = " ".join(text.split())
    if len(line) <= _SHOWN:
        return line
    return f"{line[:_SHOWN].rpartition(' ')[0].rstrip(' ,;:')}…"

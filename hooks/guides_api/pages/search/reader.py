"""A page's HTML as the search reads it: cut at its headings, its words sorted by what they are worth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

TITLE, HEADINGS, LEAD, BODY, LINKS, FORMS = FIELDS = ("title", "headings", "lead", "body", "links", "forms")
_BETWEEN = ""  # the field of what parts two blocks
_HEADINGS = ("h1", "h2", "h3", "h4", "dt")
_UNREAD = ("nav", "script", "style", "template", "select", "svg", "noscript")
_ASIDE = {
    "headerlink",
    "checked",
}  # classes of what says nothing of the page: the mark of a heading, a date of checking
_BREAKS = (
    *("address", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt", "figure", "h1", "h2", "h3", "h4"),
    *("li", "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul"),
)
_VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
# The id of a form of DataPass, in its address: its words say whose it is.
_FORM = re.compile(r"https://[^/]+/(?:.*/)?([a-z0-9]+(?:-[a-z0-9]+){2,})(?=/|$)")


@dataclass(slots=True)
class Section:
    """What stands from a heading to the next one: fields and texts, in the order of the page."""

    anchor: str = ""
    pieces: list[tuple[str, str]] = field(default_factory=list)

    def said(self, *names: str) -> str:
        """Return the text of some fields on one line."""
        return " ".join("".join(text if name in names else " " for name, text in self.pieces).split())

    @property
    def shown(self) -> str:
        """All that a reader sees below the heading, on one line."""
        seen = (LEAD, BODY, LINKS, _BETWEEN)
        return " ".join("".join(text for name, text in self.pieces if name in seen).split())


def sections(html: str) -> Sequence[Section]:
    """Return the sections of a page's content: what opens it, then one for each heading below the first level."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.sections


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections = [Section()]
        self.around: list[tuple[str, str]] = []  # the elements that are open, each with the field of its text
        self.anchor = ""  # the last one that no heading has taken
        self.led = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element; a heading opens a section."""
        attributes = {name: value or "" for name, value in attrs}
        self._part(tag)
        if tag in _VOID:
            return
        self.anchor = attributes.get("id", self.anchor)
        name = self._field(tag, attributes)
        self.around.append((tag, name))
        if name == TITLE and tag in _HEADINGS:
            if tag != "h1":
                self.sections.append(Section(self.anchor))
            self.anchor = ""
        if name and (form := _FORM.match(attributes.get("href", ""))):
            self.sections[-1].pieces.append((FORMS, f"{form[1]} "))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those that nobody closed in it."""
        for index in range(len(self.around) - 1, -1, -1):
            if self.around[index][0] == tag:
                self.led = self.led or (tag == "p" and self.around[index][1] == LEAD)
                del self.around[index:]
                break
        self._part(tag)

    def handle_data(self, data: str) -> None:
        """Keep text under its field."""
        if name := self.around[-1][1] if self.around else BODY:
            self.sections[-1].pieces.append((name, data))

    def _field(self, tag: str, attributes: dict[str, str]) -> str:
        """Return where the text of an element goes; nowhere is empty, and so goes all that is in it."""
        around = self.around[-1][1] if self.around else BODY
        classes = attributes.get("class", "").split()
        if not around or tag in _UNREAD or _ASIDE.intersection(classes) or "data-search-exclude" in attributes:
            return ""
        if tag in _HEADINGS and (tag != "dt" or self.anchor):
            return TITLE
        if tag == "p" and around == BODY and not self.led and len(self.sections) == 1:
            return LEAD
        if tag == "a" and around == BODY:
            return LINKS
        return around

    def _part(self, tag: str) -> None:
        """Part the words of two blocks, which nothing else may part."""
        if tag in _BREAKS:
            self.sections[-1].pieces.append((_BETWEEN, " "))

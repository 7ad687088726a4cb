"""A page's HTML as the search reads it: cut at its headings, its words sorted by what they are worth."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape

from guides_api.pages.search.known import Known

TITLE, HEADINGS, LEAD, BODY, LINKS, FORMS = FIELDS = ("title", "headings", "lead", "body", "links", "forms")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "dt"))
_UNREAD = frozenset(("nav", "script", "style", "template", "select", "svg", "noscript"))
_MEANT = _HEADINGS | _UNREAD | {"a"}
# Classes of what says nothing of the page: the mark of a heading, a date of checking.
_ASIDE = frozenset(("headerlink", "checked"))
_BREAKS = frozenset(
    (
        *("address", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt", "figure", "h1", "h2", "h3"),
        *("h4", "li", "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul"),
    )
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
# What is no element, or holds none: comments, scripts, styles.
_ODD = re.compile(r"<(?:!--.*?--|[!?][^>]*|(script|style)\b[^>]*>.*?</\1\s*)>", re.DOTALL | re.IGNORECASE)
# What a tag holds: its attributes have values, which may hold `>`.
_TAG = re.compile(r"<(/?[a-zA-Z](?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>")
_NAME = re.compile(r"/?([^\s/]+)")
_TELLING = re.compile(r"\bid\b|https:|headerlink|checked|data-search-exclude")
_ATTRIBUTE = re.compile(r"([^\s=/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(\S*)))?")
_CLOSED = re.compile(r"(?:^\S*|[\s\"'])/$")
# The id of a form of DataPass, in its address: its words say whose it is.
_FORM = re.compile(r"https://[^/]+/(?:.*/)?([a-z0-9]+(?:-[a-z0-9]+){2,})(?=/|$)")


def _gap(tag: str) -> str:
    """Return what parts the words on each side of a tag: those of two blocks, which nothing else may part."""
    return " " if tag in _BREAKS else ""


def _plain(tag: str) -> str | None:
    """Return what stands for a tag that parts words or does nothing, and nothing for one that may do more."""
    name = _name(tag)
    return None if name in _MEANT or _TELLING.search(tag) else _gap(name)


def _first(tag: str) -> str | None:
    """Do the same before the lead, which is a paragraph."""
    return None if _name(tag) == "p" else _PLAIN[tag]


# A site writes few tags, each of them many times.
_PLAIN, _FIRST = Known(_plain), Known(_first)


@dataclass(slots=True)
class Section:
    """What stands from a heading to the next one: fields and texts, in the order of the page."""

    anchor: str = ""
    pieces: list[tuple[str, str]] = field(default_factory=list)

    @property
    def said(self) -> Mapping[str, str]:
        """The text of each field; what stands between two pieces of it parts their words."""
        texts: dict[str, list[str]] = {}
        for name, text in self.pieces:
            texts.setdefault(name, []).append(text)
        return {name: " ".join(found) for name, found in texts.items()}

    def seen(self, fields: Container[str]) -> str:
        """Return the text of some fields as a reader sees it, with nothing between two pieces."""
        return "".join([text for name, text in self.pieces if name in fields])


def sections(html: str) -> Sequence[Section]:
    """Return the sections of a page's content: what opens it, then one for each heading below the first level.

    A reader of our own, for each page is read at each build: html.parser takes ten times as long to say the same.
    """
    return _Reader().read(html)


class _Reader:
    def __init__(self) -> None:
        self.sections = [Section()]
        self.text: list[str] = []  # of the field that is being read, since the last one that was not the same
        self.field = BODY
        self.around: list[tuple[str, str]] = []  # the elements that changed the field, each with the one before
        self.anchor = ""  # the last one that no heading has taken
        self.plain = _FIRST  # until the lead was read, or can come no more

    def read(self, html: str) -> Sequence[Section]:
        """Read a page; a reader reads only one."""
        first, *others = _TAG.split(_ODD.sub("", html))
        self.text.append(first)
        keep = self.text.append
        pairs = iter(others)
        tokens = zip(pairs, pairs, strict=True)
        for tag, text in tokens:
            gap = self.plain[tag]
            if gap is None:
                name = _name(tag)
                gap = _gap(name)
                keep(gap)
                if tag.startswith("/"):
                    self._leave(name)
                elif not self._enter(name, tag):
                    self.text.extend(_passed_over(name, tokens))
                    continue
            keep(gap)
            keep(text)
        self._turn(BODY)
        return self.sections

    def _turn(self, to: str) -> None:
        """Close what was read of a field, and begin another one."""
        text = "".join(self.text)
        self.text.clear()
        if text:
            self.sections[-1].pieces.append((self.field, unescape(text) if "&" in text else text))
        self.field = to

    def _leave(self, tag: str) -> None:
        if self.around and self.around[-1][0] == tag:
            if self.field == LEAD:
                self.plain = _PLAIN
            self._turn(self.around.pop()[1])

    def _enter(self, tag: str, written: str) -> bool:
        """Enter an element and tell whether it is read; a heading opens a section."""
        if tag in _VOID:
            return True
        attributes = _attributes(written) if _TELLING.search(written) else {}
        self.anchor = attributes.get("id", self.anchor)
        closed = bool(_CLOSED.search(written))
        aside = not _ASIDE.isdisjoint(attributes.get("class", "").split())
        if aside or tag in _UNREAD or "data-search-exclude" in attributes:
            return closed
        if not closed and (to := self._field(tag)):
            self.around.append((tag, self.field))
            self._turn(to)
            if to == TITLE:
                self._open(tag)
        if form := _FORM.match(attributes.get("href", "")):
            self._turn(self.field)
            self.sections[-1].pieces.append((FORMS, form[1]))
        return True

    def _field(self, tag: str) -> str:
        """Return the field that an element's text goes to, if it is another one."""
        if tag in _HEADINGS and (tag != "dt" or self.anchor):
            return TITLE
        if self.field != BODY:
            return ""
        return LINKS if tag == "a" else LEAD if tag == "p" and self.plain is _FIRST else ""

    def _open(self, heading: str) -> None:
        if heading != "h1":
            self.sections.append(Section(self.anchor))
            self.plain = _PLAIN
        self.anchor = ""


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1].lower() if found else ""


def _passed_over(tag: str, tokens: Iterator[tuple[str, str]]) -> tuple[str, str]:
    """Go to the end of an element; return what parts the words around it, and what follows."""
    depth, gap = 1, ""
    for inner, text in tokens:
        name = _name(inner)
        gap = gap or _gap(name)
        if name == tag and not _CLOSED.search(inner):
            depth += -1 if inner.startswith("/") else 1
            if not depth:
                return gap, text
    return gap, ""


def _attributes(written: str) -> Mapping[str, str]:
    return {
        name.lower(): unescape(double or single or bare) for name, double, single, bare in _ATTRIBUTE.findall(written)
    }

"""Anchors of headings: readable, without accents, the same whatever engine builds the page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from guides_api.catalogue.fields import slugified
from guides_api.pages.code_spans import code_spans
from guides_api.pages.spans import Span, blanked, end_of_span, starts_of_lines

_HEADING = re.compile(
    r"^(?: {1,3}(?=#))?(?P<before>[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+[ \t>]*)*#{1,6}[ \t]*)"
    r"(?P<words>[^\s#][^\n]*?)(?:[ \t]+#+)?[ \t]*$"
    r"|(?:\A|(?<=\A\n)|(?<=\n\n))(?P<underlined>[^\s|][^\n]*?)[ \t]*(?=\n(?:=+|-+) *$)",
    re.MULTILINE,
)
_SIGNS = (re.compile("#"), re.compile(r"\n(?:=+|-+) *$", re.MULTILINE))
_ATTRIBUTES = re.compile(r"(?P<words>.*?)[ \t]+\{:?(?P<attributes>[^{}\n]*)\}")
_OWN_ID = re.compile(r"\{:?[^{}\n]*#(?P<id>[\w-]+)[^{}\n]*\}")
_GIVEN_ID = re.compile(r"#([\w-]+)")
_HTML_ID = re.compile(r"""<[a-z][^<>]*?\sid=["']([^"'<>]+)["']""")
_BLOCK_ID = re.compile(r"\n[ \t>]*/{3,} *html *\| *[\w.-]*#([\w-]+)")
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_MARKUP = re.compile(r"<[^>]*>|[*`\\]")
_LAST_READ = 16  # texts: those of the page under way


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, by the offsets of its line: its words without Markdown, and its anchor, which it may give itself."""

    start: int
    end: int
    level: int
    words: str
    anchor: str


@lru_cache(maxsize=_LAST_READ)
def headings(text: str) -> Sequence[Heading]:
    """Return the headings of a page's plain Markdown, each with the anchor that the site gives it."""
    return [
        Heading(found.start(), found.end(), level, plain(words).strip(), anchor)
        for found, level, words, _, anchor in _anchored(text)
    ]


def with_anchors(text: str) -> str:
    """Give each heading that lacks one an anchor made of its words; a repeated one gets a number."""
    pieces, position = [], 0
    for found, _, words, attributes, anchor in _anchored(text):
        if "#" in attributes:
            continue
        pieces += [text[position : found.start()], found["before"] or "", words]
        pieces += [f" {{ {' '.join([f'#{anchor}', attributes.strip()]).strip()} }}"]
        position = found.end()
    return "".join([*pieces, text[position:]])


def levels(text: str, code: Sequence[Span] | None = None) -> Iterator[tuple[int, int]]:
    """Yield the place and the level of each heading, in the order of the text; `code` is its code, if it is known."""
    for found in _headings(text, code):
        yield found.start(), _level(found)


def anchors(text: str) -> frozenset[str]:
    """Return every anchor of a page's plain Markdown, those of HTML fragments included."""
    shown = blanked(text, code_spans(text))
    return frozenset([*_OWN_ID.findall(shown), *_HTML_ID.findall(shown), *_BLOCK_ID.findall(f"\n{shown}")])


def plain(words: str) -> str:
    """Return a heading's words without their Markdown."""
    return html.unescape(_MARKUP.sub("", _LINK.sub(r"\1", words)))


def _anchored(text: str) -> Iterator[tuple[re.Match[str], int, str, str, str]]:
    """Yield each heading with its level, its words, the attributes that are written after them, and its anchor."""
    taken, numbers = set(anchors(text)), dict[str, int]()
    for found in _headings(text):
        heading = found["words"] or found["underlined"]
        given = _ATTRIBUTES.fullmatch(heading)
        words, attributes = given.groups() if given else (heading, "")
        own = _GIVEN_ID.search(attributes)
        anchor = own[1] if own else _free(slugified(plain(words)) or "partie", taken, numbers)
        taken.add(anchor)
        yield found, _level(found), words, attributes, anchor


def _level(found: re.Match[str]) -> int:
    if found["before"]:
        return found["before"].count("#")
    return 1 if found.string[found.end() :].lstrip().startswith("=") else 2


def _headings(text: str, code: Sequence[Span] | None = None) -> Iterator[re.Match[str]]:
    code = code_spans(text) if code is None else code
    for start in starts_of_lines(text, *_SIGNS):
        if (found := _HEADING.match(text, start)) and end_of_span(code, start) is None:
            yield found


def _free(anchor: str, taken: set[str], numbers: dict[str, int]) -> str:
    """Return an anchor with the first number that is free; `numbers` are those to go on from."""
    free = anchor
    while free in taken:
        numbers[anchor] = numbers.get(anchor, 1) + 1
        free = f"{anchor}-{numbers[anchor]}"
    return free

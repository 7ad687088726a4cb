"""A guide's Markdown by its parts, each with its line: headings, links, tags, components, tables."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from guides_api.catalogue.fields import slugified
from guides_api.catalogue.problems import folded
from guides_api.pages.code_spans import code_spans
from guides_api.pages.headings import Heading, anchors, headings
from guides_api.pages.links import markdown_targets
from guides_api.pages.reading import Reading
from guides_api.pages.spans import Span, blanked, masked
from guides_api.pages.tags import Element, Mistake, parse, walk

_TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[A-Za-z][\w-]*)(?P<attributes>(?:\s+[^\s<>"'=/]+(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'<>]+))?)*)"""
    r"""\s*(?P<void>/?)>"""
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s<>"'=/]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>\S+)))?"""
)
_LEADING = ("href", "link", "to", "url")
_SHOWING = ("src", "poster", "logo", "image", "img", "icon")
_WORDS = re.compile(r"(?P<image>!?)\[(?P<words>[^\[\]]*)(?=\]\()")
_NAMED = re.compile(r"""<a\b[^<>]*?\sname=["']([^"'<>]+)["']""")
_DELIMITER = re.compile(
    r"[ \t>]*+\|?(?:[ \t]*+:?-+:?[ \t]*+\|)+(?:[ \t]*+:?-+:?[ \t]*+)?|[ \t>]*+\|[ \t]*+:?-+:?[ \t]*+\|?[ \t]*+"
)
_ONLY_SIGNS = re.compile(r"\n[ \t>|:-]+(?=\n|\Z)")  # what the line under a head is made of
_PIPE = re.compile(r"(?<!\\)\|")
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)*")
_NO_ROW = re.compile(r"[ \t>]*(?:<|#{1,6}[ \t]|[-*+][ \t](?![^\n]*\|)|`{3}|~{3})")


@dataclass(frozen=True, slots=True)
class Tag:
    """An HTML tag or a component's, as written."""

    name: str
    closing: bool
    void: bool
    attributes: Mapping[str, str]
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """An address that somebody wrote, in Markdown or in a tag's attribute; that of an image is shown, not followed."""

    target: str
    line: int
    image: bool
    words: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table of Markdown, by its lines, each with its number, as written and without its code; and its offsets."""

    lines: tuple[tuple[int, str, str], ...]
    start: int
    end: int

    @cached_property
    def head(self) -> Row:
        """Its first line."""
        return _row(*self.lines[0])

    @cached_property
    def delimiter(self) -> Row:
        """The line under its head."""
        return _row(*self.lines[1])

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The other lines, taken apart when somebody asks: most tables are about nothing of ours."""
        return tuple(_row(*line) for line in self.lines[2:])


class Markdown:
    """A guide's body: lines count in its file. What stands in code or in a comment is no part of it."""

    def __init__(self, body: str, body_line: int = 1) -> None:
        self.text = body
        self.first_line = body_line

    @cached_property
    def starts(self) -> list[int]:
        """The offsets where lines start."""
        lengths = map(len, self.text.split("\n"))
        return [rank + end for rank, end in enumerate(accumulate(lengths, initial=0))][:-1]

    def line(self, offset: int) -> int:
        """Return the line of the file where an offset of the text stands."""
        return self.first_line + bisect_right(self.starts, offset) - 1

    @cached_property
    def code(self) -> tuple[Span, ...]:
        """Where the text is code or a comment."""
        return code_spans(self.text)

    @cached_property
    def masked(self) -> str:
        """The text with signs that are no words for its code, so that lines and offsets hold."""
        return masked(self.text, self.code)

    @cached_property
    def blanked(self) -> str:
        """The text with line breaks for its code: offsets hold, lines do not."""
        return blanked(self.text, self.code)

    @cached_property
    def lowered(self) -> str:
        """The text in small letters, for what looks whether a word is there at all."""
        return self.text.lower()

    @cached_property
    def headings(self) -> Sequence[Heading]:
        """The headings, with the anchors that the site would give them."""
        return headings(self.text)

    @cached_property
    def titles(self) -> frozenset[str]:
        """The words of headings, without case, accents nor punctuation."""
        return frozenset(folded(heading.words) for heading in self.headings)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every place of the page that a link can lead to."""
        own = (heading.anchor for heading in self.headings)
        cards = (
            slugified(tag.attributes["title"]) for tag in self.tags if tag.name == "Card" and "title" in tag.attributes
        )
        return frozenset([*own, *anchors(self.text), *_NAMED.findall(self.blanked), *cards])

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every address that the text holds, in its order."""
        return tuple(sorted([*self._markdown_links(), *self._tag_links()], key=lambda link: link.line))

    @cached_property
    def reading(self) -> Reading:
        """Where the text is words that somebody reads."""
        return Reading(self.text)

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """Every tag, of HTML and of components."""
        return tuple(self._tags()) if "<" in self.masked else ()

    @cached_property
    def components(self) -> tuple[tuple[Element, ...], tuple[Mistake, ...]]:
        """Every component and `<details>`, those inside others too, and what is wrong in how they are written."""
        elements, mistakes = parse(self.text)
        return tuple(walk(elements)), tuple(mistakes)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables, their cells as written."""
        return tuple(self._tables()) if "|" in self.masked else ()

    def _markdown_links(self) -> Iterator[Link]:
        words = {found.end(): found for found in _WORDS.finditer(self.blanked)}
        for start, target in markdown_targets(self.blanked):
            bracket = self.blanked.rfind("](", 0, start)
            found = words.get(bracket) if not self.blanked[bracket + 2 : start].strip(" <\n\t") else None
            image = bool(found and found["image"])
            yield Link(target.strip(), self.line(start), image, found["words"] if found else "")

    def _tag_links(self) -> Iterator[Link]:
        for tag in self.tags:
            for name, target in tag.attributes.items():
                if name in _LEADING or name in _SHOWING:
                    words = self.text[tag.end : tag.end + 200].partition("<")[0]
                    yield Link(html.unescape(target).strip(), tag.line, name in _SHOWING, words)

    def _tags(self) -> Iterator[Tag]:
        for found in _TAG.finditer(self.masked):
            attributes = {
                item["name"]: next((value for value in item.group("double", "single", "bare") if value is not None), "")
                for item in _ATTRIBUTE.finditer(found["attributes"])
            }
            closing, void = bool(found["close"]), bool(found["void"])
            yield Tag(found["name"], closing, void, attributes, self.line(found.start()), *found.span())

    def _tables(self) -> Iterator[Table]:
        delimiters = [bisect_right(self.starts, found.start()) for found in _ONLY_SIGNS.finditer(self.masked)]
        if not delimiters:
            return
        lines, shown = self.text.split("\n"), self.masked.split("\n")
        after = 0
        for rank in delimiters:
            if rank <= after or not ("|" in shown[rank - 1] and _DELIMITER.fullmatch(shown[rank])):
                continue
            last, depth = rank + 1, _depth(shown[rank])
            while last < len(lines) and _is_row(shown[last]) and _depth(shown[last]) == depth:
                last += 1
            rows = ((self.first_line + number, lines[number], shown[number]) for number in range(rank - 1, last))
            end = self.starts[last] if last < len(self.starts) else len(self.text)
            yield Table(tuple(rows), self.starts[rank - 1], end)
            after = last


def _row(number: int, line: str, shown: str) -> Row:
    return Row(number, _cells(line, shown))


def _is_row(shown: str) -> bool:
    return bool(shown.strip(" \t>")) and not _NO_ROW.match(shown)


def _depth(shown: str) -> int:
    """Return in how many quotes a line stands."""
    opening = _QUOTE.match(shown)
    return opening[0].count(">") if opening else 0


def _cells(line: str, shown: str) -> tuple[str, ...]:
    """Return the cells of a line; a « | » in code or after a backslash is part of one."""
    opening = _QUOTE.match(shown)
    start, end = opening.end() if opening else 0, len(shown.rstrip())
    bounds = [found.start() for found in _PIPE.finditer(shown, start, end)]
    if bounds and bounds[0] == start:
        start, bounds = start + 1, bounds[1:]
    if bounds and bounds[-1] == end - 1:
        end, bounds = end - 1, bounds[:-1]
    edges = [start - 1, *bounds, end]
    return tuple(line[left + 1 : right].strip() for left, right in pairwise(edges))

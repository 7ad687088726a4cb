"""A text on its way: however it changes, each of its lines knows which line of the source it comes from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from guides_api.catalogue.fields import slugified
from guides_api.catalogue.problems import folded
from guides_api.migrate.markdown import Markdown

Edit = tuple[int, int, str]  # the offsets of what is replaced, and by what


@dataclass(frozen=True)
class Text:
    """A text, and for each of its lines the number of that of the source."""

    text: str
    numbers: tuple[int, ...]

    @classmethod
    def of(cls, text: str, first_line: int) -> Text:
        """Return a text whose lines follow one another in the source."""
        return cls(text, tuple(range(first_line, first_line + text.count("\n") + 1)))

    @cached_property
    def markdown(self) -> Markdown:
        """The text by its parts; their lines are those of the text, from 1: see `number`."""
        return Markdown(self.text)

    def line(self, offset: int) -> int:
        """Return the line of the source that a place of the text comes from."""
        return self.numbers[self._rank(offset)]

    def number(self, line: int) -> int:
        """Return the line of the source that a line of the text, from 1, comes from."""
        return self.numbers[min(max(line, 1), len(self.numbers)) - 1]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of lines, from 1, both included, with the end of the last one."""
        starts = self.markdown.starts
        end = starts[last] if last < len(starts) else len(self.text)
        return starts[first - 1], end

    def edited(self, edits: Iterable[Edit]) -> Text:
        """Return the text with some places replaced; of two that overlap, the second is left as it is."""
        pieces: list[str] = []
        numbers = [self.numbers[0]]
        position = 0
        for start, end, new in sorted(edits):
            if start < position or self.text[start:end] == new:
                continue
            pieces += [self.text[position:start], new]
            numbers += self._numbers(position, start)
            first, last = self._rank(start), self._rank(end)
            numbers += [self.numbers[min(first + rank, last)] for rank in range(1, new.count("\n") + 1)]
            if new.endswith("\n") or (not new and (start == 0 or self.text[start - 1] == "\n")):
                numbers[-1] = self.numbers[last]
            position = end
        if not pieces:
            return self
        numbers += self._numbers(position, len(self.text))
        return Text("".join([*pieces, self.text[position:]]), tuple(numbers))

    def anchor(self, meant: str) -> str:
        """Return the anchor that somebody meant, empty where there is none, or where several would do."""
        known = self.markdown.anchors
        if meant in known:
            return meant
        found = self._anchors_by_words.get(folded(meant), frozenset()) | ({slugified(meant)} & known)
        return next(iter(found)) if len(found) == 1 else ""

    @cached_property
    def _anchors_by_words(self) -> Mapping[str, frozenset[str]]:
        """The anchors of headings, by their words without case, accents nor punctuation."""
        found: dict[str, frozenset[str]] = {}
        for heading in self.markdown.headings:
            key = folded(heading.words)
            found[key] = found.get(key, frozenset()) | {heading.anchor}
        return found

    def _rank(self, offset: int) -> int:
        return bisect_right(self.markdown.starts, offset) - 1

    def _numbers(self, start: int, end: int) -> tuple[int, ...]:
        """Return the numbers of the lines that open within a stretch of text."""
        return self.numbers[self._rank(start) + 1 : self._rank(end) + 1]


def start_of_line(text: str, place: int) -> int | None:
    """Return where the line of a place starts, None where words stand before it."""
    while place and text[place - 1] in " \t":
        place -= 1
    return place if not place or text[place - 1] == "\n" else None

"""Lists as GitHub and most editors read them, rewritten as Python-Markdown wants them.

There, a list may follow a paragraph without a blank line, and what belongs to an item is indented to its text, by two
or three spaces. Python-Markdown asks for a blank line and for four spaces a level: without this, a list becomes a
paragraph with dashes in it. It asks for blank lines around code and before a table too. Text that reads the same both
ways is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from guides_api.pages.code_spans import code_spans

_ITEM = re.compile(r"(?P<indent> *)(?P<marker>[-*+]|\d{1,9}[.)])(?P<gap> +)(?=\S)")
_RULE = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_QUOTE = re.compile(r" *> ?")
_QUOTED = re.compile(r"\n *>")
_TABLE = re.compile(r" *\|?(?: *:?-+:? *\|)+(?: *:?-+:?)? *$")  # the line below a table's heads
_LEVEL = 4


@dataclass(slots=True)
class _Item:
    """An open list item: where its marker and its text stood, and whether it is numbered."""

    marker_at: int
    text_at: int
    numbered: bool

    def holds(self, indent: int, *, numbered: bool) -> bool:
        """Tell whether an item at an indent lies inside this one, not beside it; « 1. » often holds « - » two further.

        Two numbers at nearly the same place are one list.
        """
        return indent >= (self.text_at if numbered == self.numbered else min(self.text_at, self.marker_at + 2))


def with_lists(text: str) -> str:
    """Return text with its lists apart from paragraphs and indented by four spaces a level."""
    if _QUOTED.search(f"\n{text}"):
        text = "\n".join(_with_lists_in_quotes(text))
    return "\n".join(_Lists(text).rewritten())


def _with_lists_in_quotes(text: str) -> Iterator[str]:
    """Yield the lines of text; what a quote holds is a text of its own."""
    lines = text.split("\n")
    code = _code_lines(text)
    for quoted, numbered in groupby(enumerate(lines), lambda line: bool(_QUOTE.match(line[1]))):
        numbers, stretch = zip(*numbered, strict=True)
        if not quoted or code.get(numbers[0]) is False:
            yield from stretch
            continue
        inner = "\n".join(_QUOTE.sub("", line, count=1) for line in stretch)
        if (rewritten := with_lists(inner)) == inner:
            yield from stretch
        else:
            mark = stretch[0].partition(">")[0] + ">"
            yield from (f"{mark} {line}".rstrip() for line in rewritten.split("\n"))


def _code_lines(text: str) -> dict[int, bool]:
    """Return the lines that lie in blocks of code or comments: True on the first one of a block."""
    found: dict[int, bool] = {}
    first = counted = 0
    for start, end in code_spans(text):
        line_start = text.rfind("\n", 0, start) + 1
        line_end = len(text) if (below := text.find("\n", start)) < 0 else below
        first, counted = first + text.count("\n", counted, start), start
        last = first + text.count("\n", start, max(start, end - 1))
        alone = not text[line_start:start].strip() and not text[end:line_end].strip()
        fenced = _is_fence(text[line_start:line_end])
        if text.startswith("`", start) and not fenced:
            continue  # words in a sentence
        found.update({number: number == first for number in range(first if alone else first + 1, last + 1)})
    return found


class _Lists:
    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.code = _code_lines(text)
        self.items: list[_Item] = []
        self.shift = 0  # how far the code block under way moves
        self.block = 0  # the indent that the lines since the last blank one began with, as rewritten
        self.loose = False  # the last lines were a paragraph inside an item, or code
        self.fenced = False  # the last lines were code between fences

    def rewritten(self) -> list[str]:
        written: list[str] = []
        blank_before = True
        for number, line in enumerate(self.lines):
            if (not line or line.isspace()) and number not in self.code:
                written.append(line)
                blank_before = True
                continue
            moved, apart = self.moved(number, line, blank_before=blank_before)
            blank = not moved.strip()
            if not blank and (apart or blank_before):
                self.block = _indent(moved)
            written += ["", moved] if apart and not blank_before else [moved]
            blank_before = blank
        return written

    def moved(self, number: int, line: str, *, blank_before: bool) -> tuple[str, bool]:
        """Return a line that isn't blank where Python-Markdown wants it, and whether a blank one must stand before."""
        if number in self.code:
            first = self.code[number]
            moved = self.of_code(line, first=first)
            self.loose = bool(self.items)
            self.fenced = _is_fence(line)
            return moved, first and self.fenced
        after_code, self.fenced = self.fenced and number - 1 in self.code, False
        if (found := _ITEM.match(line)) and not _RULE.match(line):
            return self.item(found, line, blank_before=blank_before)
        below = self.lines[number + 1] if number + 1 < len(self.lines) else ""
        apart = after_code or ("|" in line and "|" in below and bool(_TABLE.match(below)))
        return self.of_item(line, blank_before=blank_before or apart), apart

    def item(self, found: re.Match[str], line: str, *, blank_before: bool) -> tuple[str, bool]:
        indent, numbered = len(found["indent"]), found["marker"] not in "-*+"
        if not self.items and (indent >= _LEVEL or not (blank_before or not numbered or found["marker"] in "1.1)")):
            return line, False  # code, or a line of a paragraph that happens to open with a number
        outside, beside = not self.items, None
        while self.items and not self.items[-1].holds(indent, numbered=numbered):
            beside = self.items.pop()
        moved = " " * (_LEVEL * len(self.items)) + line[indent:].replace(")", ".", numbered and ")" in found["marker"])
        apart = outside or self.loose or _indent(moved) < self.block or (beside and beside.numbered != numbered)
        self.items.append(_Item(indent, found.end(), numbered))
        self.loose = False
        return moved, bool(apart)

    def of_item(self, line: str, *, blank_before: bool) -> str:
        indent = _indent(line)
        if not blank_before:
            return line  # the paragraph goes on, whatever its indent
        while self.items and indent < min(self.items[-1].text_at, self.items[-1].marker_at + 2):
            self.items.pop()
        self.loose = bool(self.items)
        code = " " * _LEVEL if self.items and indent >= self.items[-1].text_at + _LEVEL else ""
        return " " * (_LEVEL * len(self.items)) + code + line.lstrip(" ") if self.items else line

    def of_code(self, line: str, *, first: bool) -> str:
        indent = _indent(line)
        if first:
            while self.items and indent < self.items[-1].marker_at + 2:
                self.items.pop()
            self.shift = _LEVEL * len(self.items) - indent if self.items and _is_fence(line) else 0
        if self.shift > 0 and line.strip():
            return " " * self.shift + line
        return line[min(-self.shift, indent) :] if self.shift < 0 else line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_fence(line: str) -> bool:
    return line.lstrip().startswith(("```", "~~~"))

"""Where a Markdown text is code or a comment, and so means what it says."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_FENCE = re.compile(r"^(?P<prefix>[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*)(?P<fence>`{3,}|~{3,})(?P<info>[^\n]*)$")
_LIST_ITEM = re.compile(r"^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+")
_RAW = re.compile(r"<!--|<(pre|code|script|style)\b[^<>]*>", re.IGNORECASE)
_RAW_ENDS = {"": re.compile("-->")} | {
    name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("pre", "code", "script", "style")
}
_TICKS = re.compile(r"(?<![`\\])(`+)(?!`)")
_SIGN = re.compile(r"[^\n]")
_INDENT = 4

Span = tuple[int, int]


@lru_cache(maxsize=4)  # whatever looks at a text asks for them again
def code_spans(text: str) -> tuple[Span, ...]:
    """Return the sorted, separate stretches of text (start and end offsets) in which no component is looked for."""
    blocks = list(_blocks(text))
    return tuple(sorted([*blocks, *_within_blocks(blanked(text, blocks))]))


def end_of_code(spans: Sequence[Span], place: int) -> int:
    """Return the end of the sorted span that holds a place, 0 where none does."""
    rank = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return spans[rank][1] if rank >= 0 and place < spans[rank][1] else 0


def blanked(text: str, spans: Sequence[Span]) -> str:
    """Return text of the same length with sorted spans emptied, so that what follows isn't fooled by what they hold."""
    pieces, position = [], 0
    for start, end in spans:
        pieces += [text[position:start], "\n" * (end - start)]
        position = end
    return "".join([*pieces, text[position:]])


def masked(text: str, spans: Sequence[Span]) -> str:
    """Return text with sorted spans made of a sign that is no word: its lines stay whole, and where they are."""
    pieces, position = [], 0
    for start, end in spans:
        pieces += [text[position:start], _SIGN.sub("\x01", text[start:end])]
        position = end
    return "".join([*pieces, text[position:]])


@dataclass(slots=True)
class _Line:
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text) + 1

    @property
    def indent(self) -> int:
        expanded = self.text.expandtabs(_INDENT) if "\t" in self.text else self.text
        return len(expanded) - len(expanded.lstrip(" "))

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        yield _Line(line, start)
        start += len(line) + 1


def _blocks(text: str) -> Iterator[Span]:
    """Yield fenced blocks (an unclosed one runs to the end) and indented ones."""
    fence, opened, after_blank, list_indents = "", 0, True, list[int]()
    for line in _lines(text):
        found = _FENCE.match(line.text) if "```" in line.text or "~~~" in line.text else None
        if fence:
            closing = found and found["fence"].startswith(fence) and not found["info"].strip()
            if closing:
                yield opened, min(line.end, len(text))
                fence = ""
        elif found and not (found["fence"][0] == "`" and "`" in found["info"]):
            fence, opened = found["fence"], line.start
        elif line.blank:
            after_blank = True
            continue
        else:
            indent, is_item = line.indent, _LIST_ITEM.match(line.text)
            list_indents = [above for above in list_indents if above < indent or not after_blank]
            if indent >= _INDENT * (len(list_indents) + 1) and after_blank and not is_item:
                yield line.start, min(line.end, len(text))
                continue
            if is_item:
                list_indents = [*(above for above in list_indents if above < indent), indent]
        after_blank = False
    if fence:
        yield opened, len(text)


def _within_blocks(text: str) -> Iterator[Span]:
    """Yield comments, raw HTML code and backtick spans: of two that overlap, the one that opens first."""
    position = 0
    unclosed, blanks = set[str](), [found.start() for found in re.finditer("\n\n", text)]
    raw, inline = _raw(text, 0, unclosed), _inline(text, 0, blanks)
    while found := min(filter(None, (raw, inline)), default=None):
        yield found
        position = found[1]
        raw = _raw(text, position, unclosed) if raw and raw[0] < position else raw
        inline = _inline(text, position, blanks) if inline and inline[0] < position else inline


def _raw(text: str, position: int, unclosed: set[str]) -> Span | None:
    """Return the next comment or raw HTML; `unclosed` gathers what no text below closes, so as not to look again."""
    for opening in _RAW.finditer(text, position):
        name = (opening[1] or "").lower()
        closing = _RAW_ENDS[name].search(text, opening.end()) if name not in unclosed else None
        if closing:
            return opening.start(), closing.end()
        unclosed.add(name)
    return None


def _inline(text: str, position: int, blanks: Sequence[int]) -> Span | None:
    """Return the next backtick span; none crosses a blank line."""
    while opening := _TICKS.search(text, position):
        blank = bisect_left(blanks, opening.end())
        closing = re.compile(rf"(?<!`){opening.group()}(?!`)").search(
            text, opening.end(), blanks[blank] if blank < len(blanks) else len(text)
        )
        if closing:
            return opening.start(), closing.end()
        position = opening.end()
    return None

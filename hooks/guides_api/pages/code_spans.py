"""Where a Markdown text is code or a comment, and so means what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from guides_api.pages.spans import Span, blanked, joined, starts_of_lines

_FENCE = re.compile(r"^(?P<prefix>[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*)(?P<fence>`{3,}|~{3,})(?P<info>[^\n]*)$")
_FENCES = (re.compile("```"), re.compile("~~~"))
_INDENTED = re.compile(r"\n[^\S\n]*\n(?: {4}| {0,3}\t)")
_LIST_ITEM = re.compile(r"^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+")
_RAW = re.compile(r"<!--|<(?P<tag>pre|code|script|style)\b[^<>]*>", re.IGNORECASE | re.ASCII)
_RAW_ENDS = {
    **{tag: re.compile(rf"</{tag}\s*>", re.IGNORECASE | re.ASCII) for tag in ("pre", "code", "script", "style")},
    "": re.compile("-->"),
}
_TICKS = re.compile(r"`(?<![`\\]`)`*")
_INDENT = 4
_LAST_READ = 16  # texts: those of the page under way


@lru_cache(maxsize=_LAST_READ)
def code_spans(text: str) -> tuple[Span, ...]:
    """Return the sorted, separate stretches of text (start and end offsets) in which no component is looked for."""
    blocks = tuple(_blocks(text))
    within = tuple(_within_blocks(blanked(text, blocks)))
    return tuple(joined(sorted(blocks + within))) if within else blocks  # a comment may hold a block


def _blocks(text: str) -> Iterator[Span]:
    """Yield fenced blocks (an unclosed one runs to the end) and indented ones."""
    indented = _INDENTED.search(f"\n\n{text}") is not None  # then each line matters; else only those with a fence do
    fence, opened, after_blank, list_indents = "", 0, indented, list[int]()
    size = len(text)
    for start, line in _lines(text) if indented else _lines_with_a_fence(text):
        end = start + len(line) + 1
        found = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if fence:
            closing = found and found["fence"].startswith(fence) and not found["info"].strip()
            if closing:
                yield opened, min(end, size)
                fence = ""
            after_blank = False
        elif found and not (found["fence"][0] == "`" and "`" in found["info"]):
            fence, opened, after_blank = found["fence"], start, False
        elif not line or line.isspace():
            after_blank = True
        else:
            indent = _indent(line)
            if after_blank and list_indents:
                list_indents = [above for above in list_indents if above < indent]
            listed = _LIST_ITEM.match(line)
            if not listed and after_blank and indent >= _INDENT * (len(list_indents) + 1):
                yield start, min(end, size)
            else:
                if listed:
                    list_indents = [*(above for above in list_indents if above < indent), indent]
                after_blank = False
    if fence:
        yield opened, size


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _lines_with_a_fence(text: str) -> Iterator[tuple[int, str]]:
    for start in starts_of_lines(text, *_FENCES):
        end = text.find("\n", start)
        yield start, text[start:] if end < 0 else text[start:end]


def _indent(line: str) -> int:
    if line[0] not in " \t":
        return 0
    expanded = line.expandtabs(_INDENT)
    return len(expanded) - len(expanded.lstrip(" "))


def _within_blocks(text: str) -> Iterator[Span]:
    """Yield comments, raw HTML code and backtick spans: of two that overlap, the one that opens first."""
    never = set[str]()
    raw, inline = _raw(text, 0, never), _inline(text, 0)
    while found := min(filter(None, (raw, inline)), default=None):
        yield found
        position = found[1]
        raw = _raw(text, position, never) if raw and raw[0] < position else raw
        inline = _inline(text, position) if inline and inline[0] < position else inline


def _raw(text: str, position: int, never: set[str]) -> Span | None:
    """Return the next comment or code in HTML that is closed; `never` keeps the tags that are closed no more."""
    while found := _RAW.search(text, position):
        tag, position = (found["tag"] or "").lower(), found.end()
        closing = None if tag in never else _RAW_ENDS[tag].search(text, position)
        if closing:
            return found.start(), closing.end()
        never.add(tag)
    return None


def _inline(text: str, position: int) -> Span | None:
    """Return the next backtick span; none crosses a blank line."""
    while opening := _TICKS.search(text, position):
        stop = text.find("\n\n", opening.end())
        closing = _closing(opening.group()).search(text, opening.end(), len(text) if stop < 0 else stop)
        if closing:
            return opening.start(), closing.end()
        position = opening.end()
    return None


@lru_cache(maxsize=_LAST_READ)
def _closing(ticks: str) -> re.Pattern[str]:
    return re.compile(rf"{ticks}(?<!`{ticks})(?!`)")

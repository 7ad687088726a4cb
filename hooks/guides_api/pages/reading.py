"""Where a page's Markdown is words that somebody reads, and not code, markup, an address or an attribute.

`&#39;`, the apostrophe of an HTML template, counts as a word's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from guides_api.pages.code_spans import Span, code_spans, masked

_MARKUP = re.compile(
    r"^[ \t>]*/{3,}[^\n]*$"  # a block's edges
    r"|^ {4,}(?:markdown|attrs):[^\n]*$"  # a block's options
    r"|^[ \t>]*\[(?!\^)[^\]\n]+\]:[^\n]*$"  # a reference's address
    r"|\[\^[^\]\n]+\]:?"  # a footnote's mark
    r"|^[ \t>]*:[ \t]+"  # a definition's mark
    r"|^[ \t>]*+\|?(?:[ \t]*+:?-+:?[ \t]*+\|)+(?:[ \t]*+:?-+:?[ \t]*+)?$"  # a table's columns
    r"|<svg\b[^<]*(?:<(?!/?svg\b)[^<]*)*</svg>"
    r"|<[a-z]+:[^>\s]*>"
    r"""|</?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>"""
    r"|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^\]\n]*\]"  # where a link leads
    r"|\{(?::[^{}\n]*|[ \t]*(?:[#.]|[\w-]+=)[^{}\n]*)\}"  # attributes
    r"|https?://[^\s<>]+"
    r"|&(?!\#39;)(?:\#\d+|\#x[0-9a-fA-F]+|\w+);",
    re.MULTILINE | re.DOTALL,
)
_DEFINED = re.compile(r"^[ \t>]*\[(?!\^)([^\]\n]+)\]:", re.MULTILINE)


class Reading:
    """Tells of any place of a text whether a reader reads it there."""

    def __init__(self, text: str) -> None:
        code = code_spans(text)
        shown = masked(text, code)
        found = sorted([*code, *(item.span() for item in _MARKUP.finditer(shown)), *_references(shown)])
        self.spans = list(_joined(found))
        self._starts = [start for start, _ in self.spans]

    def reads(self, position: int) -> bool:
        """Whether the character at a position is one of a word, or stands between words."""
        index = bisect_right(self._starts, position) - 1
        return index < 0 or position >= self.spans[index][1]


def _references(text: str) -> Iterator[Span]:
    """Yield the links whose words are the name of their reference: changed, they would lead nowhere."""
    for label in set(_DEFINED.findall(text)):
        yield from (found.span() for found in re.finditer(rf"\[{re.escape(label)}\](?:\[\]|(?!\[))", text))


def _joined(spans: list[Span]) -> Iterator[Span]:
    """Yield sorted spans, those that overlap made one."""
    last: Span | None = None
    for start, end in spans:
        if last and start < last[1]:
            last = (last[0], max(end, last[1]))
        else:
            if last:
                yield last
            last = (start, end)
    if last:
        yield last

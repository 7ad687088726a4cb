"""Where a page's plain Markdown is words that somebody reads, and not code, markup, an address or an attribute.

`&#39;`, the apostrophe of an HTML template, counts as a word's.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from guides_api.pages.code_spans import Span, blanked, code_spans

_MARKUP = re.compile(
    r"^[ \t>]*/{3,}[^\n]*$"  # a block's edges
    r"|^ {4,}(?:markdown|attrs):[^\n]*$"  # a block's options
    r"|^[ \t>]*\[(?!\^)[^\]\n]+\]:[^\n]*$|^[ \t>]*\[\^[^\]\n]+\]:"  # a reference's address, a footnote's mark
    r"|^[ \t>]*:[ \t]+"  # a definition's mark
    r"|^[ \t>]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$"  # a table's columns
    r"|<svg\b.*?</svg>"
    r"""|</?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>"""
    r"|<[a-z]+:[^>\s]*>"
    r"|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^\]\n]*\]"  # where a link leads
    r"|\{:?[ \t]*[#.][^{}\n]*\}"  # attributes
    r"|https?://[^\s<>]+"
    r"|&(?!\#39;)(?:\#\d+|\#x[0-9a-fA-F]+|\w+);",
    re.MULTILINE | re.DOTALL,
)


class Reading:
    """Tells of any place of a text whether a reader reads it there."""

    def __init__(self, text: str) -> None:
        code = code_spans(text)
        self.spans: list[Span] = sorted([*code, *(found.span() for found in _MARKUP.finditer(blanked(text, code)))])
        self._starts = [start for start, _ in self.spans]

    def reads(self, position: int) -> bool:
        """Whether the character at a position is one of a word, or stands between words."""
        index = bisect_right(self._starts, position) - 1
        return index < 0 or position >= self.spans[index][1]

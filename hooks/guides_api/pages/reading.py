"""Where a page's Markdown is words that somebody reads, and not code, markup, an address or an attribute.

`&#39;`, the apostrophe of an HTML template, counts as a word's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guides_api.pages.code_spans import code_spans
from guides_api.pages.spans import Span, end_of_span, joined, masked

# Each alternative opens with a sign of its own, a line's with the end of the one above: the search skips to these.
_MARKUP = re.compile(
    r"\n[ \t>]*/{3,}[^\n]*$"  # a block's edges
    r"|\n {4,}(?:markdown|attrs):[^\n]*$"  # a block's options
    r"|\n[ \t>]*\[(?!\^)[^\]\n]+\]:[^\n]*$"  # a reference's address
    r"|\[\^[^\]\n]+\]:?"  # a footnote's mark
    r"|\n[ \t>]*:[ \t]+"  # a definition's mark
    r"|\n[ \t>]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$"  # a table's columns
    r"|<svg\b.*?</svg>"
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
        found = sorted([*code, *_markup(shown), *_references(shown)])
        self.spans = list(joined(found))

    def reads(self, position: int) -> bool:
        """Whether the character at a position is one of a word, or stands between words."""
        return end_of_span(self.spans, position) is None


def _markup(text: str) -> Iterator[Span]:
    for found in _MARKUP.finditer(f"\n{text}"):
        start, end = found.span()
        yield start - (not found[0].startswith("\n")), end - 1


def _references(text: str) -> Iterator[Span]:
    """Yield the links whose words are the name of their reference: changed, they would lead nowhere."""
    for label in set(_DEFINED.findall(text)) if "]:" in text else ():
        yield from (found.span() for found in re.finditer(rf"\[{re.escape(label)}\](?:\[\]|(?!\[))", text))

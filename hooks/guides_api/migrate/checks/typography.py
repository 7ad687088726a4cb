"""French typography, where the fault is sure: one finding a file and a kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guides_api.migrate.checks.context import Context
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Guide
from guides_api.migrate.markdown import Markdown

_FURTHEST = 10  # letters before a fault that make it one
_SPACES = "[ \u00a0\u202f]"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault: its sign, what must stand before it, and what to say.

    Patterns start with the sign itself: a regular expression finds it at once, and looks around it afterwards.
    """

    sign: re.Pattern[str]
    before: re.Pattern[str]
    message: str


_KINDS = tuple(
    Kind(re.compile(sign, re.MULTILINE), re.compile(rf"(?:{before})\Z", re.IGNORECASE), message)
    for sign, before, message in (
        (r'"(?=[^\s"])[^"\n\x01]{1,300}(?<!\s)"(?!\w)', r'\A|[^\w="]', "des guillemets droits : écrivez « … »"),
        (r"\.{3,}(?![./\\])", r"\A|[^./\\\d]", "trois points : écrivez le signe « … »"),
        (r"\.\.(?![./\w])", r"[^\W\d_]", "deux points qui se suivent : un seul suffit"),
        (r"[!?](?<=[^\W\d_][!?])(?=[\s»)*_]|$)", r"[^\W\d_]", "il manque une espace avant « ! » ou « ? »"),
        (
            r"[;:](?<=[^\W_][;:])(?=[ \t\u00a0\u202f»*_]|$)",
            r"(?<!:)\b[^\W_]+",
            "il manque une espace avant « ; » ou « : »",
        ),
        (rf"[,.](?<={_SPACES}[,.])(?=\s|$)", rf"[\w»)]{_SPACES}+", "une espace de trop avant une virgule ou un point"),
        (
            rf"['’]{_SPACES}+(?=[\w«])",
            r"(?:\A|[^\w'’])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|aujourd)",
            "une espace de trop après une apostrophe",
        ),
        (r"«(?=[\w*\[])", "", "il manque une espace à l’intérieur des guillemets"),
        (r"»", r"[\w*.]", "il manque une espace à l’intérieur des guillemets"),
    )
)


def typography(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of each kind of fault at the first line where somebody reads it, with how many there are."""
    places: dict[str, list[int]] = {}
    for kind in _KINDS:
        places.setdefault(kind.message, []).extend(_places(kind, guide.markdown))
    for message, found_at in places.items():
        if found_at:
            more = f" ({len(found_at)} fois dans ce guide)" if found_at[1:] else ""
            yield found("typographie", guide.path, guide.markdown.line(min(found_at)), f"{message}{more}.")


def _places(kind: Kind, markdown: Markdown) -> Iterator[int]:
    text, reads = markdown.masked, markdown.reading.reads
    for sign in kind.sign.finditer(text):
        start = sign.start()
        if kind.before.search(text, max(0, start - _FURTHEST), start) and reads(start) and reads(sign.end() - 1):
            yield start

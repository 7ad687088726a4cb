"""French typography, where the fault is sure: one finding a file and a kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guides_api.migrate.checks.context import Context
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Guide

_ELIDED = r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|aujourd)"
_KINDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.MULTILINE | re.IGNORECASE), message)
    for pattern, message in (
        (r'(?<![\w="])"(?=[^\s"])[^"\n\x01]{1,300}(?<!\s)"(?!\w)', "des guillemets droits : écrivez « … »"),
        (r"(?<![./\\\d])\.{3}(?![./\\])", "trois points : écrivez le signe « … »"),
        (r"(?<=[^\W\d_])\.\.(?![./\w])", "deux points qui se suivent : un seul suffit"),
        (r"(?<=[^\W\d_])[!?](?=[\s»)*_]|$)", "il manque une espace avant « ! » ou « ? »"),
        (
            r":[\w+-]+:|(?<=[^\W_])(?P<fault>[;:])(?=[ \t\u00a0\u202f»*_]|$)",
            "il manque une espace avant « ; » ou « : »",
        ),
        (r"(?<=[\w»)])[ \u00a0\u202f]+[,.](?=\s|$)", "une espace de trop avant une virgule ou un point"),
        (rf"(?<![\w'’]){_ELIDED}['’][ \u00a0\u202f]+(?=[\w«])", "une espace de trop après une apostrophe"),
        (r"«(?=[\w*\[])|(?<=[\w*.])»", "il manque une espace à l’intérieur des guillemets"),
    )
)


def typography(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of each kind of fault at the first line where somebody reads it, with how many there are."""
    markdown = guide.markdown
    for pattern, message in _KINDS:
        places = [
            item.start()
            for item in pattern.finditer(markdown.masked)
            if item.groupdict("").get("fault", item[0])
            and markdown.reading.reads(item.start())
            and markdown.reading.reads(item.end() - 1)
        ]
        if places:
            more = f" ({len(places)} fois dans ce guide)" if places[1:] else ""
            yield found("typographie", guide.path, markdown.line(places[0]), f"{message}{more}.")

"""French typography: spaces that don't break where the line must not, and one kind of apostrophe.

Rules of the Imprimerie nationale's « Lexique »: a narrow no-break space before ; ! ? and before %, a no-break space
before the colon and inside guillemets.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from guides_api.pages.reading import Reading

_WIDE, _NARROW = "\u00a0", "\u202f"
_SPACE = f"[ {_WIDE}{_NARROW}]"
# At the start or the end of a stretch of words, the neighbour may be markup: only what follows a sign tells it apart
# from what is no punctuation (`![image]`, `?page=2`, `://`).
_MARKS = re.compile(
    rf"(?P<opening>«){_SPACE}*(?=\S)"
    rf"|{_SPACE}*(?P<closing>»)"
    rf"|(?<=[^\s|]){_SPACE}+(?P<colon>:)(?![\w/:-])"
    rf"|(?<=[^\s|]){_SPACE}+(?P<high>[;!?]+)(?![\w\[=&/])"
    rf"|(?<=[^\W\d_])(?P<stuck>[!?]+)(?=[\s»)*]|$)"
    rf"|(?<=\d){_SPACE}(?P<unit>[%€])"
    r"|(?<=\w)(?P<apostrophe>'|&#39;)(?=\w)"
    r"|(?:(?<=\bart\.)|(?<=\bn°))(?P<reference> )(?=[LRD]?\d)",
    re.MULTILINE,
)

_WRITTEN = {
    "opening": f"«{_WIDE}",
    "closing": f"{_WIDE}»",
    "colon": f"{_WIDE}:",
    "apostrophe": "’",
    "reference": _WIDE,
}


def typographic(text: str) -> str:
    """Return a page's plain Markdown with the spaces and apostrophes that its words need; nothing else changes."""
    return _set(text, Reading(text).reads)


def typographic_words(text: str) -> str:
    """Return words that are no Markdown, a title or a description, with the same spaces and apostrophes."""
    return _set(text, lambda _position: True)


def _set(text: str, reads: Callable[[int], bool]) -> str:
    def replaced(found: re.Match[str]) -> str:
        if not (reads(found.start()) and reads(found.end() - 1)):
            return found[0]
        kind = found.lastgroup or ""
        return _WRITTEN.get(kind) or f"{_NARROW}{found[kind]}"

    return _MARKS.sub(replaced, text)

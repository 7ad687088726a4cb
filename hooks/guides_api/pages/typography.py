"""French typography: spaces that don't break where the line must not, and one kind of apostrophe.

Rules of the Imprimerie nationale's « Lexique »: a narrow no-break space before ; ! ? and before %, a no-break space
before the colon and inside guillemets.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from guides_api.pages.reading import Reading

_WIDE, _NARROW = "\u00a0", "\u202f"
_SPACES = f" {_WIDE}{_NARROW}"
_SPACE = f"[{_SPACES}]"
# The search skips to a sign that may open a mark, and to spaces before one; `(?<=…)` then looks at that sign again. At
# the start or the end of a stretch of words, the neighbour may be markup: only what follows a sign tells it apart from
# what is no punctuation (`![image]`, `?page=2`, `://`).
_MARKS = re.compile(
    rf"[{_SPACES}«»!?'&](?:(?<!{_SPACE})|(?=[{_SPACES}»:;!?%€LRD\d]))(?:"
    rf"(?P<opening>(?<=«){_SPACE}*(?=\S))"
    rf"|(?P<closing>(?<={_SPACE}){_SPACE}*»|(?<=»))"
    rf"|(?P<colon>(?<=[^\s|]{_SPACE}){_SPACE}*:(?![\w/:-]))"
    rf"|(?P<high>(?<=[^\s|]{_SPACE}){_SPACE}*[;!?]+(?![\w\[=&/]))"
    rf"|(?P<stuck>(?<=[^\W\d_][!?])[!?]*(?=[\s»)*]|$))"
    rf"|(?P<unit>(?<=\d{_SPACE})[%€])"
    r"|(?P<apostrophe>(?:(?<=\w')|(?<=\w&)#39;)(?=\w))"
    r"|(?P<reference>(?:(?<=\bart\. )|(?<=\bn° ))(?=[LRD]?\d))"
    r")",
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
        return _WRITTEN.get(found.lastgroup or "") or f"{_NARROW}{found[0].lstrip(_SPACES)}"

    return _MARKS.sub(replaced, text)

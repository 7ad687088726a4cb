"""Text as the search reads it: words without elision, then stems without accent, case, number or gender.

`search-words.js` does the same in the browser. Only pages are also read by `compounds`, in Python alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from guides_api.pages.search.french import RULES

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# « l. 114-8 » and « l114-8 » are the same article.
_ARTICLE = re.compile(r"(?<![^\W_])([lrd])\.?[ \u00a0\u202f]*(?=\d{3})")
_ACCENT = re.compile("[\u0300-\u036f]")
_APOSTROPHE = re.compile("['’]")
_CAPITAL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")
_HYPHENATED = re.compile(r"(?<![\w’'-])([^\W_]+)-([^\W_]+)(?![\w’'-])")

_ELIDED, _STOP = frozenset(RULES["elided"]), frozenset(RULES["stop"])
_DOUBLED = re.compile(rf"([{RULES['doubled']}])\1")


def words(text: str) -> Iterator[str]:
    """Yield the words of a text, in lower case, with their accents."""
    lowered = _ARTICLE.sub(r"\1", unicodedata.normalize("NFC", text).lower())
    for found in _WORD.findall(lowered):
        parts = _APOSTROPHE.split(found)
        while len(parts) > 1 and parts[0] in _ELIDED:
            del parts[0]
        yield "".join(parts)


def compounds(text: str) -> Iterator[str]:
    """Yield what readers may write otherwise: « FranceConnect » in two words, « pré-remplir » in one."""
    for found in _WORD.findall(text):
        parts = _CAPITAL.split(found)
        if len(parts) > 1:
            yield from words(" ".join(parts))
    for first, second in _HYPHENATED.findall(text):
        yield from words(first + second)


def folded(word: str) -> str:
    """Return a word without its accents."""
    bare = _ACCENT.sub("", unicodedata.normalize("NFD", word))
    return bare.replace("œ", "oe").replace("æ", "ae")


@cache
def stem(word: str) -> str:
    """Return what a word shares with its plural, its feminine and its kin; empty for a word that says nothing."""
    bare = folded(word)
    if bare in _STOP:
        return ""
    if len(bare) < RULES["shortest"] or not bare.isalpha():
        return bare
    for step in RULES["steps"]:
        for ending, replacement, before in step:
            if bare.endswith(ending) and len(bare) - len(ending) >= before:
                bare = bare[: len(bare) - len(ending)] + replacement
                break
    return _DOUBLED.sub(r"\1", bare)


def stems(found: Iterable[str]) -> list[str]:
    """Return the stems of words that say something."""
    return [kept for kept in map(stem, found) if kept]

"""Text as the search reads it: words without elision, then stems without accent, case, number or gender.

`search-words.js` does the same in the browser. Only `read` also tells what may be written otherwise, in Python alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from guides_api.pages.search.french import RULES
from guides_api.pages.search.known import Known

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# « l. 114-8 » and « l114-8 » are the same article.
_ARTICLE = re.compile(r"([LRDlrd])(?<![^\W_].)\.?[ \u00a0\u202f]*(?=\d{3})")
_ACCENT = re.compile("[\u0300-\u036f]")
_APOSTROPHE = re.compile("['’]")
_CAPITAL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")
_NUMBER = re.compile(r"\d{3}")
_MORE = "\x1f"  # no text holds it: it parts words, as a space does
_HYPHENATED = re.compile(r"(?<![\w’'-])([^\W_]+)-([^\W_]+)(?![\w’'-])")

_ELIDED, _STOP = frozenset(RULES["elided"]), frozenset(RULES["stop"])
# The rules of each step, by the last letter of their endings.
_STEPS = [
    {rule[0][-1]: [each for each in step if each[0][-1] == rule[0][-1]] for rule in step} for step in RULES["steps"]
]
_DOUBLED = re.compile(rf"([{RULES['doubled']}])\1")


def words(text: str) -> Iterator[str]:
    """Yield the words of a text, in lower case, with their accents."""
    lowered = _articles(text).lower()
    for found in _WORD.findall(lowered):
        parts = _APOSTROPHE.split(found)
        while len(parts) > 1 and parts[0] in _ELIDED:
            del parts[0]
        yield "".join(parts)


def read(text: str) -> str:
    """Return the words of a text in their order, then those that readers may write otherwise, with one space between.

    The same ones come back from page to page: each is worked out once.
    """
    tokens = " ".join(filter(None, map(_SAID.__getitem__, text.split())))
    if _MORE not in tokens:
        return tokens
    ways = zip(*map(_WAYS.__getitem__, _articles(text).split()), strict=True)
    return " ".join([said for each in ways for said in each if said])


def _ways(token: str) -> tuple[str, str, str]:
    """Return the words of what stands between two spaces, those that they may be cut into and those joined into."""
    return " ".join(words(token)), " ".join(_cut(token)), " ".join(_joined(token))


def _said(token: str) -> str:
    """Return the words of what stands between two spaces, or a mark if there is more to know."""
    said, cut, joined = _WAYS[token]
    return _MORE if cut or joined or _NUMBER.match(token) else said


_WAYS, _SAID = Known(_ways), Known(_said)


def _articles(text: str) -> str:
    return _ARTICLE.sub(r"\1", unicodedata.normalize("NFC", text))


def _cut(token: str) -> Iterator[str]:
    """Yield the words of « FranceConnect » in two words."""
    if _CAPITAL.search(token):
        for found in _WORD.findall(token):
            parts = _CAPITAL.split(found)
            if len(parts) > 1:
                yield from words(" ".join(parts))


def _joined(token: str) -> Iterator[str]:
    """Yield « pré-remplir » in one word."""
    if "-" in token:
        for first, second in _HYPHENATED.findall(token):
            yield from words(first + second)


def folded(word: str) -> str:
    """Return a word without its accents."""
    if word.isascii():
        return word
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
    for step in _STEPS:
        for ending, replacement, before in step.get(bare[-1], ()):
            if bare.endswith(ending) and len(bare) - len(ending) >= before:
                bare = bare[: len(bare) - len(ending)] + replacement
                break
    return _DOUBLED.sub(r"\1", bare)


def stems(found: Iterable[str]) -> list[str]:
    """Return the stems of words that say something."""
    return [kept for kept in map(stem, found) if kept]

"""Text in the wrong encoding: what it most likely was, and what it said.

Bytes are taken for text only where one reading of them is French and the others are not; damaged accents are mended
only where the damage can be undone exactly.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

_NAMES = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman"}
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDE = ("utf-16", "utf-16-le", "utf-16-be")
_FRENCH = frozenset("àâäçèéêëîïôöùûüÿœæÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŸŒÆ«»’‘“”–—…·•°²³½€§©®™ºª\u00a0")
_FOREIGN = re.compile(f"[^\\x00-\\x7f{''.join(sorted(_FRENCH))}]")
# What a text in one of them looks like when it is read in the other: « numÈro », « …diteur », « Ç oui È ».
_UNLIKELY = re.compile(r"(?<=[a-zà-öø-ÿœ])[A-ZÀ-ÖØ-Ý]|[…»”](?=\w)|(?<=\w)[«“]|(?<!\w)’|’(?!\w)|(?<!\w)[ÇÈÉÊË](?!\w)")
_RUN = re.compile(r"[^\x00-\x7f][^\x00-\x7f]+")  # twice as quick as {2,}
_CONTROLS = re.compile(r"[\x00-\x06\x0e-\x1a]")
_WORD = re.compile(r"[^\s.,;:!?()]+")
# What French, its punctuation, accents that stand apart and pictograms are made of.
_SIGNS = (
    r"\u00a0-\u017f\u0192\u02c6\u02dc\u0300-\u0302\u0308\u0327\u200b-\u203a\u2060-\u2064\u2070-\u209c\u20ac\u2116\u2122"
    r"\u2190-\u27bf\u2b00-\u2bff\ufe0f\ufeff\U0001f000-\U0001faff"
)
_PLAUSIBLE = re.compile(f"[{_SIGNS}]")
# What text that was misread twice is made of once it has been mended once.
_HALFWAY = re.compile(rf"[{_SIGNS}\x80-\x9f\u02c7-\u02dd\u03a9\u03c0\uf8ff\ufb01\ufb02]")
_UNFINISHED = re.compile(r"[\x80-\x9f\uf8ff]")


@dataclass(frozen=True, slots=True)
class Damage:
    """A place of a text, by its offsets, and what it said before it was misread."""

    start: int
    end: int
    was: str


@dataclass(frozen=True, slots=True)
class _Undone:
    text: str
    signs: int

    def length(self) -> int:
        return self.signs


@dataclass(frozen=True, slots=True)
class _Misread:
    """An encoding in which UTF-8 was read: the byte that each of its signs stood for, and what a letter became."""

    codes: Mapping[str, int]
    letter: re.Pattern[str]

    def undone(self, run: str, plausible: re.Pattern[str]) -> _Undone:
        """Return signs as they were before, and how many of them had been misread."""
        signs = 0

        def before(found: re.Match[str]) -> str:
            nonlocal signs
            was = bytes(self.codes[sign] for sign in found.group()).decode("utf-8", errors="replace")
            if not plausible.fullmatch(was):
                return found.group()
            signs += len(found.group())
            return was

        return _Undone(self.letter.sub(before, run), signs)


def _misread_as(codec: str) -> _Misread:
    """Return an encoding; bytes that it leaves undefined are control signs, as browsers have it."""
    signs = [_sign(code, codec) for code in range(256)]
    two, three, four = ("".join(signs[start:end]) for start, end in ((0xC2, 0xE0), (0xE0, 0xF0), (0xF0, 0xF5)))
    following = f"[{re.escape(''.join(signs[0x80:0xC0]))}]"
    firsts = zip((two, three, four), (1, 2, 3), strict=True)
    letter = "|".join(f"[{re.escape(first)}]{following}{{{count}}}" for first, count in firsts)
    return _Misread({sign: code for code, sign in enumerate(signs)}, re.compile(letter))


def _sign(code: int, codec: str) -> str:
    try:
        return bytes([code]).decode(codec)
    except UnicodeDecodeError:
        return chr(code)


# What any damage starts with: the first bytes of the signs of French, as each encoding shows them.
_SUSPECT = re.compile(r"[ÂÃÄÅËÌâïð¬√ƒ≈‚Ô\uf8ff][^\x00-\x7f]")
_MISREAD = tuple(map(_misread_as, ("cp1252", "mac_roman", "latin-1")))


def decoded(raw: bytes) -> str | None:
    """Return the text of bytes that are no UTF-8, all of them or some lines only; None where it can't be told."""
    if raw[:2] in _MARKS and (text := _read(raw, "utf-16", whole=True)) is not None:
        return text
    if b"\0" in raw:
        return next((text for name in _WIDE if (text := _read(raw, name))), None)
    codec = guessed(_odd_lines(raw))
    return _by_lines(raw, codec) if codec else None


def decoded_anyhow(raw: bytes) -> str:
    """Return the text that bytes of one sign each most likely are."""
    return _by_lines(raw, likeliest(raw))


def _by_lines(raw: bytes, codec: str) -> str:
    """Return text of which some lines are UTF-8 and the others in an encoding."""
    return "\n".join(_line(line, codec) for line in raw.split(b"\n"))


def _line(raw: bytes, codec: str) -> str:
    """Return a line, in which some signs may be UTF-8 and others not; two of these may be one of UTF-8, by chance."""
    if raw.isascii():
        return raw.decode("ascii")
    some, none = raw.decode("utf-8", errors=f"else-{codec}"), raw.decode(codec, errors="replace")
    return some if some == none or not _strangeness(some) else min(some, none, key=_strangeness)


def _odd_lines(raw: bytes) -> bytes:
    return b"\n".join(line for line in raw.split(b"\n") if _read(line, "utf-8") is None)


def guessed(raw: bytes) -> str:
    """Return the encoding in which bytes are French, empty where none or several would do."""
    texts = {name: text for name in _NAMES if (text := _read(raw, name)) is not None}
    french = {name: text for name, text in texts.items() if not _FOREIGN.search(text)}
    likely = [name for name, text in french.items() if not _UNLIKELY.search(text)]
    return likely[0] if len(likely) == 1 else next(iter(french), "") if len(french) == 1 else ""


def likeliest(raw: bytes) -> str:
    """Return the encoding in which bytes are most like French, where none can be told for sure."""
    odd = _odd_lines(raw)
    return min(_NAMES, key=lambda name: _strangeness(odd.decode(name, errors="replace")))


def _register(codec: str) -> None:
    """Let bytes that are no UTF-8 be read in an encoding."""

    def read_else(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        return error.object[error.start : error.end].decode(codec, errors="replace"), error.end

    codecs.register_error(f"else-{codec}", read_else)


for _name in _NAMES:
    _register(_name)


def _strangeness(text: str) -> int:
    return len(_UNLIKELY.findall(text)) + len(_FOREIGN.findall(text))


def named(raw: bytes, start: int) -> str:
    """Return what to call the encoding of bytes that are no UTF-8, with some words around the first of them."""
    if b"\0" in raw:
        return "UTF-16"
    codec = guessed(_odd_lines(raw)) or likeliest(raw)
    word = raw[max(0, start - 12) : start + 12].decode(codec, errors="replace").split("\n")
    return f"{_NAMES[codec]}, près de « {max(word, key=len).strip()} »"


def damages(text: str) -> Iterator[Damage]:
    """Yield each place of UTF-8 that was read in another encoding, once or several times, in the order of the text."""
    for run in _RUN.finditer(text) if _SUSPECT.search(text) else ():
        if (was := _mended(run.group())) != run.group():
            yield Damage(run.start(), run.end(), was)


def damaged(text: str) -> tuple[int, str, str] | None:
    """Find the first such place: offset, words as they are and were."""
    first = next(damages(text), None)
    if first is None:
        return None
    word = next(word for word in _WORD.finditer(text) if word.end() > first.start)
    return first.start, word.group(), undamaged(word.group())


def undamaged(text: str) -> str:
    """Return text in which every such place says again what it said."""
    return _RUN.sub(lambda run: _mended(run.group()), text) if _SUSPECT.search(text) else text


@lru_cache(maxsize=4096)  # a damaged text has few such runs, each of them often
def _mended(run: str) -> str:
    """Return signs as they were before they were first misread; what would leave some half undone stays as it is."""
    mended = _undone(run, _HALFWAY)
    return _undone(run, _PLAUSIBLE) if _UNFINISHED.search(mended) else mended


def _undone(run: str, plausible: re.Pattern[str]) -> str:
    while (before := max((misread.undone(run, plausible) for misread in _MISREAD), key=_Undone.length)).signs:
        run = before.text
    return run


def _read(raw: bytes, codec: str, *, whole: bool = False) -> str | None:
    """Return the text of bytes in an encoding, None where they are none there, nor in UTF-16 any text of ours.

    `whole` is for bytes that say themselves what they are: any text will do.
    """
    try:
        text = raw.decode(codec)
    except UnicodeError:
        return None
    if whole:
        return None if _CONTROLS.search(text) else text
    if codec in _WIDE and ("\0" in text or _FOREIGN.search(text)):
        return None
    return text

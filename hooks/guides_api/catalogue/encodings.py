"""Text in the wrong encoding: what it most likely was, and what it said.

Bytes are taken for text only where one reading of them is French and the others are not; damaged accents are mended
only where the damage can be undone exactly.
"""

from __future__ import annotations

import re

_NAMES = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman"}
_WIDE = ("utf-16", "utf-16-le", "utf-16-be")
_FRENCH = frozenset("àâäçèéêëîïôöùûüÿœæÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŸŒÆ«»’‘“”–—…·•°²³½€§©®™ºª\u00a0")
# What a text in one of them looks like when it is read in the other: « numÈro », « …diteur », « Ç oui È ».
_UNLIKELY = re.compile(r"(?<=[a-zà-öø-ÿœ])[A-ZÀ-ÖØ-Ý]|[…»”](?=\w)|(?<=\w)[«“]|(?<!\w)’|’(?!\w)|(?<!\w)[ÇÈÉÊË](?!\w)")
_RUN = re.compile(r"[^\x00-\x7f][^\x00-\x7f]+")  # twice as quick as {2,}
_WORD = re.compile(r"[^\s.,;:!?()]+")
_MISREAD_AS = ("cp1252", "mac_roman", "latin-1")
_PLAUSIBLE = re.compile(r"[\u00a0-\u017f\u2010-\u203a\u20ac\u2190-\u27bf\U0001f300-\U0001faff]+")


def decoded(raw: bytes) -> str | None:
    """Return the text of bytes that are no UTF-8, all of them or some lines only; None where it can't be told."""
    if b"\0" in raw:
        return next((text for name in _WIDE if (text := _read(raw, name))), None)
    lines = raw.split(b"\n")
    codec = guessed(b"\n".join(line for line in lines if _read(line, "utf-8") is None))
    return "\n".join(_read(line, "utf-8") or line.decode(codec) for line in lines) if codec else None


def guessed(raw: bytes) -> str:
    """Return the encoding in which bytes are French, empty where none or several would do."""
    texts = {name: text for name in _NAMES if (text := _read(raw, name)) is not None}
    french = {name: text for name, text in texts.items() if all(sign.isascii() or sign in _FRENCH for sign in text)}
    likely = [name for name, text in french.items() if not _UNLIKELY.search(text)]
    return likely[0] if len(likely) == 1 else next(iter(french), "") if len(french) == 1 else ""


def named(raw: bytes, start: int) -> str:
    """Return what to call the encoding of bytes that are no UTF-8, with some words around the first of them."""
    if b"\0" in raw:
        return "UTF-16"
    codec = guessed(raw) or "cp1252"
    word = raw[max(0, start - 12) : start + 12].decode(codec, errors="replace").split("\n")
    return f"{_NAMES[codec]}, près de « {max(word, key=len).strip()} »"


def damaged(text: str) -> tuple[int, str, str] | None:
    """Find the first place of UTF-8 that was read once in another encoding: offset, words as they are and were."""
    for run in _RUN.finditer(text) if not text.isascii() else ():
        if _undone(run.group()):
            word = next(word for word in _WORD.finditer(text) if word.end() > run.start())
            return run.start(), word.group(), undamaged(word.group())
    return None


def undamaged(text: str) -> str:
    """Return text in which every such place says again what it said."""
    while (mended := _RUN.sub(lambda run: _undone(run.group()) or run.group(), text)) != text:
        text = mended
    return text


def _undone(run: str) -> str:
    for encoding in _MISREAD_AS:
        try:
            repaired = run.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if _PLAUSIBLE.fullmatch(repaired):
            return repaired
    return ""


def _read(raw: bytes, codec: str) -> str | None:
    """Return the text of bytes in an encoding, None where they are none there, nor in UTF-16 any text of ours."""
    try:
        text = raw.decode(codec)
    except UnicodeError:
        return None
    if codec in _WIDE and not all((sign.isascii() and sign != "\0") or sign in _FRENCH for sign in text):
        return None
    return text

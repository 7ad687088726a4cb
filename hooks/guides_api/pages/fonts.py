"""The font of headings, in the few letters that French needs: the whole file weighs eight times as much."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files

FONT = "assets/fonts/manrope-bold.woff2"
LICENCE = "assets/fonts/OFL.txt"

_PACKAGE = "font_manrope"
LETTERS = (
    *range(0x20, 0x7F),  # ASCII
    *range(0xA0, 0x100),  # accented letters, guillemets, the no-break space
    *map(ord, "ŒœŸ–—‘’“”…\u202f€→"),
)


def fingerprint() -> str:
    """Return what changes with any byte of the font: its source, the letters, the libraries."""
    parts = (_whole(), repr(LETTERS).encode(), f"{version('fonttools')} {version('brotli')}".encode())
    return hashlib.sha256(b"".join(parts)).hexdigest()


def heading_font() -> bytes:
    """Return the font as a WOFF2 file."""
    from guides_api.pages.font_subset import subset  # slow to import, and the font is kept

    return subset(_whole(), LETTERS)


def licence() -> bytes:
    """Return the licence, which asks to go wherever the font goes."""
    return (files(_PACKAGE) / "files/OFL.txt").read_bytes()


@cache
def _whole() -> bytes:
    return (files(_PACKAGE) / "files/Manrope-Bold.ttf").read_bytes()

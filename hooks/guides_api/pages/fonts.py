"""The font of headings, in the few letters that French needs: the whole file weighs eight times as much."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from io import BytesIO

import brotli
from fontTools import subset
from fontTools import version as fonttools_version
from fontTools.ttLib import TTFont

FONT = "assets/fonts/manrope-bold.woff2"
LICENCE = "assets/fonts/OFL.txt"

_FOLDER = files("font_manrope") / "files"
_LETTERS = (
    *range(0x20, 0x7F),  # ASCII
    *range(0xA0, 0x100),  # accented letters, guillemets, the no-break space
    *map(ord, "ŒœŸ–—‘’“”…\u202f€→"),
)


def fingerprint() -> str:
    """Return what changes with any byte of the font: its source, the letters, the libraries."""
    parts = (_whole(), repr(_LETTERS).encode(), f"{fonttools_version} {brotli.__version__}".encode())
    return hashlib.sha256(b"".join(parts)).hexdigest()


def heading_font() -> bytes:
    """Return the font as a WOFF2 file."""
    options = subset.Options(
        flavor="woff2", layout_features=["kern", "liga", "ccmp", "locl", "mark"], notdef_outline=True
    )
    with TTFont(BytesIO(_whole()), recalcTimestamp=False) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=_LETTERS)
        subsetter.subset(font)
        font.flavor = "woff2"
        made = BytesIO()
        font.save(made)
    return made.getvalue()


def licence() -> bytes:
    """Return the licence, which asks to go wherever the font goes."""
    return (_FOLDER / "OFL.txt").read_bytes()


@cache
def _whole() -> bytes:
    return (_FOLDER / "Manrope-Bold.ttf").read_bytes()

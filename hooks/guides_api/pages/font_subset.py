"""A few letters of a font."""

from __future__ import annotations

from collections.abc import Collection
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont


def subset(whole: bytes, letters: Collection[int]) -> bytes:
    """Return the letters of a TrueType font, by their code points, as a WOFF2 font."""
    options = Options(flavor="woff2", layout_features=["kern", "liga", "ccmp", "locl", "mark"], notdef_outline=True)
    with TTFont(BytesIO(whole), recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=letters)
        subsetter.subset(font)
        font.flavor = "woff2"
        made = BytesIO()
        font.save(made)
    return made.getvalue()

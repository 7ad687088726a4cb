"""The site in another colour: each shade of ours gives way to one as light, so that no contrast is lost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from guides_api.catalogue.colours import luminance, saturation, tinted

OURS = "#0e5a5f"  # as the style sheets and the drawings have it
# Whatever goes with it there; a test finds each of them.
SHADES = (
    *("#0b474b", "#08373a", "#155a5e", "#5fa8a3", "#9fd6d0", "#bfe3df", "#d5ebe8", "#e9f4f2", "#eef4f2", "#f6fbfa"),
    *("#1b2628", "#445357", "#d8dfdc"),
    *("#8ad6cf", "#0c3f43", "#17383a", "#0b2426", "#111819"),
    *("#1a2324", "#202c2d", "#e7eeec", "#b6c4c2", "#364547"),
)
_ANY = re.compile("|".join((OURS, *SHADES)))


@cache
def palette(colour: str | None) -> Mapping[str, str]:
    """Return what stands for our colour and for each of its shades; themselves where there is no other colour."""
    if colour is None:
        return {shade: shade for shade in (OURS, *SHADES)}
    ratio = saturation(colour) / saturation(OURS)
    return {OURS: colour, **{shade: tinted(colour, luminance(shade), shade, ratio) for shade in SHADES}}


def painted(text: str, colour: str | None) -> str:
    """Return a style sheet or a drawing of ours in another colour."""
    shades = palette(colour)
    return _ANY.sub(lambda found: shades[found[0]], text)

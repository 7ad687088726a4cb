"""Colours: how light each is, and which of them can be read on our pages."""

from __future__ import annotations

import colorsys
import re
from bisect import bisect_left, bisect_right
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from guides_api.catalogue import patterns

GROUND = "#e9f4f2"  # the darkest that words in the site's colour stand on, but for warnings
READABLE = 7  # the contrast that WCAG asks for at level AAA
_MIDDLE = 0.18  # black and white stand out from it alike
_STEPS = 1000


def luminance(colour: str) -> float:
    """Return how light « #rrggbb » is, from 0 to 1, as WCAG 2 reckons it."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def tinted(colour: str, light: float, like: str, ratio: float) -> str:
    """Return the shade of a colour, of the saturation of `like` times a ratio, as far from the middle as `light` is.

    `light` is a luminance. What is lighter than words on it stays so, what is darker too: no contrast is lost.
    """
    hue, _, _ = colorsys.rgb_to_hls(*_parts(colour))
    purity = min(1.0, saturation(like) * ratio)

    def shade(step: int) -> str:
        parts = colorsys.hls_to_rgb(hue, step / _STEPS, purity)
        return f"#{bytes(round(part * 255) for part in parts).hex()}"

    def lightness(step: int) -> float:
        return luminance(shade(step))

    steps = range(_STEPS + 1)
    if light > _MIDDLE:
        return shade(bisect_left(steps, light, key=lightness))
    return shade(bisect_right(steps, light, key=lightness) - 1)


def saturation(colour: str) -> float:
    """Return how far a colour is from grey, from 0 to 1."""
    return colorsys.rgb_to_hls(*_parts(colour))[2]


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (part / 255 for part in bytes.fromhex(colour[1:]))
    return red, green, blue


def _colour(text: str) -> str:
    if not re.fullmatch(patterns.COLOUR, text):
        raise PydanticCustomError(
            "couleur",
            "« {text} » n’est pas une couleur : six chiffres ou lettres de a à f, comme 1b4b8f, sont attendus.",
            {"text": text[:40]},
        )
    colour = f"#{text.removeprefix('#').lower()}"
    found = contrast(colour, GROUND)
    if found < READABLE:
        darker = tinted(colour, (luminance(GROUND) + 0.05) / READABLE - 0.05, colour, 1)
        raise PydanticCustomError(
            "couleur-peu-lisible",
            "« {text} » se lit mal sur le fond des pages : un contraste de {found}, quand il en faut {wanted}. "
            "Essayez « {darker} ».",
            {"text": text, "found": _french(found), "wanted": READABLE, "darker": darker.removeprefix("#")},
        )
    return colour


def _french(number: float) -> str:
    return f"{int(number * 10) / 10}".replace(".", ",")


Colour = Annotated[str, AfterValidator(_colour), patterns.COLOUR_SCHEMA]

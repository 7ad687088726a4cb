"""The picture of a page that is shared: its title, the site's name and mark, the kind of page.

The same words give the same bytes wherever the same Pillow draws them: the text layout is FreeType's own, never one
that a system library may bring.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import PIL
from PIL import Image, ImageDraw, ImageFont, features

from guides_api.pages.palette import palette

WIDTH, HEIGHT = 1200, 630  # what social sites ask for

_GROUND, _BAND, _TILE = "#0b474b", "#08373a", "#0e5a5f"
_WHITE, _PALE, _SPARK = "#ffffff", "#bfe3df", "#ffc857"
_LEFT, _RIGHT = 84, WIDTH - 84
_TITLE_TOP, _TITLE_BOTTOM, _BAND_TOP = 84, 444, 486
_SIZES = (104, 76, 66, 58, 50)  # of the title: the largest that fits
_LEADING = 1.22
_MARK, _FINER = 80, 8  # the mark's side, and how many times finer it is drawn before being reduced
_STEPS = 5  # from the ground to a letter: at most sixteen colours in all, so that a pixel takes four bits
_EFFORT = 8  # zlib's: 9 takes twice as long and saves one byte in a hundred
_FONT = files("font_manrope") / "files/Manrope-Bold.ttf"


@dataclass(frozen=True, slots=True)
class Card:
    """What a picture says, and in which colour if not in ours; `kind` may be empty."""

    title: str
    site: str
    kind: str = ""
    colour: str | None = None


def fingerprint(card: Card) -> str:
    """Return what changes with any byte of the picture: its words, this code, the font and the library."""
    words = (card.title, card.site, card.kind, card.colour or "")
    return _digest(_hand(), *(word.encode() for word in words)).hex()


def drawn(card: Card) -> bytes:
    """Return a card as a PNG file of 1200 by 630 pixels."""
    shades = palette(card.colour)
    picture = Image.new("RGB", (WIDTH, HEIGHT), shades[_GROUND])
    draw = ImageDraw.Draw(picture)
    lines, size = _title(card.title)
    first = (_TITLE_TOP + _TITLE_BOTTOM) / 2 - (len(lines) - 1) * size * _LEADING / 2
    for number, line in enumerate(lines):
        draw.text((_LEFT, round(first + number * size * _LEADING)), line, _WHITE, _font(size), anchor="lm")
    draw.rectangle((0, _BAND_TOP, WIDTH, HEIGHT), shades[_BAND])
    middle = (_BAND_TOP + HEIGHT) // 2
    picture.paste(_mark(card.colour), (_LEFT, middle - _MARK // 2))
    kind = _cut(card.kind, _font(34), (_RIGHT - _LEFT) // 2)
    draw.text((_RIGHT, middle), kind, shades[_PALE], _font(34), anchor="rm")
    name_left = _LEFT + _MARK + 26
    name_right = _RIGHT - (_font(34).getlength(kind) + 40 if kind else 0)
    draw.text((name_left, middle), _cut(card.site, _font(42), name_right - name_left), _WHITE, _font(42), anchor="lm")
    file = BytesIO()
    picture.quantize(palette=_palette(card.colour), dither=Image.Dither.NONE).save(file, "PNG", compress_level=_EFFORT)
    return file.getvalue()


def size_of(file: Path) -> tuple[int, int] | tuple[None, None]:
    """Return a picture's width and height in pixels, or nothing when the file holds no picture, or one too big."""
    try:
        with Image.open(file) as picture:
            return picture.size
    except (OSError, Image.DecompressionBombError):
        return None, None


@cache
def _hand() -> bytes:
    """Return the digest of what draws."""
    versions = (PIL.__version__, features.version("freetype2") or "")
    return _digest(Path(__file__).read_bytes(), _font_bytes(), *(version.encode() for version in versions))


def _digest(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).digest()


@cache
def _font_bytes() -> bytes:
    return _FONT.read_bytes()


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(BytesIO(_font_bytes()), size, layout_engine=ImageFont.Layout.BASIC)


def _title(words: str) -> tuple[list[str], int]:
    """Return a title's lines and their size; what the smallest size can't hold is cut."""
    for size in _SIZES:
        lines = _lines(words, _font(size), _RIGHT - _LEFT)
        room = int((_TITLE_BOTTOM - _TITLE_TOP) // (size * _LEADING))
        if len(lines) <= room and all(_font(size).getlength(line) <= _RIGHT - _LEFT for line in lines):
            return _balanced(words, size, len(lines)), size
    size = _SIZES[-1]
    kept = [*lines[: room - 1], " ".join(lines[room - 1 :])]
    return [_cut(line, _font(size), _RIGHT - _LEFT) for line in kept], size


def _balanced(words: str, size: int, count: int) -> list[str]:
    """Return as many lines, of lengths as equal as can be: the last one is no lone word."""
    least = round(_font(size).getlength(_drawable(words)) / count)
    return next(
        lines
        for width in (*range(least, _RIGHT - _LEFT, 20), _RIGHT - _LEFT)
        if len(lines := _lines(words, _font(size), width)) == count
    )


def _lines(words: str, font: ImageFont.FreeTypeFont, width: float) -> list[str]:
    lines: list[str] = []
    for word in _drawable(words).split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(words: str, font: ImageFont.FreeTypeFont, width: float) -> str:
    """Return the words, less those at the end that a width can't hold."""
    whole = _drawable(words)
    if font.getlength(whole) <= width:
        return whole
    ends = (end for end in range(len(whole), -1, -1) if font.getlength(f"{whole[:end].rstrip()}…") <= width)
    return f"{whole[: next(ends, 0)].rstrip()}…"


def _drawable(words: str) -> str:
    """Return words with the spaces that the font has: it lacks the narrow no-break one."""
    return words.replace("\u202f", "\u00a0")


@cache
def _mark(colour: str | None) -> Image.Image:
    """Return the mark of overrides/assets/images/logo.svg in a few shapes: an open book, a link that starts there."""
    side = _MARK * _FINER
    shades = palette(colour)
    mark = Image.new("RGB", (side, side), shades[_BAND])
    draw = ImageDraw.Draw(mark)
    unit = side / 48  # the drawing's own grid
    page = ((10, 15.5), (14, 14.3), (18, 14.2), (21, 15.1), (24, 16.8), (24, 36.5), (21, 34.8), (17, 33.8), (10, 35.2))
    draw.rounded_rectangle((0, 0, side, side), 11 * unit, shades[_TILE])
    draw.polygon([(x * unit, y * unit) for x, y in page], _WHITE)
    draw.polygon([((48 - x) * unit, y * unit) for x, y in page], shades[_PALE])
    draw.ellipse((27.8 * unit, 7.8 * unit, 34.2 * unit, 14.2 * unit), _SPARK)
    draw.rounded_rectangle((29.8 * unit, 13 * unit, 32.2 * unit, 22.2 * unit), 1.2 * unit, _SPARK)
    return mark.resize((_MARK, _MARK), Image.Resampling.LANCZOS)


@cache
def _palette(colour: str | None) -> Image.Image:
    shades = palette(colour)
    ground, band, tile, pale = (shades[ours] for ours in (_GROUND, _BAND, _TILE, _PALE))
    ramp = [_between(ground, _WHITE, step / (_STEPS - 1)) for step in range(_STEPS)]
    bands = [_between(band, _WHITE, share) for share in (0, 0.3, 0.6)]
    pales = [_between(band, pale, share) for share in (0.4, 0.7, 1)]
    sparks = [_between(band, _SPARK, share) for share in (0.6, 1)]
    kept = Image.new("P", (1, 1))
    kept.putpalette([part for shade in [*ramp, *bands, *pales, *sparks, _between(tile, tile, 0)] for part in shade])
    return kept


def _between(start: str, end: str, share: float) -> tuple[int, ...]:
    pairs = zip(bytes.fromhex(start[1:]), bytes.fromhex(end[1:]), strict=True)
    return tuple(round(first + (last - first) * share) for first, last in pairs)

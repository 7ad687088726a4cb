"""The site in another colour is read as well as in ours, by day and by night."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from tests.build import ROOT

from guides_api.catalogue.colours import GROUND, READABLE, contrast
from guides_api.engine.colours import PAINTED
from guides_api.pages.exports.badges import badges
from guides_api.pages.palette import OURS, SHADES, painted, palette
from guides_api.pages.pictures import Card, drawn
from guides_api.pages.project import Project

COLOURS = ("#1b4b8f", "#7a1f3d", "#1a5a2a", "#5c4300", "#4b2a7b", "#444444", "#000000", "#0000ff", "#a30000")
THEME = {name: (ROOT / "overrides" / name).read_text(encoding="utf-8") for name in PAINTED}
DRAWN = "".join((ROOT / "hooks/guides_api/pages" / name).read_text() for name in ("pictures.py", "templates/badge.svg"))
PAPERS = ("paper", "surface", "tint", "teal-tint")
_VARIABLE = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6});")


def variables(sheets: str) -> dict[str, str]:
    return {name: f"#{value[1:] * (6 // len(value[1:]))}" for name, value in _VARIABLE.findall(sheets)}


def schemes(colour: str | None) -> list[dict[str, str]]:
    """Return the variables of the style sheets in a colour, by day then by night."""
    day, night = (painted(THEME[f"assets/stylesheets/{name}.css"], colour) for name in ("site", "dark"))
    return [variables(day), variables(day) | variables(night)]


@pytest.mark.parametrize("shade", [OURS, *SHADES])
def test_every_shade_is_one_of_the_theme_or_of_our_drawings(shade: str) -> None:
    assert any(shade in text for text in (*THEME.values(), DRAWN))


def test_what_is_painted_is_ours_until_there_is_a_colour() -> None:
    for text in THEME.values():
        assert painted(text, None) == text
        assert painted(text, COLOURS[0]) != text


@pytest.mark.parametrize("colour", COLOURS)
def test_words_stand_out_as_much_as_in_our_colour(colour: str) -> None:
    for ours, theirs in zip(schemes(None), schemes(colour), strict=True):
        assert ours.keys() == theirs.keys() >= {*PAPERS, "ink", "teal"}
        pairs = [(words, paper) for words in ("ink", "teal", "muted") for paper in PAPERS] + [("on-teal", "teal")]
        for words, paper in pairs:
            least = min(READABLE, contrast(ours[words], ours[paper]))
            assert contrast(theirs[words], theirs[paper]) >= least - 0.05, (words, paper)
        assert contrast(theirs["teal-deep"], palette(colour)["#d5ebe8"]) >= READABLE


@pytest.mark.parametrize("colour", COLOURS)
def test_the_colour_itself_is_that_of_links(colour: str) -> None:
    assert palette(colour)[OURS] == colour
    assert schemes(colour)[0]["teal"] == colour
    assert not any(shade in painted("".join(THEME.values()), colour) for shade in (OURS, "#0b474b", "#8ad6cf"))


def test_the_ground_that_a_colour_is_judged_on_is_the_darkest_of_the_sheets() -> None:
    day = schemes(None)[0]
    assert min((day[paper] for paper in PAPERS), key=lambda paper: contrast(paper, "#000000")) == GROUND


def test_pictures_and_badges_follow(real: Project) -> None:
    ours, theirs = (Image.open(BytesIO(drawn(Card("Titre", "Site", "", colour)))) for colour in (None, "#7a1f3d"))
    assert ours.convert("RGB").getpixel((2, 2)) == (0x0B, 0x47, 0x4B)
    assert theirs.convert("RGB").getpixel((2, 2)) == tuple(bytes.fromhex(palette("#7a1f3d")["#0b474b"][1:]))
    coloured = real.catalogue.site.model_copy(update={"colour": "#7a1f3d"})
    _, badge = next(badges(replace(real.catalogue, site=coloured)))
    assert palette("#7a1f3d")["#0b474b"] in badge
    assert "#0b474b" not in badge

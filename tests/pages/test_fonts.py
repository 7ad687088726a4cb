"""The font of headings: small, the same each time, with every letter that the site's titles hold."""

from __future__ import annotations

from io import BytesIO

from fontTools.ttLib import TTFont
from tests.build import ROOT
from tests.example import TODAY

from guides_api.pages.fonts import heading_font, licence
from guides_api.pages.project import load_project
from guides_api.pages.typography import typographic_words


def test_it_holds_every_letter_of_every_title() -> None:
    with TTFont(BytesIO(heading_font())) as font:
        known = {chr(code) for code in font.getBestCmap()}
    titles = [typographic_words(page.title) for page in load_project(ROOT, TODAY).pages.values()]
    letters = {letter for letter in "".join(titles) if not letter.isspace()}
    assert letters - known == set()
    assert len(letters) > 50


def test_it_is_light_and_made_of_the_same_bytes_each_time() -> None:
    made = heading_font()
    assert made == heading_font()
    assert len(made) < 15_000


def test_its_licence_goes_with_it() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence().decode()

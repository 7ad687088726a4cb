"""The drawn picture of a shared page: readable in French, light, the same each time, whatever its words."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path
from zlib import crc32

import pytest
from PIL import Image

from guides_api.pages import pictures
from guides_api.pages.page import SitePage
from guides_api.pages.pictures import HEIGHT, WIDTH, Card, drawn, fingerprint
from guides_api.pages.project import Project
from guides_api.pages.typography import typographic_words

LETTERS = "éèêëàâäçîïôöûùüÿæœÉÈÊËÀÂÄÇÎÏÔÖÛÙÜŸÆŒ«»’“”…–—€°\u2011"
PLAIN = Card("Aides sociales des CCAS", "Guides API", "Guides")
LONG = "Attestations de cotisations, de congés payés et de chômage intempéries du bâtiment et des travaux publics"
HEAVY = 21_000  # bytes


def opened(card: Card) -> Image.Image:
    return Image.open(BytesIO(drawn(card)), formats=["PNG"])


def glyph(letter: str) -> tuple[tuple[int, int], bytes]:
    mask = pictures._font(60).getmask(letter)
    return mask.size, bytes(mask)


@pytest.mark.parametrize("letter", LETTERS)
def test_every_french_letter_is_in_the_font(letter: str) -> None:
    assert glyph(letter) != glyph("\uffff")


def test_every_sign_of_a_real_title_is_in_the_font(real: Project) -> None:
    titles = "".join(f"{typographic_words(page.title)}{page.trail[-1].title}" for page in with_trails(real))
    signs = set(pictures._drawable(titles))
    assert [sign for sign in sorted(signs) if glyph(sign) == glyph("\uffff")] == []


def with_trails(real: Project) -> list[SitePage]:
    return [page for page in real.pages.values() if page.trail]


def test_it_has_the_size_that_social_sites_ask_for_and_few_colours() -> None:
    picture = opened(PLAIN)
    assert picture.size == (WIDTH, HEIGHT) == (1200, 630)
    assert len(picture.convert("RGB").getcolors() or range(100)) <= 16


def test_it_is_light_even_for_the_longest_real_titles(real: Project) -> None:
    longest = sorted((page.title for page in real.pages.values()), key=len)[-10:]
    sizes = {title: len(drawn(Card(typographic_words(title), "Guides API", "Cadre juridique"))) for title in longest}
    assert {title: size for title, size in sizes.items() if size > HEAVY} == {}


def test_the_same_words_give_the_same_bytes_without_a_date() -> None:
    assert drawn(PLAIN) == drawn(Card(*(PLAIN.title, PLAIN.site, PLAIN.kind)))
    assert opened(PLAIN).info.keys().isdisjoint({"date:create", "Creation Time", "tIME"})
    assert b"tIME" not in drawn(PLAIN)


@pytest.mark.parametrize(
    "other",
    [
        Card("Aides sociales des CCAS.", "Guides API", "Guides"),
        Card("Aides sociales des CCAS", "Guides", "API Guides"),
        Card("Aides sociales des CCASGuides API", "", "Guides"),
    ],
)
def test_other_words_have_another_fingerprint_and_another_picture(other: Card) -> None:
    assert fingerprint(other) != fingerprint(PLAIN)
    assert drawn(other) != drawn(PLAIN)


@pytest.mark.parametrize("what", [PLAIN, Card(PLAIN.title, PLAIN.site)], ids=["kind", "no kind"])
def test_title_name_and_kind_each_leave_ink_in_their_place(what: Card) -> None:
    picture = opened(what).convert("RGB")

    def inks(box: tuple[int, int, int, int]) -> bool:
        return len(picture.crop(box).getcolors() or range(9)) > 2

    assert inks((84, 84, 1116, 444))
    assert inks((190, 520, 500, 600))
    assert inks((900, 520, 1116, 600)) is bool(what.kind)


@pytest.mark.parametrize(
    "title",
    ["x" * 150, f"{'mot ' * 60}fin", f"Un {'x' * 60} au milieu", "", " ", "😃 \u202f ? ", "a\u00a0" * 70],
    ids=["one long word", "many words", "a long word among others", "nothing", "a space", "signs", "no break"],
)
def test_no_words_leave_the_frame(title: str) -> None:
    picture = opened(Card(title, "Un site au nom " * 6, "Une sorte de page " * 6)).convert("RGB")
    for edge in ((0, 0, 70, 486), (WIDTH - 70, 0, WIDTH, 486), (0, 0, WIDTH, 60), (0, 460, WIDTH, 486)):
        assert len(picture.crop(edge).getcolors() or ()) == 1, edge
    band = picture.crop((WIDTH - 70, 490, WIDTH, HEIGHT)).getcolors() or ()
    assert len(band) == 1


def test_what_is_cut_says_so() -> None:
    lines, size = pictures._title("mot " * 80)
    assert size == min(pictures._SIZES)
    assert lines[-1].endswith("…")
    assert "…" not in "".join(lines[:-1])


def test_a_title_s_lines_hold_its_words_in_order_and_none_is_much_shorter() -> None:
    lines, size = pictures._title(LONG)
    assert " ".join(lines) == LONG
    lengths = [pictures._font(size).getlength(line) for line in lines]
    assert min(lengths) > max(lengths) / 2


def test_words_that_must_stay_together_do() -> None:
    lines, _ = pictures._title(typographic_words("Qui peut demander un accès aux données de l’État ?"))
    assert lines[-1].endswith("État\u00a0?")


def test_the_size_of_somebody_s_picture_is_read_and_of_anything_else_is_unknown(tmp_path: Path) -> None:
    photo, text = tmp_path / "photo.png", tmp_path / "texte.png"
    Image.new("RGB", (300, 200)).save(photo)
    text.write_text("du texte", encoding="utf-8")
    assert pictures.size_of(photo) == (300, 200)
    assert pictures.size_of(text) == (None, None)
    assert pictures.size_of(tmp_path / "absente.png") == (None, None)


def test_a_picture_that_says_it_is_endless_has_no_size(tmp_path: Path) -> None:
    header = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", crc32(header)))
    assert pictures.size_of(photo) == (None, None)

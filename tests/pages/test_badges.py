"""Badges: drawings that any page may show, whatever editors call themselves."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import ImageFont
from tests import dom, example
from tests.pages.drawn import as_html

from guides_api.catalogue.site import Site
from guides_api.pages.addresses import badge_path, editor_path
from guides_api.pages.exports.badges import badge, badges
from guides_api.pages.exports.embedding import embedding
from guides_api.pages.project import Project, load_project
from guides_api.pages.typography import typographic_words

HOSTILE = [
    "</title><script>alert(1)</script>",
    "A & B \"x\" 'y' ]]>",
    "[a](b) ![c](d) `e` *f* _g_ \\h &amp; ~i~ ^j^",
    "مدينة 日本 😀",
    "x" * 120,
]
BASE = {"name": "Site & Cie", "description": "Un site.", "datapass_url": "https://datapass.example.org"}


def read(drawing: str) -> ET.Element:
    return ET.fromstring(drawing)  # noqa: S314  our own


def words_of(drawing: str) -> list[str]:
    return ["".join(part.itertext()) for part in read(drawing).iter("{http://www.w3.org/2000/svg}text")]


def test_each_editor_and_each_api_has_one_that_says_what_the_catalogue_says(real: Project) -> None:
    drawings = dict(badges(real.catalogue))
    catalogue = real.catalogue
    former = sum(len(editor.aliases) for editor in catalogue.editors.values())
    former += sum(len(api.aliases) for api in catalogue.apis.values())
    assert len(drawings) == len(catalogue.editors) + len(catalogue.apis) + former
    for editor in catalogue.editors.values():
        count = len(editor.solutions)
        said = f"{editor.name} : {count} logiciel{'s' if count > 1 else ''}"
        assert words_of(drawings[badge_path(editor_path(editor.id))]) == ["Guides API", typographic_words(said)]
    states = {words_of(drawings[badge_path(api.path)])[1] for api in catalogue.apis.values()}
    assert states <= {
        f"{access}, {state}"
        for access in ("Sur habilitation", "Données publiques")
        for state in ("FranceConnect requis", "FranceConnect possible", "sans FranceConnect")
    }
    assert len(states) > 3
    assert words_of(drawings["exports/v1/badges/api/cnav/quotient-familial.svg"])[1] == (
        "Sur habilitation, FranceConnect possible"
    )


def test_each_is_told_in_words_and_asks_for_nothing_else(real: Project) -> None:
    for name, drawing in badges(real.catalogue):
        root = read(drawing)
        assert root.get("role") == "img"
        assert root.get("aria-label") == root.findtext("{http://www.w3.org/2000/svg}title")
        assert all(words in (root.get("aria-label") or "") for words in words_of(drawing)), name
        assert root.get("height") == "20"
        assert not re.search(r"href|url\(|@import|<style|<script|<image", drawing)
        assert set(re.findall(r"https?://[^\"' ]+", drawing)) == {"http://www.w3.org/2000/svg"}


def test_the_room_made_for_words_is_near_what_they_take(real: Project) -> None:
    font = ImageFont.truetype(str(files("font_manrope") / "files/Manrope-Bold.ttf"), 110)
    for name, drawing in badges(real.catalogue):
        for part in read(drawing).iter("{http://www.w3.org/2000/svg}text"):
            taken = font.getlength("".join(part.itertext()).replace("\u202f", "\u00a0")) / 10
            assert 0.85 < int(part.get("textLength", "0")) / taken < 1.3, name


def test_its_parts_stand_one_after_the_other(real: Project) -> None:
    for _, drawing in badges(real.catalogue):
        root = read(drawing)
        first, second = root.iter("{http://www.w3.org/2000/svg}text")
        ends = [int(part.get("x", "0")) + int(part.get("textLength", "0")) for part in (first, second)]
        assert ends[0] < int(second.get("x", "0"))
        assert ends[1] < int(root.get("width", "0"))


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_stays_words(name: str) -> None:
    drawing = badge("Guides API", name, name)
    assert words_of(drawing)[1] == typographic_words(name)
    assert {part.tag.rpartition("}")[2] for part in read(drawing).iter()} == {
        "svg",
        "title",
        "rect",
        "path",
        "g",
        "text",
    }


def test_a_long_name_is_cut_in_the_drawing(project: Path) -> None:
    editors = project / "data/editors.yaml"
    text = editors.read_text(encoding="utf-8")
    editors.write_text(text.replace("Éditeur Exemple", "Très " * 20), encoding="utf-8")
    drawing = dict(badges(load_project(project, example.TODAY).catalogue))[
        "exports/v1/badges/editeurs/editeur-exemple.svg"
    ]
    assert "…" in words_of(drawing)[1]
    assert int(read(drawing).get("width", "0")) < 500


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_copied_shows_any_name_as_it_is(name: str) -> None:
    site = Site.model_validate({**BASE, "site_url": "https://guides.example.org/sous"})
    found = embedding(name, editor_path("exemple"), "exports/index.md", site)
    for html in (found["html"], as_html(found["markdown"])):
        tree, faults = dom.read(html)
        assert faults == []
        link = tree.one("a")
        assert link.attributes["href"] == "https://guides.example.org/sous/editeurs/exemple/"
        picture = link.one("img")
        assert picture.attributes["src"] == "https://guides.example.org/sous/exports/v1/badges/editeurs/exemple.svg"
        assert picture.attributes["alt"] == f"{name} sur Site & Cie"
        assert {part.tag for part in tree.all()} <= {"p", "a", "img"}
    assert not found["root"]


def test_addresses_start_from_the_root_while_the_site_has_none() -> None:
    found = embedding("Nom", editor_path("exemple"), "exports/index.md", Site.model_validate(BASE))
    assert found["root"] == "/"
    assert "](/editeurs/exemple/)" in found["markdown"]
    assert 'src="/exports/v1/badges/editeurs/exemple.svg"' in found["html"]
    assert found["drawing"] == "v1/badges/editeurs/exemple.svg"

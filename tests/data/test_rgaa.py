"""What the page of criteria says is so: all of them are there, and what does not apply is nowhere on the site."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests import dom
from tests.build import ROOT
from tests.engine.test_page_types import article, rows

from guides_api.catalogue.rgaa import Criterion, State
from guides_api.pages.project import Project

TABLE = ROOT.parent / "shared" / "facts" / "rgaa-4.1.2.csv"
# The table names some success criteria of the WCAG where it should name their level.
LEVELS = {"Minimum": {"AA"}, "Prerecorded": {"A", "AA"}, "In Context": {"A"}, "Legal, Financial, Data": {"AA"}}
DOUBLE_A = {"1.2.5", "1.4.3", "3.3.4"}
CRITERIA_OF_THEMES = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12]
DOWNLOAD = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|epub|zip|csv)(?:[?#]|$)", re.IGNORECASE)
MEDIA = ("video", "audio", "object", "embed", "canvas", "applet", "marquee", "blink", "iframe", "frame")


@pytest.fixture
def criteria(real: Project) -> list[Criterion]:
    return list(real.catalogue.rgaa.values())


@cache
def trees(site: Path) -> dict[str, dom.Element]:
    return {
        file.relative_to(site).as_posix(): dom.read(file.read_text(encoding="utf-8"))[0]
        for file in sorted(site.rglob("*.html"))
    }


def pages_with(site: Path, *tags: str, **attributes: str) -> list[str]:
    return [
        name
        for name, tree in trees(site).items()
        if any(attributes.items() <= element.attributes.items() for element in tree.all(*tags))
    ]


def test_the_106_criteria_of_the_thirteen_themes_are_there_in_order(criteria: list[Criterion]) -> None:
    numbers = [
        f"{theme}.{number}" for theme, count in enumerate(CRITERIA_OF_THEMES, 1) for number in range(1, count + 1)
    ]
    assert [criterion.id for criterion in criteria] == numbers
    assert len(numbers) == 106
    assert sum(int(criterion.tests) for criterion in criteria) == 258
    assert len({criterion.label for criterion in criteria}) == 106


@pytest.mark.skipif(not TABLE.is_file(), reason="le tableau (../shared/facts) n’est pas à côté de ce dépôt")
def test_they_say_what_the_table_that_they_come_from_says(criteria: list[Criterion]) -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        told = {row["critere"]: row for row in csv.DictReader(file)}
    for criterion in criteria:
        row = told.pop(criterion.id)
        assert criterion.theme == row["thematique"]
        assert list(criterion.wcag) == row["wcag"].split()
        assert criterion.tests == row["nombre_de_tests"]
        assert criterion.level.value in LEVELS.get(row["niveau"], {row["niveau"]})
        assert DOUBLE_A.isdisjoint(criterion.wcag) or criterion.level.value == "AA"
    assert told == {}


def test_what_was_looked_at_and_what_does_not_apply_say_why(criteria: list[Criterion]) -> None:
    assert [item.id for item in criteria if item.state is not State.UNTESTED and not item.note] == []


def test_nothing_is_said_to_be_checked_by_hand_until_a_note_says_by_whom(criteria: list[Criterion]) -> None:
    by_hand = [item for item in criteria if item.state is State.BY_HAND]
    assert [item.id for item in by_hand if not re.search(r"\b20\d\d\b", item.note or "")] == []


def test_the_page_counts_them(site: Path, criteria: list[Criterion]) -> None:
    counts, *tables = article(site, "accessibilite/criteres.md").all("table")
    *by_theme, sums = [[cell.text for cell in cells] for cells in rows(counts)]
    states = Counter(criterion.state for criterion in criteria)
    assert sums[1:] == [str(states[state]) for state in State] + ["106"]
    for theme, table in zip(by_theme, tables, strict=True):
        assert len(list(rows(table))) == int(theme[-1])
    assert sum(int(theme[-1]) for theme in by_theme) == 106


class TestDoesNotApply:
    """What « non-applicable » rests on: it must be said again when the site changes."""

    def test_there_is_no_media_no_frame_and_nothing_that_moves(self, site: Path) -> None:
        assert pages_with(site, *MEDIA) == []
        assert list(site.rglob("*.gif")) == []

    def test_no_office_document_is_there_to_download(self, site: Path) -> None:
        found = {
            link.attributes["href"]
            for tree in trees(site).values()
            for link in tree.all("a")
            if DOWNLOAD.search(link.attributes.get("href", "")) or "download" in link.attributes
        }
        assert {Path(urlsplit(href).path).suffix for href in found} == {".csv", ".json"}

    def test_no_form_asks_anything_of_the_reader(self, site: Path) -> None:
        kinds = {field.attributes.get("type", "text") for tree in trees(site).values() for field in tree.all("input")}
        assert kinds <= {"text", "search", "radio", "checkbox"}
        assert pages_with(site, "textarea") == ["deliberation/verifier/index.html"]  # its text is sent nowhere
        sent = {form.attributes.get("method", "get") for tree in trees(site).values() for form in tree.all("form")}
        assert sent <= {"get"}

    def test_no_passage_reads_from_right_to_left(self, site: Path) -> None:
        assert pages_with(site, dir="rtl") == []

    def test_no_table_is_there_for_the_layout(self, site: Path) -> None:
        assert pages_with(site, "table", role="presentation") == []
        assert [name for name, tree in trees(site).items() for table in tree.all("table") if not table.all("th")] == []


class TestLookedAt:
    """What pages owe to nobody's eye, and no other test looks at."""

    def test_every_page_says_its_type_of_document(self, site: Path) -> None:
        starts = {file: file.read_text(encoding="utf-8").lstrip()[:15].lower() for file in site.rglob("*.html")}
        assert [file for file, start in starts.items() if start != "<!doctype html>"] == []

    def test_no_page_reloads_itself_and_one_that_moved_leads_on_at_once(self, site: Path) -> None:
        for name in pages_with(site, "meta", **{"http-equiv": "refresh"}):
            refresh = trees(site)[name].one("meta", **{"http-equiv": "refresh"})
            assert re.fullmatch(r"0; url=(?:\.\./)+[a-z0-9/-]+/", refresh.attributes["content"]), name

    def test_menu_site_map_and_search_are_on_every_page(self, site: Path) -> None:
        moved = pages_with(site, "meta", **{"http-equiv": "refresh"})  # nobody stays there
        for name, tree in trees(site).items():
            if name in moved:
                continue
            assert tree.all("nav"), name
            assert len([link for link in tree.all("a") if link.text == "Plan du site"]) >= 1, name
            assert "Rechercher" in [link.text for link in tree.all("a")], name
            labels = {label.attributes.get("for") for label in tree.all("label") if label.text}
            boxes = [box for label in tree.all("label") if label.text for box in label.all("input")]
            fields = [field for field in tree.all("input") if field.attributes.get("name") == "q"]
            assert fields, name
            assert [field for field in fields if field not in boxes and field.attributes.get("id") not in labels] == []

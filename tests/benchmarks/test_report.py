"""The report says what the measures say, and nothing that was not measured."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from benchmarks.aims import aims
from benchmarks.contenders import NAMES, ZENSICAL
from benchmarks.results import Results
from tests.build import ROOT

from benchmarks import report

SAMPLE = Path(__file__).with_name("results.json")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def kept() -> dict[str, Any]:
    """Invented measures, of three sizes."""
    sample: dict[str, Any] = json.loads(SAMPLE.read_text(encoding="utf-8"))
    return sample


def rows(text: str, title: str) -> list[list[str]]:
    """Return the cells of the table below a title, its heads aside."""
    lines = text.partition(f"### {title}\n")[2].partition("\n### ")[0].splitlines()
    return [line.strip("| ").split(" | ") for line in lines if line.startswith("|")][2:]


def test_the_report_is_that_of_the_sample(kept: dict[str, Any], *, rewrite_golden: bool) -> None:
    golden = ROOT / "tests/golden/performances.md"
    text = report.told(Results(kept)) + "\n"
    if rewrite_golden:
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_an_aim_is_reached_or_not(kept: dict[str, Any]) -> None:
    by_name = {name: (most, measured, reached) for name, most, measured, _, reached in rows(said(kept), AIMED)}
    assert by_name["construction complète, deux cœurs, 1\u202f000 guides"] == ("0,33", "0,30", "oui")
    assert by_name["construction complète, deux cœurs, 4\u202f000 guides"] == ("0,30", "0,35", "non")
    assert by_name["construction complète, deux cœurs, 10\u202f000 guides"] == ("0,25", report.NOTHING, report.NOTHING)


def test_what_stock_does_whatever_changed_is_compared_with_every_change(kept: dict[str, Any]) -> None:
    (row,) = (row for row in rows(said(kept), "1\u202f000 guides") if row[0] == "le titre d’un guide a changé")
    assert row[1:3] == ["20,0\u202fs", "0,10"]


def test_without_zensical_the_report_says_so(kept: dict[str, Any]) -> None:
    del kept["versions"][ZENSICAL]
    for by_key in (*kept["sizes"].values(), *kept["served"].values()):
        del by_key[ZENSICAL]
    assert "Zensical n’a pas pu être installé." in said(kept)
    assert all(beside == report.NOTHING for *_, beside, _ in rows(said(kept), AIMED))
    assert NAMES[ZENSICAL] not in report.drawn(Results(kept))


def test_a_growth_needs_three_sizes(kept: dict[str, Any]) -> None:
    assert Results(kept).exponent("ours", "cold") == pytest.approx(1.05, abs=0.01)
    del kept["sizes"]["4000"]
    assert Results(kept).exponent("ours", "cold") is None
    assert all(aim.measured is None for aim in aims(Results(kept)) if aim.what.startswith("croissance de la"))


def test_a_stale_page_misses_an_aim(kept: dict[str, Any]) -> None:
    kept["served"]["250"]["ours"]["stale"] = 1
    (row,) = (row for row in rows(said(kept), AIMED) if row[0] == "`serve` : pages servies périmées")
    assert row[2:] == ["1,00", report.NOTHING, "non"]


def test_the_plot_says_in_words_what_it_draws(kept: dict[str, Any]) -> None:
    svg = ET.fromstring(report.drawn(Results(kept)))  # noqa: S314  ours
    title, described = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert title is not None
    assert svg.get("aria-labelledby") == "t d"
    assert described is not None
    assert "Guides API : 1,5 s à 250 guides, 6 s à 1000 guides" in (described.text or "")
    assert len(svg.findall(f"{SVG}path[@class='line l0']")) == 1
    assert len(svg.findall(f"{SVG}circle[@class='d1']")) == 3


def test_the_labels_of_lines_do_not_touch(kept: dict[str, Any]) -> None:
    svg = ET.fromstring(report.drawn(Results(kept)))  # noqa: S314  ours
    labels = [label for label in svg.iter(f"{SVG}text") if (label.get("class") or "").startswith("t")]
    heights = sorted(float(label.get("y") or 0) for label in labels)
    assert len(heights) == 4
    assert all(below - above >= 17 for above, below in pairwise(heights))


def test_the_document_keeps_what_people_wrote(
    kept: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, plot = tmp_path / "performances.md", tmp_path / "performances.svg"
    document.write_text(f"# Avant\n\n{report.START}vieux\n{report.END}\n## Après\n", encoding="utf-8")
    monkeypatch.setattr(report, "DOCUMENT", document)
    monkeypatch.setattr(report, "PLOT", plot)
    report.write(kept)
    text = document.read_text(encoding="utf-8")
    assert text.startswith("# Avant\n")
    assert text.endswith("\n## Après\n")
    assert "vieux" not in text
    assert said(kept) in text
    report.write(kept)
    assert document.read_text(encoding="utf-8") == text


AIMED = "Ce qui est visé"


def said(kept: dict[str, Any]) -> str:
    return report.told(Results(kept))

"""What was checked over a year ago, and facts past their last sure day, each at its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from guides_api.catalogue.ageing import Aged, aged
from guides_api.catalogue.load import read
from guides_api.catalogue.problems import Place

CHECKED = date(2026, 8, 31)


def found(root: Path, today: date) -> tuple[Aged, ...]:
    catalogue, _ = read(root, today)
    return aged(catalogue, today)


def test_a_year_after_its_check_nothing_has_aged_yet(project: Path) -> None:
    assert found(project, date(2027, 8, 31)) == ()


def test_the_day_after_every_record_has_and_the_fact_that_expires(project: Path) -> None:
    old = found(project, date(2027, 9, 1))
    files = sorted(
        path.relative_to(project).as_posix()
        for path in project.rglob("*")
        if path.is_file() and "\nchecked_on:" in f"\n{path.read_text(encoding='utf-8')}"
    )
    assert [item.place.path for item in old] == [*files, "data/facts.yaml"]
    assert old[-1] == Aged(
        date(2027, 8, 31), Place("data/facts.yaml", 13, 17), checked=False, record="fait daté « Délai inventé »"
    )
    assert all(item.checked and item.day == CHECKED for item in old[:-1])


def test_a_day_at_the_top_of_a_file_is_told_once_for_all_that_it_dates(project: Path) -> None:
    file = project / "data/prerequisites.yaml"
    own = "  - id: carte\n    name: Une carte\n    explanation: Elle prouve.\n    checked_on: {day}\n"
    other = "  - id: autre\n    name: Un autre papier\n    explanation: Il prouve.\n"
    file.write_text(file.read_text(encoding="utf-8") + own.format(day="2025-01-31") + other, encoding="utf-8")
    first, *others = [item for item in found(project, date(2027, 9, 1)) if item.place.path == "data/prerequisites.yaml"]
    assert first == Aged(
        date(2025, 1, 31), Place("data/prerequisites.yaml", 11, 17), checked=True, record="prérequis « Une carte »"
    )
    (top,) = others
    assert (top.place.line, top.record, top.records) == (2, "", 2)


def test_the_oldest_comes_first(project: Path) -> None:
    file = project / "content/api/organisme/donnee-exemple.md"
    text = file.read_text(encoding="utf-8").replace("checked_on: 2026-08-31", "checked_on: 2024-02-29")
    file.write_text(text, encoding="utf-8")
    first = found(project, date(2026, 11, 22))[0]
    assert (first.day, first.record) == (date(2024, 2, 29), "API « Donnée Exemple »")

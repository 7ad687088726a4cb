"""What `guides verify` finds of what is wrong in other people's guides: thousands are for benchmarks/recall.py."""

from __future__ import annotations

from pathlib import Path

from benchmarks.foreign import Expected, Manifest
from benchmarks.recall import Score

from benchmarks import foreign, recall
from guides_api.migrate.foreign import surveyed
from guides_api.migrate.verify import verify
from guides_api.pages.project import Project

HERE, THERE = Expected("lien-http", "guides/a.md", 3), Expected("lien-http", "guides/b.md", 7)
MANIFEST = Manifest(1, 2, (HERE, THERE), ())


def score(found: list[tuple[str, str, int]]) -> Score:
    return next(one for one in recall.scores(MANIFEST, found) if one.rule == "lien-http")


def test_a_rule_that_finds_everything_and_nothing_else_is_good() -> None:
    measured = score([("lien-http", "guides/a.md", 3), ("lien-http", "guides/b.md", 7)])
    assert (measured.recall, measured.precision, measured.good) == (1, 1, True)


def test_a_defect_missed_and_an_alarm_for_nothing_both_count() -> None:
    measured = score([("lien-http", "guides/a.md", 3), ("lien-http", "guides/a.md", 4)])
    assert (measured.recall, measured.precision, measured.good) == (0.5, 0.5, False)
    assert (measured.missed, measured.alarms) == ((THERE,), (Expected("lien-http", "guides/a.md", 4),))


def test_a_rule_that_speaks_of_nothing_planted_is_wrong() -> None:
    measured = {one.rule: one for one in recall.scores(MANIFEST, [("invention", "guides/a.md", 1)])}
    assert measured["invention"].precision == 0
    assert measured["lien-http"].recall == 0


def test_a_file_as_a_whole_is_its_first_line() -> None:
    whole = Manifest(1, 1, (Expected("guide-vide", "guides/a.md", 1),), ())
    measured = {one.rule: one for one in recall.scores(whole, [("guide-vide", "guides/a.md", 0)])}
    assert measured["guide-vide"].good


def test_every_rule_finds_what_it_should_and_little_else(tmp_path: Path, real: Project) -> None:
    manifest = foreign.written(tmp_path / "guides", 200, seed=3)
    found = verify(surveyed(tmp_path / "guides"), real.catalogue)
    measured = recall.scores(manifest, ((one.rule, one.path, one.line) for one in found))
    assert [one for one in measured if not one.good] == []

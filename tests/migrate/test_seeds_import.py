"""The guides that this site replaces, imported: what is lost is known line by line, and the check says no more.

They stand beside the project and are no part of it.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests import example
from tests.build import ROOT
from tests.migrate.arrivals import arrived, changes, losses

from guides_api.catalogue.problems import ProblemsFoundError
from guides_api.migrate.importing import Imported
from guides_api.pages.project import Project, load_project

SEEDS = ROOT.parent / "shared" / "seeds"
LOSSES: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("seeds_losses.yaml").read_text(encoding="utf-8"))
# What the check calls otherwise than the import, which knows why.
SAME = {"lien-casse": "image-absente", "reference-inconnue": "image-absente", "guide-introuvable": "guide-non-publie"}


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory, real: Project) -> dict[str, Imported]:
    folder = tmp_path_factory.mktemp("seeds")
    for name in LOSSES:
        files = sorted(SEEDS.glob(f"{name}_*.txt"))
        if not files:
            pytest.skip(f"les guides d’origine ne sont pas là : {name}_*.txt est attendu dans ../shared/seeds")
        shutil.copyfile(files[0], folder / f"{name}.md")
    return arrived(folder, real.catalogue)


def test_what_can_not_be_brought_is_what_a_person_expects(seeds: dict[str, Imported]) -> None:
    told = {name: [f"{line} {rule}" for rule, line in losses(seeds[f"{name}.md"])] for name in LOSSES}
    assert told == {name: sorted(items, key=lambda item: int(item.split()[0])) for name, items in LOSSES.items()}


def test_each_goes_where_such_pages_stand(seeds: dict[str, Imported]) -> None:
    assert {name: one.path for name, one in seeds.items()} == {
        "000.md": "content/guides/000.md",
        "001.md": "content/actualites/2018-10-18-001.md",
        "004.md": "content/guides/004.md",
    }


def test_what_they_hold_by_hand_is_computed(seeds: dict[str, Imported]) -> None:
    text = seeds["004.md"].text
    assert '<DataPass use_case="ccas">' in text
    assert "(../api/dgfip/impot-particulier.md)" in text
    assert "Table des" not in text
    assert "√" not in text
    assert "<a " not in seeds["000.md"].text


def test_the_check_finds_nothing_that_the_report_does_not_name(seeds: dict[str, Imported], tmp_path: Path) -> None:
    for name in ("content", "data"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for one in seeds.values():
        (tmp_path / one.path).write_text(one.text, encoding="utf-8")
    with pytest.raises(ProblemsFoundError) as refused:
        load_project(tmp_path, example.TODAY)
    named = {(one.path, SAME.get(note.rule, note.rule)) for one in seeds.values() for note in one.notes}
    ours = {one.path for one in seeds.values()}
    found = {
        (problem.place.path, SAME.get(problem.rule, problem.rule))
        for problem in refused.value.problems
        if problem.place.path in ours
    }
    assert found
    assert found <= named


def test_importing_them_again_changes_nothing(seeds: dict[str, Imported], tmp_path: Path, real: Project) -> None:
    for one in seeds.values():
        (tmp_path / one.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / one.path).write_text(one.text, encoding="utf-8")
    again = arrived(tmp_path, real.catalogue)
    assert {one.path: one.text for one in again.values()} == {one.path: one.text for one in seeds.values()}
    assert [changes(one.notes) for one in again.values()] == [[], [], []]

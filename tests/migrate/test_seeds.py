"""The guides that this site replaces: what somebody found in them by reading is found, and nothing else.

They stand beside the project and are no part of it; seeds.yaml says what is wrong, line by line, in our words.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.build import ROOT

from guides_api.migrate.foreign import surveyed
from guides_api.migrate.verify import verify
from guides_api.pages.project import Project

SEEDS = ROOT.parent / "shared" / "seeds"
LABELLED: list[dict[str, Any]] = yaml.safe_load((Path(__file__).with_name("seeds.yaml")).read_text(encoding="utf-8"))


def test_what_is_found_in_the_seeds_is_what_a_person_found(tmp_path: Path, real: Project) -> None:
    expected = set[tuple[str, int, str]]()
    for seed in LABELLED:
        files = sorted(SEEDS.glob(f"{seed['seed']}_*.txt"))
        if not files:
            pytest.skip(f"les guides d’origine ne sont pas là : {seed['seed']}_*.txt est attendu dans ../shared/seeds")
        shutil.copy(files[0], tmp_path / f"{seed['seed']}.md")
        expected |= {(f"{seed['seed']}.md", defect["line"], defect["rule"]) for defect in seed["defects"]}
    found = {(item.path, item.line, item.rule) for item in verify(surveyed(tmp_path), real.catalogue)}
    assert sorted(found) == sorted(expected)

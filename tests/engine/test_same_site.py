"""A build that reuses earlier ones gives, byte for byte, the site that a build from nothing gives."""

from __future__ import annotations

import logging
import random
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from tests import trees
from tests.build import ROOT
from tests.engine.edits import EDITS, write_guide
from tests.example import write

from guides_api.catalogue import workers
from guides_api.engine import unchanged

DAY = "1763800000"
CHANGED = ("content", "data")
LEFT = shutil.ignore_patterns("pages.sqlite3", "site", "site.nouveau")  # what is slow to draw, fonts, is not left
STEPS = st.lists(
    st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 10**6), st.sampled_from([1, 2])), min_size=1, max_size=6
)


def project(root: Path) -> Path:
    """Write the example project, with a theme of its own and a few more guides, at root."""
    write(root)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "hooks").symlink_to(ROOT / "hooks")
    chance = random.Random(0)
    for _ in range(4):
        write_guide(root, chance)
    return root


def built(root: Path) -> bool:
    """Build the project at root into its site/, as the command does, and tell whether it could be."""
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    unchanged.starts("build", dirty=False)
    try:
        build(load_config(str(root / "mkdocs.yml"), strict=True))
    except Abort:
        return False
    except SystemExit:  # there was nothing to do
        return True
    finally:
        unchanged.starts("", dirty=False)
    return True


def check(steps: list[tuple[str, int, int]], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Make changes, one after the other, compare at each, and return the names of those that gave a site.

    A change that makes mistakes is refused by both builds, and undone.
    """
    gave = []
    with TemporaryDirectory() as folder:
        root, elsewhere, undone = (Path(folder) / name for name in ("projet", "neuf", "avant"))
        assert built(project(root))
        for name, seed, processes in steps:
            shutil.copytree(root, undone, symlinks=True, ignore=LEFT)
            EDITS[name](root, random.Random(seed))
            before = trees.read(root / "site")
            monkeypatch.setattr(workers, "processors", lambda count=processes: count)
            could = built(root)
            monkeypatch.setattr(workers, "processors", lambda: 1)
            shutil.copytree(root, elsewhere, symlinks=True, ignore=LEFT)
            assert could == built(elsewhere), name
            if could:
                assert trees.differences(root / "site", elsewhere / "site") == [], name
                gave.append(name)
            else:
                assert trees.read(root / "site") == before, name
                for part in CHANGED:
                    shutil.rmtree(root / part)
                    shutil.copytree(undone / part, root / part)
            shutil.rmtree(elsewhere)
            shutil.rmtree(undone)
    return gave


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A day that does not pass, and processes for the few pages that there are."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setattr(workers, "_WORTH", 4)
    return monkeypatch


OF_FUNCTIONS = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=2, deadline=None, suppress_health_check=OF_FUNCTIONS)
@given(steps=STEPS)
def test_random_changes_leave_no_trace_of_what_was(
    steps: list[tuple[str, int, int]], environment: pytest.MonkeyPatch
) -> None:
    check(steps, environment)


def test_each_kind_of_change_leaves_no_trace_of_what_was(environment: pytest.MonkeyPatch) -> None:
    steps = [(name, rank, 1 + rank % 2) for rank, name in enumerate(EDITS)]
    assert check(steps, environment) == list(EDITS)


@pytest.mark.long
def test_many_random_changes_leave_no_trace_of_what_was(
    environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    compared: list[list[str]] = []

    @settings(max_examples=300, deadline=None, suppress_health_check=OF_FUNCTIONS)
    @given(steps=STEPS)
    def try_all(steps: list[tuple[str, int, int]]) -> None:
        compared.append(check(steps, environment))

    try_all()
    with capsys.disabled():
        print(f"\n{len(compared)} suites de changements, {sum(map(len, compared))} sites comparés")  # noqa: T201
    assert {name for names in compared for name in names} == EDITS.keys()

"""The date of a file's last change, in repositories made for the purpose."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from guides_api.engine.dates import day_of_build, last_changes

FIRST, SECOND, THIRD = "2026-01-02T03:04:05+00:00", "2026-02-03T04:05:06+00:00", "2026-03-04T05:06:07+00:00"


def git(root: Path, *words: str, date: str = FIRST) -> None:
    """Run git below root, deaf to the settings of whoever runs the tests."""
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    who = {f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when = {"GIT_AUTHOR_DATE": FIRST, "GIT_COMMITTER_DATE": date}
    command = ["git", "-c", "init.defaultBranch=main", *words]
    subprocess.run(command, cwd=root, env=os.environ | settings | who | when, check=True, capture_output=True)


def commit(root: Path, date: str, **files: str) -> None:
    for name, text in files.items():
        file = root / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--message", "un commit", date=date)


def dates(root: Path) -> dict[str, str]:
    return {name: date.isoformat() for name, date in last_changes(root).items()}


@pytest.fixture(autouse=True)
def no_date_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "dépôt"
    root.mkdir()
    git(root, "init")
    commit(root, FIRST, **{"content__a.md": "a", "content__b.md": "b", "content__l’été à deux.md": "c"})
    commit(root, "2026-02-03T06:05:06+02:00", **{"content__b.md": "autre"})
    return root


def test_a_file_has_the_date_of_its_last_commit_in_universal_time(repository: Path) -> None:
    assert dates(repository) == {"content/a.md": FIRST, "content/b.md": SECOND, "content/l’été à deux.md": FIRST}


def test_a_project_below_the_repository_has_its_own_paths(repository: Path) -> None:
    commit(repository, THIRD, ailleurs="x")
    assert dates(repository / "content") == {"a.md": FIRST, "b.md": SECOND, "l’été à deux.md": FIRST}


def test_what_is_not_committed_changes_nothing(repository: Path) -> None:
    before = dates(repository)
    (repository / "content/a.md").write_text("pas encore", encoding="utf-8")
    (repository / "content/nouveau.md").touch()
    assert dates(repository) == before


def test_a_merge_keeps_the_dates_of_both_sides(repository: Path) -> None:
    git(repository, "checkout", "-b", "autre")
    commit(repository, "2026-02-20T00:00:00+00:00", **{"content__a.md": "d’un côté"})
    git(repository, "checkout", "main")
    commit(repository, "2026-02-10T00:00:00+00:00", **{"content__b.md": "de l’autre"})
    git(repository, "merge", "autre", "--message", "une fusion", date=THIRD)
    found = dates(repository)
    assert found["content/a.md"] == "2026-02-20T00:00:00+00:00"
    assert found["content/b.md"] == "2026-02-10T00:00:00+00:00"


def test_somebody_s_own_settings_of_git_change_nothing(repository: Path) -> None:
    before = dates(repository)
    own = {"log.showSignature": "true", "log.showRoot": "false", "diff.relative": "true", "core.quotePath": "true"}
    for name, value in {**own, "color.ui": "always", "format.pretty": "oneline", "log.decorate": "full"}.items():
        git(repository, "config", name, value)
    assert dates(repository) == before


def test_a_shallow_clone_would_date_everything_wrong_so_it_dates_nothing(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--depth", "1", repository.as_uri(), "copie")
    assert dates(tmp_path / "copie") == {}


def test_a_folder_outside_any_repository_and_a_repository_without_a_commit_have_none(tmp_path: Path) -> None:
    assert dates(tmp_path) == {}
    git(tmp_path, "init")
    assert dates(tmp_path) == {}


def test_without_git_there_is_none(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert dates(repository) == {}


def test_a_build_is_made_on_the_day_of_the_last_commit_wherever_it_touched(repository: Path) -> None:
    assert day_of_build(repository) == date(2026, 2, 3)
    commit(repository, "2026-03-04T23:30:00-05:00", ailleurs="x")
    assert day_of_build(repository / "content") == date(2026, 3, 5)


def test_a_shallow_clone_knows_the_day_of_its_last_commit(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--depth", "1", repository.as_uri(), "copie")
    assert day_of_build(tmp_path / "copie") == date(2026, 2, 3)


def test_the_day_that_the_environment_gives_wins(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2020, 2, 29, 23, 59, tzinfo=UTC).timestamp())))
    assert day_of_build(repository) == date(2020, 2, 29)


def test_without_git_nor_a_given_day_a_build_is_made_today(tmp_path: Path) -> None:
    before = datetime.now(UTC).date()
    assert before <= day_of_build(tmp_path) <= datetime.now(UTC).date()


@pytest.mark.parametrize("given", ["", "demain", "1.5", "9" * 30])
def test_a_given_day_that_is_none_stops_the_build(given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(Abort, match=f"vaut « {given} » : un nombre de secondes"):
        day_of_build(tmp_path)

"""The same commit gives the same bytes, whoever builds it, wherever and whenever."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests import build, example, filled
from tests.engine import small
from tests.engine.test_dates import FIRST, SECOND, commit, git

ELSEWHERE = Path(__file__).with_name("elsewhere")
HERE = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "1"}
THERE = {
    "PYTHONPATH": str(ELSEWHERE),  # another day, another order of files
    "LC_ALL": "C",
    "LANGUAGE": "fr_FR",
    "TZ": "Pacific/Kiritimati",  # fourteen hours ahead
    "PYTHONHASHSEED": "2",
    "PYTHONUTF8": "0",
    "HOME": "/nonexistent",
    "SOURCE_DATE_EPOCH": "981173106",  # 2001
}


def built(root: Path, environment: Mapping[str, str], umask: int) -> Mapping[str, bytes]:
    """Build the project at root in an environment and return every file of the site."""
    shutil.rmtree(root / ".cache", ignore_errors=True)
    given = {name: value for name, value in build.ENVIRONMENT.items() if name not in {*HERE, *THERE}}
    done = subprocess.run(
        build.COMMAND,
        cwd=root,
        env={**given, **environment},
        umask=umask,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return small.tree(root / "site")


def ready(root: Path) -> Path:
    """Give a checkout what a build needs besides its own files."""
    shutil.copy(build.ROOT / "mkdocs.yml", root)
    for name in ("hooks", "overrides"):
        (root / name).symlink_to(build.ROOT / name)
    return root


def twice(root: Path, there: Path) -> list[str]:
    """Return the files that differ when a repository and its clone are built, each in its own circumstances."""
    for number, file in enumerate(sorted(there.rglob("*"))):
        if file.is_file() and ".git" not in file.parts:
            os.utime(file, (number * 1e6, number * 1e6))
    one, other = built(root, HERE, 0o022), built(there, THERE, 0o077)
    assert len(one) > 100
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def test_the_example_is_the_same_everywhere(tmp_path: Path) -> None:
    root, there = tmp_path / "ici", tmp_path / "bien plus loin/là-bas"
    root.mkdir()
    git(root, "init")
    filled.fill(example.write(root))
    commit(root, FIRST)
    commit(
        root,
        SECOND,
        **{"content__guides__aide-exemple.md": example.FILES["content/guides/aide-exemple.md"] + "\nEncore.\n"},
    )
    git(tmp_path, "clone", str(root), str(there))
    assert twice(ready(root), ready(there)) == []


@pytest.mark.long
def test_so_is_the_site_itself(tmp_path: Path) -> None:
    root, there = tmp_path / "ici", tmp_path / "là-bas"
    for folder in (root, there):
        git(tmp_path, "clone", str(build.ROOT), str(folder))
    assert twice(root, there) == []


def test_elsewhere_is_another_day_and_another_order(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    (tmp_path / "b").touch()
    asked = (
        "import datetime, os, pathlib; print(*os.listdir(), *(p.name for p in pathlib.Path().iterdir()), "
        "*(entry.name for entry in os.scandir()), datetime.date.today() - datetime.date.fromisoformat('{}'), "
        "datetime.datetime.now().date() == datetime.date.today())"
    )
    today = subprocess.run(["date", "+%F"], capture_output=True, encoding="utf-8", check=True).stdout.strip()
    done = subprocess.run(
        [sys.executable, "-c", asked.format(today)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ELSEWHERE)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.split() == ["b", "a"] * 3 + ["400", "days,", "0:00:00", "True"]

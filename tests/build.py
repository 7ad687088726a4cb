"""Builds in a process of their own, as `make build` does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMMAND = (sys.executable, "-m", "mkdocs", "build", "--strict")
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def run(root: Path, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Build the project at root, into a folder if one is given; what is said, on either stream, is in `stdout`."""
    where = () if folder is None else ("--site-dir", str(folder))
    return subprocess.run(
        [*COMMAND, *where],
        cwd=root,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def asset(site: Path, name: str) -> str:
    """Return the address, in a built site, of a file of overrides/assets/ (`javascripts/search.js`)."""
    source = site / "assets" / name
    (file,) = source.parent.glob(f"{source.stem}.*{source.suffix}")
    return f"/{file.relative_to(site).as_posix()}"


def copy(project: Path, to: Path) -> Path:
    """Copy what a build needs of a project, its code by reference, and return the copy."""
    to.mkdir()
    for name in ("content", "data"):
        shutil.copytree(project / name, to / name)
    for name in ("hooks", "overrides"):
        (to / name).symlink_to(project / name)
    shutil.copy(project / "mkdocs.yml", to)
    return to

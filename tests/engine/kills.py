"""A program that kills builds of one project, each at another moment, and tells what each leaves.

    python kills.py PROJECT WAY UNIT STEP

WAY is "at-once" or, as on a system that can't exchange two folders, "by-renames". A moment is whenever Python is about
to change a file or a folder, if UNIT is "changes", or any, if it is "milliseconds"; STEP tells how many of these pass
from one kill to the next. Each build is a fork of this process, which has everything loaded already; the site that each
finds in place is the one that the project came with.

What is printed is JSON: for each kill its moment, the site left and the site that the next build gives, each as
"before", "after", "absent" or "broken", what is then beside it, and whether the cache is as it should be.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import signal
import sqlite3
import sys
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

from guides_api.engine import exchange, spare

PAGES = "pages.sqlite3"
_CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "ctypes.dlopen"}
_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def main(project: Path, way: str, unit: str, step: int) -> None:
    """Kill builds until one lives long enough to end."""
    os.chdir(project)
    if way == "by-renames":
        exchange._CALLS = {}
    shutil.copytree("site", "before", symlinks=True)
    before = _digest(Path("site"))
    _build()
    known = {before: "before", _digest(Path("site")): "after"}
    kept = _cached()
    found = []
    moment = 0
    killed = True
    while killed:
        moment += step
        shutil.rmtree("site", ignore_errors=True)
        shutil.copytree("before", "site", symlinks=True)
        shutil.rmtree(".cache", ignore_errors=True)
        killed = _killed(moment, unit)
        left = _state(known)
        _killed(0, unit)
        beside = sorted(path.name for path in Path().glob("site*"))
        found.append((moment, left, _state(known), beside, _cached() == kept))
    print(json.dumps(found))  # noqa: T201


def _cached() -> str:
    """Return what stands for all that the cache keeps, less where and when pages were written, and the site before."""
    rows: list[Any] = []
    if (Path(".cache") / PAGES).is_file():
        with contextlib.closing(sqlite3.connect(Path(".cache") / PAGES)) as kept:
            rows = kept.execute("SELECT path, key, proof, content, entry FROM pages ORDER BY path").fetchall()
    return f"{_digest(Path('.cache'), Path(spare.PLACE))} {hashlib.sha256(repr(rows).encode()).hexdigest()}"


def _killed(moment: int, unit: str) -> bool:
    """Build in a child that dies at that moment, or lives if it is none; tell whether it died."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status):
            sys.exit("a build has failed by itself")
        return os.WIFSIGNALED(status)
    try:
        if moment and unit == "milliseconds":
            signal.setitimer(signal.ITIMER_REAL, moment / 1000)  # whose signal kills as surely
        elif moment:
            _die_at(moment)
        _build()
        code = 0
    except BaseException as error:  # noqa: BLE001  a fork must not go on as its parent
        print(error, file=sys.stderr)  # noqa: T201
        code = 1
    os._exit(code)


def _build() -> None:
    build(load_config("mkdocs.yml", strict=True))


def _die_at(moment: int) -> None:
    to_come = iter(range(moment - 1))

    def meet(event: str, arguments: tuple[Any, ...]) -> None:
        changes = event in _CHANGES or (event == "open" and arguments[2] & _TO_WRITE)
        if changes and next(to_come, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(meet)


def _state(known: dict[str, str]) -> str:
    site = Path("site")
    return known.get(_digest(site), "broken") if site.exists() else "absent"


def _digest(folder: Path, but: Path | None = None) -> str:
    files = sorted(
        path for path in folder.rglob("*") if path.is_file() and path.name != PAGES and but not in path.parents
    )
    parts = (f"{path.relative_to(folder)}\0{hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))

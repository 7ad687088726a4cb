"""What is kept of each guide for the rules that compare several: small, whatever the guide's size."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from guides_api.catalogue.problems import folded
from guides_api.migrate.checks.values import tags_of
from guides_api.migrate.foreign import Guide
from guides_api.pages.headings import plain

_ENDING = re.compile(r"\.[A-Za-z0-9]{2,5}\b")
# What stands before an ending, as far as a name goes: without spaces, or with those of a link or an attribute.
_AROUND = "\n()\"'<>=[]|"
_AROUND_WORDS = f"{_AROUND} \t,;"
_LONGEST_PATH = 200
_OF_EDITORS = ("editeur", "logiciel", "solution")
_LONGEST = 80  # letters of a cell that are compared
_MOST = 500  # lines of one table


@dataclass(frozen=True, slots=True)
class Editors:
    """A table of software: the line of its header, then each row's cells that name editor and software."""

    line: int
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Extract:
    """What rules about several guides need of one."""

    path: str
    tags: tuple[tuple[str, int], ...]
    editors: tuple[Editors, ...]
    mentions: frozenset[str]


def extract(guide: Guide, names: frozenset[str]) -> Extract:
    """Return it; `names` are those of the folder's files."""
    return Extract(guide.path, tuple(tags_of(guide)), tuple(_editors(guide)), frozenset(mentions(guide.text, names)))


def mentions(text: str, names: frozenset[str]) -> Iterator[str]:
    """Yield what in a text may name a file, as a path from its first folder on; the file's name is one of `names`."""
    endings = _endings(names)
    for found in _ENDING.finditer(text):
        if found[0] in endings:
            above = text[max(0, found.start() - _LONGEST_PATH) : found.start()]
            for start in {max(map(above.rfind, signs)) + 1 for signs in (_AROUND, _AROUND_WORDS)}:
                path = _path(f"{above[start:]}{found[0]}".strip())
                if posixpath.basename(path) in names:
                    yield path


@lru_cache(maxsize=1)
def _endings(names: frozenset[str]) -> frozenset[str]:
    return frozenset(posixpath.splitext(name)[1] for name in names)


def _path(written: str) -> str:
    path = posixpath.normpath(unquote(written).replace("\\", "/").split("?")[0].split("#")[0]).lstrip("/")
    while path.startswith("../"):
        path = path[3:]
    return path


def _editors(guide: Guide) -> Iterator[Editors]:
    for table in guide.markdown.tables:
        names = [folded(plain(cell)) for cell in table.head.cells]
        kept = [rank for rank, name in enumerate(names) if any(word in name for word in _OF_EDITORS)]
        if kept:
            rows = ((row.line, tuple(_cell(row.cells, rank) for rank in kept)) for row in table.rows[:_MOST])
            yield Editors(table.head.line, tuple(row for row in rows if any(row[1])))


def _cell(cells: tuple[str, ...], rank: int) -> str:
    return " ".join(plain(cells[rank]).split())[:_LONGEST] if rank < len(cells) else ""

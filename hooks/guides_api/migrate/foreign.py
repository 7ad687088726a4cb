"""Somebody's folder of guides, and each file of it read on its own: thousands are never held at once."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from guides_api.catalogue.encodings import Damage, damages, undamaged
from guides_api.catalogue.problems import folded
from guides_api.migrate.files import UnreadableError, contents, text_of
from guides_api.migrate.header import Header
from guides_api.migrate.header_reading import split
from guides_api.migrate.markdown import Markdown

_MARKDOWN = (".md", ".markdown", ".mdx")
_SKIPPED_FOLDERS = frozenset({"node_modules", "vendor", "__pycache__", "site", "_site", "dist", "venv"})
_SKIPPED_FILES = frozenset({"readme", "changelog", "contributing", "license", "licence", "code_of_conduct", "security"})
_APIS = ("api", "apis", "_apis", "_api")
_PUBLIC = ("public", "static", "assets", "images", "image", "img", "_images", "medias", "media", "files", "uploads")
_HEAD = 2048  # bytes of a file that hold its title


@dataclass(frozen=True, slots=True)
class ApiRecord:
    """An API as a folder describes it: the file, and the title that its header gives."""

    path: str
    title: str
    line: int

    @property
    def slug(self) -> str:
        """The name of its file."""
        return slug_of(self.path)


@dataclass(frozen=True)
class Guide:
    """A guide: `raw` as it is on the disk; `text` as it was meant, with LF line ends, no damage, as many lines.

    `encoding` is what the bytes are where they are no UTF-8, empty where they are; that shows on `encoding_line`.
    """

    path: str
    raw: bytes
    text: str
    header: Header
    body: str
    body_line: int
    encoding: str = ""
    encoding_line: int = 0
    damage: Damage | None = None
    damage_line: int = 0
    damage_count: int = 0

    @property
    def slug(self) -> str:
        """The name of its file, or of its folder where the file is its index."""
        return slug_of(self.path)

    @cached_property
    def markdown(self) -> Markdown:
        """Its body by parts."""
        return Markdown(self.body, self.body_line)

    @cached_property
    def is_post(self) -> bool:
        """Whether it is an article for Jekyll, which has keys of its own."""
        in_posts = "_posts" in self.path.split("/")[:-1]
        return in_posts or folded(self.header.text("layout")) in ("post", "posts", "article", "news")


@dataclass(frozen=True)
class Folder:
    """What a folder holds, by paths below `root`, with « / »: guides, records of APIs, public files.

    `apis_below` and `public_below` are the folders where the last two stand, empty where there are none.
    """

    root: Path
    guides: tuple[str, ...]
    apis_below: str
    api_files: tuple[str, ...]
    public_below: tuple[str, ...]
    public: frozenset[str]
    files: frozenset[str]
    unreadable: tuple[str, ...] = ()

    def guide(self, path: str) -> Guide:
        """Return a guide, read now. Raises UnreadableError."""
        return read(self.root, path)

    @cached_property
    def apis(self) -> tuple[ApiRecord, ...]:
        """The records of APIs, those whose header has a title."""
        found = []
        for path in self.api_files:
            try:
                header = read(self.root, path).header
            except UnreadableError:
                continue
            entry = header.get("title")
            if entry and (title := header.text("title")):
                found.append(ApiRecord(path, title, entry.line))
        return tuple(found)


def surveyed(root: Path, guides: str = "", apis: str = "", public: str = "") -> Folder:
    """Return what a folder holds; the names are those of folders below it, guessed where they are empty."""
    listed, unreadable = _listed(root)
    tops = {name: path for path in sorted(listed) for name in _tops(path)}
    apis_below = _cleaned(apis) or next(
        (name for name in _APIS if name in tops and _has_titles(root, name, listed)), ""
    )
    public_below = (_cleaned(public),) if public else tuple(name for name in _PUBLIC if name in tops)
    markdown = [path for path in listed if path.lower().endswith(_MARKDOWN) and not _is_about_the_project(path)]
    api_files = tuple(sorted(path for path in markdown if _below(path, apis_below)))
    served = frozenset(path for path in listed if any(_below(path, name) for name in public_below))
    wanted = _cleaned(guides)
    kept = (path for path in markdown if not wanted or _below(path, wanted))
    texts = tuple(sorted(path for path in kept if path not in served and not _below(path, apis_below)))
    bad = tuple(path for path in unreadable if not wanted or _below(path, wanted))
    return Folder(root, texts, apis_below, api_files, public_below, served, frozenset(listed), bad)


def read(root: Path, path: str) -> Guide:
    """Return a guide, or any file with a header. Raises UnreadableError."""
    raw = contents(root, path)
    text, encoding, encoding_line = text_of(raw)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    places = iter(damages(text))
    first = next(places, None)
    line = text.count("\n", 0, first.start) + 1 if first else 0
    count = 1 + sum(1 for _ in places) if first else 0
    text = undamaged(text).removeprefix("\ufeff") if first else text
    lines = text.split("\n")
    header, rank = split(lines)
    body = "\n".join(islice(lines, rank, None))
    return Guide(path, raw, text, header, body, rank + 1, encoding, encoding_line, first, line, count)


def slug_of(path: str) -> str:
    """Return the name that a file gives to its page's address."""
    name = posixpath.splitext(posixpath.basename(path))[0]
    return posixpath.basename(posixpath.dirname(path)) if name in ("index", "README") and "/" in path else name


def _listed(root: Path) -> tuple[list[str], list[str]]:
    """Return every file below a folder, and what has a guide's name but is a folder, or can't be entered."""
    files: list[str] = []
    unreadable: list[str] = []

    def refused(error: OSError) -> None:
        unreadable.append(Path(error.filename).relative_to(root).as_posix())

    for place, folders, names in os.walk(root, onerror=refused):
        below = Path(place).relative_to(root).as_posix()
        prefix = "" if below == "." else f"{below}/"
        folders[:] = sorted(name for name in folders if name not in _SKIPPED_FOLDERS and not name.startswith("."))
        unreadable += [f"{prefix}{name}" for name in folders if name.lower().endswith(_MARKDOWN)]
        files += [f"{prefix}{name}" for name in names if not name.startswith(".")]
    return files, unreadable


def _tops(path: str) -> Iterator[str]:
    if "/" in path:
        yield path.partition("/")[0]


def _has_titles(root: Path, name: str, listed: list[str]) -> bool:
    return any(_has_a_title(root / path) for path in listed if _below(path, name) and path.endswith(_MARKDOWN))


def _has_a_title(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError:
        return False
    return head.startswith((b"---", b"\xef\xbb\xbf---")) and b"\ntitle:" in head


def _below(path: str, folder: str) -> bool:
    return bool(folder) and path.startswith(f"{folder}/")


def _cleaned(name: str) -> str:
    return posixpath.normpath(name.replace(os.sep, "/")).strip("/") if name.strip("./") else ""


def _is_about_the_project(path: str) -> bool:
    return posixpath.splitext(posixpath.basename(path))[0].lower() in _SKIPPED_FILES

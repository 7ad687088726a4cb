"""`mkdocs build` when nothing has changed: the site that stands is the one that it would make.

What a site is made of, and the site itself, are each known by a digest that the last build noted. The first is of
contents, never of dates of files; the second is of what changes when somebody writes in a file. This module imports
little, for it is read before anything else.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from guides_api.engine.dates import said_by
from guides_api.engine.packages import versions

PLACE = ".cache/built.json"
_PACKAGE = Path(__file__).parents[1]
# The steps that read nothing but what is looked at here: with another one, nobody can tell that nothing has changed.
STEPS = frozenset(
    (
        *("unchanged", "load_catalogue", "settings", "site_files", "colours", "fonts", "assets", "moved"),
        *("search_engines", "drawn_pages", "publication", "live"),
    )
)
_COMMIT = ("git", "rev-parse", "HEAD", "--show-prefix", "--is-shallow-repository")
_DAY = "SOURCE_DATE_EPOCH"
_File = tuple[str, str]  # its name, and where it is


@dataclass(slots=True)
class _Build:
    """The build under way, of which a process has at most one."""

    asked: bool = False
    sources: str = ""
    stamps: str = ""


_BUILD = _Build()


def starts(command: str, *, dirty: bool) -> None:
    """Prepare for a command; only a whole build may find that it has nothing to do."""
    _BUILD.asked = command == "build" and not dirty
    _BUILD.sources = _BUILD.stamps = ""


def nothing_to_do(config: MkDocsConfig) -> bool:
    """Tell whether the site is there, made of what a build would make it of, as the last one left it."""
    if not (_BUILD.asked and is_known(config)):
        return False
    try:
        files = list(_sources(config))
        _BUILD.stamps = _digest(map(_stamp, files))
        _BUILD.sources = _digest([_settings(config), *map(_content, files)])
        return _noted(_place(config)) == [_BUILD.sources, _of_site(Path(config.site_dir))]
    except OSError:  # the build itself says what can't be read
        return False


def note(config: MkDocsConfig, site: Path, *, warned: bool) -> None:
    """Note the site that a build has just put in its place, while no other build may; one that warned must warn again.

    Nothing is noted where a source was written in the meantime.
    """
    if not _BUILD.sources:
        return
    place = _place(config)
    with contextlib.suppress(OSError):
        place.unlink(missing_ok=True)
        if not warned and _digest(map(_stamp, _sources(config))) == _BUILD.stamps:
            new = place.with_name(f"{place.name}.{os.getpid()}")
            new.write_text(json.dumps([_BUILD.sources, _of_site(site)]), encoding="utf-8")
            new.replace(place)


def is_known(config: MkDocsConfig) -> bool:
    """Tell whether all that works at a build is ours, and so reads nothing that is not looked at here."""
    files = [Path(getattr(plugin, "__file__", None) or "") for plugin in config.plugins.values()]
    return all(file.stem in STEPS and file.parent.samefile(_PACKAGE.parent) for file in files)


def _place(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / PLACE


def _noted(place: Path) -> object:
    try:
        return json.loads(place.read_bytes())
    except (OSError, ValueError):
        return None


def _settings(config: MkDocsConfig) -> bytes:
    """Return what a build depends on besides files: the command, the packages, the commit, the day."""
    root = Path(config.config_file_path).parent
    known = {key: value for key, value in config.items() if key not in ("plugins", "hooks", "theme")}
    commit = said_by(root, *_COMMIT)
    day = os.environ.get(_DAY) or ("" if commit else str(datetime.now(UTC).date()))
    theme = [config.theme.name, config.theme.dirs, sorted(config.theme.items())]
    return repr([str(root), known, theme, versions(), commit, day]).encode()


def _sources(config: MkDocsConfig) -> Iterator[_File]:
    """Yield every file that a build reads, in an order of their own."""
    root = Path(config.config_file_path).parent
    yield "", config.config_file_path
    folders = (config.docs_dir, str(root / "data"), config.theme.custom_dir, str(_PACKAGE.parent))
    for rank, folder in enumerate(folders):
        if folder:
            yield from _below(folder, f"{rank}/")


def _below(folder: str, name: str = "") -> Iterator[_File]:
    """Yield the files below a folder. Raises OSError for what is neither a file nor a folder: a link, a pipe."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_file(follow_symlinks=False):
            yield f"{name}{entry.name}", entry.path
        elif not entry.is_dir(follow_symlinks=False):
            raise OSError(entry.path)
        elif entry.name != "__pycache__":
            yield from _below(entry.path, f"{name}{entry.name}/")


def _content(file: _File) -> bytes:
    with open(file[1], "rb", buffering=0) as opened:  # noqa: PTH123  a thousand files, in a few milliseconds
        return _named(file, hashlib.blake2b(opened.read()).digest())


def _stamp(file: _File) -> bytes:
    """Return what changes when somebody writes in a file, or puts another in its place."""
    found = os.stat(file[1])  # noqa: PTH116  the same
    return _named(file, repr((found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns)).encode())


def _of_site(site: Path) -> str:
    """Return a site's digest: every file by its size, its date and its number."""
    return _digest(map(_kept, _below(str(site)))) if site.is_dir() else ""


def _kept(file: _File) -> bytes:
    """Return what tells that a file of the site is the one that a build left."""
    found = os.stat(file[1])  # noqa: PTH116
    return _named(file, repr((found.st_size, found.st_mtime_ns, found.st_ino)).encode())


def _named(file: _File, known: bytes) -> bytes:
    return os.fsencode(file[0]) + b"\0" + known


def _digest(parts: Iterable[bytes]) -> str:
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(8))
        made.update(part)
    return made.hexdigest()

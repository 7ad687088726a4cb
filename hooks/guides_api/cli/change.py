"""A file of the project with a new text: shown, checked with all the rest, and only then written."""

from __future__ import annotations

import difflib
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory, mkstemp

import click

from guides_api.catalogue.problems import Problem, ProblemsFoundError, Severity, visible
from guides_api.cli.reports import text
from guides_api.pages.project import Project, load_project
from guides_api.pages.published import FILE, read_published

FOLDERS = ("content", "data")
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}
_BYTES_KEPT = "surrogateescape"
_KEPT = re.compile("[\udc80-\udcff]")
_UNSEEN = str.maketrans({"\u00a0": "⍽", "\u202f": "⍽", "\u2007": "⍽"})
_LINE = re.compile(r"(:|ligne )\d+")


class ChangedMeanwhileError(Exception):
    """The file is no longer what the change was made from."""


@dataclass(frozen=True, slots=True)
class Change:
    """The new text of a file below `root`; `before` is None where the file is new."""

    root: Path
    path: str
    before: str | None
    after: str

    def diff(self) -> str:
        """Return what changes, line by line, in the colours of a terminal; ends of lines don't show."""
        old, new = ((whole or "").splitlines() for whole in (self.before, self.after))
        names = (self.path if self.before is not None else "(nouveau fichier)", self.path)
        lines = [f"--- {names[0]}", f"+++ {names[1]}", *_changed_lines(old, new)]
        return "\n".join(click.style(_shown(line), fg=_COLOURS.get(line[:1])) for line in lines) if lines[2:] else ""

    def checked(self, today: date) -> tuple[Problem, ...]:
        """Return what the check would say of the whole project with this change, without touching it."""
        with tried(self.root, [self]) as changed:
            return problems_in(changed, today)

    def faults(self, today: date) -> str:
        """Return the errors that the change would add, as a person reads them; nothing if all is well.

        What is wrong already does not count: nobody has to mend the work of others before adding theirs.
        """
        with tried(self.root, [self]) as changed:
            found = _errors(problems_in(changed, today))
            known = {_same(problem) for problem in _errors(problems_in(self.root, today))} if found else set()
            return text((problem for problem in found if _same(problem) not in known), changed)

    def of_addresses(self, today: date) -> Change | None:
        """Return the change that adds this one's new pages to the list of addresses, None where there is none to make.

        A project without a list keeps none; one with errors gets them once it is mended, by `guides adresses`.
        """
        if not (self.root / FILE).exists():
            return None
        try:
            with tried(self.root, [self]) as changed:
                project = load_project(changed, today)
        except ProblemsFoundError:
            return None
        return listing(self.root, project) if project.unlisted else None

    def write(self) -> None:
        """Put the new text in the file's place at once: whoever reads it sees the old text or the new one, whole."""
        file = self.root / self.path
        now = file.read_bytes() if file.exists() else None
        if now != (None if self.before is None else self.before.encode("utf-8", _BYTES_KEPT)):
            raise ChangedMeanwhileError
        save(file, self.after)


@contextmanager
def tried(root: Path, changes: Iterable[Change]) -> Iterator[Path]:
    """Make changes in a copy of the project, while it is looked at. Links, which may have no end, are left out."""
    with TemporaryDirectory() as folder:
        changed = Path(folder)
        for name in FOLDERS:
            shutil.copytree(root / name, changed / name, ignore=_links)
        for change in changes:
            save(changed / change.path, change.after)
        yield changed


def problems_in(root: Path, today: date) -> tuple[Problem, ...]:
    """Return what the check says of the project at root."""
    try:
        return load_project(root, today).warnings
    except ProblemsFoundError as refused:
        return refused.problems


def read(root: Path, path: str) -> str | None:
    """Return a file's text, its ends of lines as they are, or None where there is no such file.

    Raises ValueError, in French, where it can't be read.
    """
    try:
        return (root / path).read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise ValueError(f"{path} n’est pas encodé en UTF-8 : enregistrez-le de nouveau ainsi.") from None
    except OSError:
        raise ValueError(f"{path} ne se laisse pas lire : vérifiez que vous en avez le droit.") from None


def listing(root: Path, project: Project) -> Change:
    """Return the change of root's list of published addresses that adds those of a project, which root may become."""
    return Change(root, FILE, read(root, FILE), read_published(root).completed(project.unlisted))


def as_it_is(raw: bytes) -> str:
    """Return the text of a file's bytes; those that are no UTF-8 are kept, each as a sign that stands for it."""
    return raw.decode("utf-8", _BYTES_KEPT)


def save(file: Path, whole: str) -> None:
    """Write a file whole or not at all, in its folder, made if it is not there."""
    file = file.resolve()  # a link stays one
    file.parent.mkdir(parents=True, exist_ok=True)
    number, name = mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(number, "wb") as copy:
            copy.write(whole.encode("utf-8"))
            copy.flush()
            os.fsync(copy.fileno())
        Path(name).chmod(file.stat().st_mode if file.exists() else 0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink()
        raise


def _links(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if (Path(folder) / name).is_symlink()]


def _changed_lines(old: list[str], new: list[str]) -> Iterator[str]:
    """Yield the lines that change, with three around them.

    Not as `difflib.unified_diff`, which takes lines that are often there for noise: a record that moves in a list of
    two hundred lines would be lost in them.
    """
    for group in difflib.SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes():
        (_, start, _, to, _), (_, _, end, _, to_end) = group[0], group[-1]
        yield f"@@ -{start + 1},{end - start} +{to + 1},{to_end - to} @@"
        for tag, first, last, new_first, new_last in group:
            if tag == "equal":
                yield from (f" {line}" for line in old[first:last])
            else:
                yield from (f"-{line}" for line in old[first:last])
                yield from (f"+{line}" for line in new[new_first:new_last])


def _shown(line: str) -> str:
    """Return a line that changes, with what can't be seen in it made visible: spaces at its end, wrong bytes."""
    line = _KEPT.sub("\ufffd", line)
    if line[:1] in ("+", "-") and line[:3] not in ("+++", "---"):
        words = line[1:].rstrip(" ")
        line = f"{line[0]}{words.translate(_UNSEEN)}{'·' * (len(line) - 1 - len(words))}"
    return visible(line)


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def _same(problem: Problem) -> tuple[str, ...]:
    """Return what tells two problems apart when lines have moved."""
    return (problem.place.path, problem.rule, problem.record, _LINE.sub("", problem.message))

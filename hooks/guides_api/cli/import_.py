"""`guides import`: somebody's guides, written as ours, with a report of all that could not be brought."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import NoReturn
from uuid import uuid4

import click

from guides_api.catalogue.fields import slugified
from guides_api.catalogue.load import read
from guides_api.catalogue.problems import shortened, visible
from guides_api.catalogue.workers import LostWorkError
from guides_api.cli import options
from guides_api.cli.change import FOLDERS, save
from guides_api.cli.dialogue import give_up
from guides_api.cli.french import MISUSE, Command, Option
from guides_api.cli.progress import Progress
from guides_api.cli.verify import SUB
from guides_api.migrate.files import UnreadableError, checked
from guides_api.migrate.foreign import Folder, surveyed
from guides_api.migrate.importing import Imported, Journey, journey, left_behind
from guides_api.migrate.losses import Kind, Note, report

_SECTIONS = ("guides", "_posts", "posts", "actualites")
_FORMS = ("texte", "json")
_LISTED = 20  # guides of which each is named


@click.command("import", cls=Command)
@click.argument("source", type=click.Path(exists=True, path_type=Path), metavar="SOURCE")
@click.option(
    "--out",
    cls=Option,
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DOSSIER",
    help="Où écrire : le projet lui-même, ou un dossier à part, pour voir d’abord.",
)
@click.option("--guides", default="", metavar=SUB, help="Où sont les guides (par défaut : tous les fichiers Markdown).")
@click.option("--apis", default="", metavar=SUB, help="Où sont les fiches des API (par défaut : api, apis…).")
@click.option(
    "--public", default="", metavar=SUB, help="Où sont les images et fichiers publiés (par défaut : public, images…)."
)
@click.option("--replace", "replacing", is_flag=True, help="Remplace les fichiers qui sont déjà là et diffèrent.")
@options.root
@options.at
@options.form(_FORMS)
@click.pass_context
def import_(  # noqa: PLR0913, PLR0917  an option each
    context: click.Context,
    source: Path,
    out: Path,
    guides: str,
    apis: str,
    public: str,
    root: Path,
    today: date,
    form: str,
    *,
    replacing: bool,
) -> None:
    """Reprend des guides venus d’ailleurs : un fichier, ou un dossier.

    Les guides vont dans DOSSIER/content, avec leurs images. Ce qui n’a pas pu être repris est dit, et écrit dans
    DOSSIER/pertes-….txt.
    """
    _ensure_well_used(context, source, out, root, {"guides": guides, "apis": apis, "public": public})
    folder = _folder(source, guides, apis, public)
    catalogue, _ = read(root, today)
    arrival = _Arrival(out, replacing)
    try:
        with Progress() as progress:
            planned = journey(folder, catalogue, today)
            for done, guide in enumerate(planned.carried(), 1):
                arrival.receive(guide, folder.root)
                progress.tell(done, len(planned.plans))
    except LostWorkError as lost:
        give_up(f"{lost} {arrival.so_far()}")
    notes = _notes(planned, arrival, whole=source.is_dir())
    name = f"pertes-{slugified(source.resolve().stem) or 'guides'}.txt"
    targets = {plan.source: plan.path for plan in planned.plans}
    save(out / name, "\n".join(report(notes, targets)))
    for piece in _as_json(notes, targets) if form == "json" else _as_text(notes, planned, arrival, out / name):
        click.echo(piece)
    if planned.unread or arrival.kept:
        context.exit(1)


@dataclass(slots=True)
class _Arrival:
    """What is written below a folder, one file at a time, each whole or not at all."""

    out: Path
    replacing: bool
    written: int = 0
    same: int = 0
    notes: list[Note] = field(default_factory=list)
    kept: list[Note] = field(default_factory=list)
    copied: dict[str, str] = field(default_factory=dict)

    def receive(self, guide: Imported | Note, root: Path) -> None:
        """Write a guide and the files that it shows."""
        if isinstance(guide, Note):
            self.kept.append(guide)
            return
        self.notes += guide.notes
        self._put(guide.text.encode("utf-8", errors="replace"), guide.path, guide.plan.source)
        for target, source in guide.copies.items():
            if self.copied.get(target) != source:
                self.copied[target] = source
                self._copy(root, source, f"content/{target}")

    def _copy(self, root: Path, source: str, path: str) -> None:
        try:
            checked(root, source)
            content = (root / source).read_bytes()
        except UnreadableError as error:
            message = f"ce fichier n’a pas été repris : {error}."
            self.kept.append(Note(source, 0, Kind.LOSS, "fichier-illisible", visible(message)))
            return
        self._put(content, path, source)

    def _put(self, content: bytes, path: str, source: str) -> None:
        file = self.out / path
        now = file.read_bytes() if file.is_file() else None
        if now == content:
            self.same += 1
        elif now is not None and not self.replacing:
            message = (
                f"« {path} » est déjà là et diffère : il n’a pas été touché. Relancez avec --replace pour le remplacer."
            )
            self.kept.append(Note(source, 0, Kind.LOSS, "deja-la", visible(message)))
        else:
            if now is not None:
                message = f"« {path} », qui était déjà là, est remplacé."
                self.notes.append(Note(source, 0, Kind.CHANGE, "remplace", visible(message)))
            try:
                _write(file, content)
            except OSError:
                message = f"{visible(str(file))} ne se laisse pas écrire : vérifiez que vous en avez le droit."
                give_up(f"{message} {self.so_far()}")
            self.written += 1

    def so_far(self) -> str:
        """Say how much is written."""
        return f"{_several(self.written, 'fichier')} déjà écrit{'s' * (self.written > 1)}."


def _write(file: Path, content: bytes) -> None:
    """Write one file of thousands: `tempfile` and `pathlib` would take twice as long."""
    half = f"{file.parent}/.{uuid4().hex}"
    try:
        made = open(half, "xb")  # noqa: PTH123, SIM115
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        made = open(half, "xb")  # noqa: PTH123, SIM115
    try:
        with made:
            made.write(content)
        os.chmod(half, 0o644)  # noqa: PTH101
        os.replace(half, file)  # noqa: PTH105
    except BaseException:
        Path(half).unlink(missing_ok=True)
        raise


def _ensure_well_used(context: click.Context, source: Path, out: Path, root: Path, below: dict[str, str]) -> None:
    """Refuse what can't be meant, before anything is read."""
    for option, given in below.items():
        if given and not ((source if source.is_dir() else source.parent) / given).is_dir():
            message = f"« {visible(given)} » n’est pas un sous-dossier de « {visible(str(source))} »."
            parameter = next(item for item in context.command.params if item.name == option)
            raise click.BadParameter(message, context, parameter)
    if not all((root / folder).is_dir() for folder in FOLDERS):
        named = visible(str(root.resolve()))
        _misused(context, f"« {named} » n’est pas le projet qui reçoit les guides : placez-vous à sa racine.")
    if source.is_dir() and out.resolve() != source.resolve() and out.resolve().is_relative_to(source.resolve()):
        _misused(context, "« --out » est dans le dossier des guides : ce qui y serait écrit serait repris à son tour.")


def _misused(context: click.Context, message: str) -> NoReturn:
    click.secho(f"Erreur : {message}", fg="red", err=True)
    context.exit(MISUSE)


def _folder(source: Path, guides: str, apis: str, public: str) -> Folder:
    """Return the folder to import, or that of a file, with this only guide."""
    if source.is_dir():
        return surveyed(source, guides, apis, public)
    file = source.resolve()
    root = file.parent.parent if file.parent.name in _SECTIONS else file.parent
    around = surveyed(root, guides, apis, public)
    return replace(around, guides=(file.relative_to(root).as_posix(),), unreadable=())


def _notes(planned: Journey, arrival: _Arrival, *, whole: bool) -> list[Note]:
    notes = [*planned.unread, *arrival.notes, *arrival.kept]
    if whole:
        notes += left_behind(planned.to.folder, planned.to, frozenset(arrival.copied.values()))
    return sorted(notes)


def _as_text(notes: list[Note], planned: Journey, arrival: _Arrival, file: Path) -> Iterator[str]:
    for note in notes:
        if note.kind is Kind.LOSS:
            place = f"{visible(note.path)}:{note.line}" if note.line else visible(note.path)
            kind = click.style("À voir : ", fg="yellow", bold=True)
            yield shortened(f"{kind}{place or 'le dossier'} : {note.message} {click.style(f'[{note.rule}]', dim=True)}")
    counts = Counter(note.kind for note in notes)
    yield ""
    for plan in planned.plans if len(planned.plans) <= _LISTED else ():
        yield f"{visible(plan.source)} -> {plan.path}"
    written = f"{_several(arrival.written, 'fichier')} écrit{'s' * (arrival.written > 1)}"
    already = f", {arrival.same} déjà là" if arrival.same else ""
    yield f"{_several(len(planned.plans), 'guide')} : {written} dans « {visible(str(arrival.out))} »{already}."
    to_see, changes = _several(counts[Kind.LOSS], "chose"), _several(counts[Kind.CHANGE], "changement")
    yield f"{to_see} à voir, {changes} : {visible(str(file))}"


def _as_json(notes: Iterable[Note], targets: dict[str, str]) -> Iterator[str]:
    objects = (
        {
            "kind": note.kind.value,
            "rule": note.rule,
            "path": visible(note.path),
            "target": targets.get(note.path, ""),
            "line": note.line,
            "message": note.message,
        }
        for note in notes
    )
    rows = [json.dumps(item, ensure_ascii=False) for item in objects]
    yield "[\n{}\n]".format(",\n".join(rows)) if rows else "[]"


def _several(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' if count > 1 else ''}"

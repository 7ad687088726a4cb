"""`guides fix`: what can be corrected without asking what was meant, shown first, then written."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.corrections import corrected, of_data
from guides_api.catalogue.encodings import decoded
from guides_api.catalogue.load import read
from guides_api.catalogue.problems import Problem, Severity
from guides_api.catalogue.sources import MAX_BYTES
from guides_api.cli import options, reports
from guides_api.cli.change import Change, ChangedMeanwhileError, as_it_is, problems_in, tried
from guides_api.cli.dialogue import agreed, ensure_in_project, give_up
from guides_api.cli.french import Command
from guides_api.pages.corrections import corrected_page

_ENCODING = "encodage"
_yes = click.option("-y", "--yes", is_flag=True, help="Corrige sans demander.")
_dry_run = click.option("--dry-run", is_flag=True, help="Montre ce qui serait corrigé, sans rien écrire.")

Corrected = tuple[Change, tuple[str, ...]]


@click.command(cls=Command)
@options.root
@options.at
@_yes
@_dry_run
@click.pass_context
def fix(context: click.Context, root: Path, today: date, *, yes: bool, dry_run: bool) -> None:
    """Corrige ce qui peut l’être sans risque : ordre, espaces, apostrophes, encodage, adresses DataPass, sommaires.

    Montre d’abord ce qui change, puis dit ce qui reste à corriger à la main.
    """
    ensure_in_project(root)
    click.echo("Lecture du projet…", err=True)
    catalogue, _ = read(root, today)
    found = list(corrections(root, catalogue))
    for change, names in found:
        click.echo(_told(change, names))
    if not found:
        click.echo("Rien à corriger automatiquement.")
    elif dry_run:
        click.echo("Rien n’a été écrit : c’était un essai (--dry-run).")
    elif yes or _wanted(context):
        _write([change for change, _ in found])
    else:
        click.echo("Rien n’a été écrit.")
    with tried(root, [change for change, _ in found]) as changed:
        left = problems_in(changed, today)
        if left:
            click.echo(f"\n{_summary(left)}\n\n{reports.text(left, changed)}")
    if _errors(left):
        context.exit(1)


def corrections(root: Path, catalogue: Catalogue) -> Iterator[Corrected]:
    """Yield what changes in each file of the data and of the contents, with the names of the corrections."""
    for file in sorted([*(root / "data").glob("*.yaml"), *(root / "content").rglob("*.md")]):
        if file.is_file() and not file.is_symlink() and file.stat().st_size <= MAX_BYTES:
            path = file.relative_to(root).as_posix()
            raw = file.read_bytes()
            before = as_it_is(raw)
            text = before if _is_text(raw) else decoded(raw)
            if text is None:
                continue
            of_data_file = path.startswith("data/")
            after, names = (
                corrected(text, of_data(file.stem)) if of_data_file else corrected_page(text, path, catalogue)
            )
            if after != before:
                yield Change(root, path, before, after), ((_ENCODING,) if text != before else ()) + names


def _is_text(raw: bytes) -> bool:
    try:
        return "\0" not in raw.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _told(change: Change, names: Sequence[str]) -> str:
    """Return a title in French, then what changes line by line, which ends of lines alone don't show."""
    return "\n".join(filter(None, [f"{change.path} : {', '.join(names)}.", change.diff()])) + "\n"


def _wanted(context: click.Context) -> bool:
    try:
        return agreed("Appliquer")
    except click.Abort:
        if sys.stdin.isatty():
            raise
        click.echo()
        asked = next(item for item in context.command.params if item.name == "yes")
        raise click.MissingParameter(ctx=context, param=asked) from None


def _write(changes: Sequence[Change]) -> None:
    for done, change in enumerate(changes):
        try:
            change.write()
        except ChangedMeanwhileError:
            give_up(f"{change.path} a changé entre-temps. {_so_far(done)} Recommencez.")
        except OSError:
            give_up(f"{change.path} ne se laisse pas écrire : vérifiez que vous en avez le droit. {_so_far(done)}")
    click.echo(f"Corrigé : {_files(len(changes))}.")


def _so_far(done: int) -> str:
    return f"{_files(done)} déjà corrigé{'s' if done > 1 else ''}." if done else "Rien n’a été écrit."


def _files(count: int) -> str:
    return f"{count} fichier{'s' if count > 1 else ''}"


def _summary(left: Sequence[Problem]) -> str:
    errors = _errors(left)
    warnings = len(left) - errors
    told = [f"{errors} erreur{'s' if errors > 1 else ''}"] * bool(errors)
    told += [f"{warnings} avertissement{'s' if warnings > 1 else ''}"] * bool(warnings)
    return f"Reste à voir à la main : {' et '.join(told)}."


def _errors(problems: Sequence[Problem]) -> int:
    return sum(problem.severity is Severity.ERROR for problem in problems)

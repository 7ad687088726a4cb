"""`guides formulaire`: the record of an editor who filled the form of an issue, put in its place in the list."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from difflib import unified_diff
from itertools import takewhile
from pathlib import Path

import click

from guides_api.catalogue.insertion import inserted
from guides_api.catalogue.issue_draft import drafted
from guides_api.catalogue.load import read
from guides_api.catalogue.problems import Place, Problem, ProblemsFoundError, Severity
from guides_api.catalogue.sources import Reader
from guides_api.cli.french import Command
from guides_api.pages.project import load_project

EDITORS = "data/editors.yaml"


@click.command("formulaire", cls=Command, hidden=True)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FICHIER")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    metavar="DOSSIER",
    help="Dossier du projet (par défaut : le dossier courant).",
)
@click.pass_context
def issue(context: click.Context, file: Path, root: Path) -> None:
    """Ajoute à la liste l’éditeur qui a rempli le formulaire, dont FICHIER est le texte.

    Rien n’est écrit si une réponse ne va pas, ou si la fiche met le projet en défaut.
    """
    today = date.today()  # noqa: DTZ011  the day where the maintainer is
    before = (root / EDITORS).read_bytes().decode()
    after, problems = _added(file, root, before, today)
    for problem in problems:
        click.echo(f"{problem.severity.value.capitalize()} : {problem}\n")
    if any(problem.severity is Severity.ERROR for problem in problems):
        click.echo("La fiche n’a pas été écrite : il y a quelque chose à corriger.")
        context.exit(1)
    lines = unified_diff(before.splitlines(), after.splitlines(), EDITORS, EDITORS, lineterm="")
    click.echo("\n".join([*lines, "", f"Rien à corriger : la fiche est ajoutée à {EDITORS}."]))
    _replace(root / EDITORS, after)


def _added(file: Path, root: Path, before: str, today: date) -> tuple[str, tuple[Problem, ...]]:
    """Return the list with the new record, and what is wrong with the answers, with the record or with the project."""
    reader = Reader(file.parent)
    body = reader.text(file.name)
    if body is None:
        return before, tuple(reader.problems)
    catalogue, _ = read(root, today)
    draft = drafted(body, catalogue, today)
    if draft.problems:
        return before, draft.problems
    try:
        after = inserted(before, "editors", draft.record)
    except ValueError as refused:
        return before, (Problem(Place("formulaire"), "formulaire-modifie", str(refused)),)
    return after, tuple(_of_the_answers(_problems(root, after, today), before, after))


def _problems(root: Path, editors: str, today: date) -> tuple[Problem, ...]:
    """Return what the check of the project would say if its list were this one, without touching it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(root / "data", copy / "data")
        (copy / "content").symlink_to((root / "content").resolve())
        (copy / EDITORS).write_bytes(editors.encode())
        try:
            return load_project(copy, today).warnings
        except ProblemsFoundError as found:
            return found.problems


def _of_the_answers(problems: Iterable[Problem], before: str, after: str) -> Iterable[Problem]:
    """Yield the errors, and the warnings about the new record, whose author knows of no file and no line."""
    old, new = before.splitlines(), after.splitlines()
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    written = range(start + 1, start + 1 + len(new) - len(old))
    for problem in problems:
        if problem.place.path == EDITORS and problem.place.line in written:
            yield replace(problem, place=Place("votre fiche"))
        elif problem.severity is Severity.ERROR:
            yield problem


def _replace(file: Path, text: str) -> None:
    """Write a file whole or not at all."""
    beside = file.with_name(f".{file.name}.nouveau")
    beside.write_bytes(text.encode())
    beside.replace(file)

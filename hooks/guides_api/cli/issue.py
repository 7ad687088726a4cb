"""`guides formulaire`: the record of an editor who filled the form of an issue, put in its place in the list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import takewhile
from pathlib import Path

import click

from guides_api.catalogue.insertion import inserted
from guides_api.catalogue.issue_draft import drafted
from guides_api.catalogue.load import read
from guides_api.catalogue.problems import Place, Problem, Severity
from guides_api.catalogue.sources import Reader
from guides_api.cli import clock, options
from guides_api.cli.change import Change
from guides_api.cli.french import Command

EDITORS = "data/editors.yaml"


@click.command("formulaire", cls=Command, hidden=True)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FICHIER")
@options.root
@click.pass_context
def issue(context: click.Context, file: Path, root: Path) -> None:
    """Ajoute à la liste l’éditeur qui a rempli le formulaire, dont FICHIER est le texte.

    Rien n’est écrit si une réponse ne va pas, ou si la fiche met le projet en défaut.
    """
    today = clock.today()
    change, problems = _added(file, root, today)
    for problem in problems:
        click.echo(f"{problem.severity.value.capitalize()} : {problem}\n")
    if any(problem.severity is Severity.ERROR for problem in problems):
        click.echo("La fiche n’a pas été écrite : il y a quelque chose à corriger.")
        context.exit(1)
    noted = change.of_addresses(today)
    click.echo(f"{change.diff()}\n\nRien à corriger : la fiche est ajoutée à {EDITORS}.")
    change.write()
    if noted:
        noted.write()


def _added(file: Path, root: Path, today: date) -> tuple[Change, tuple[Problem, ...]]:
    """Return the list with the new record, and what is wrong with the answers, with the record or with the project."""
    before = (root / EDITORS).read_bytes().decode()
    none = Change(root, EDITORS, before, before)
    reader = Reader(file.parent)
    body = reader.text(file.name)
    if body is None:
        return none, tuple(reader.problems)
    catalogue, _ = read(root, today)
    draft = drafted(body, catalogue, today)
    if draft.problems:
        return none, draft.problems
    try:
        change = Change(root, EDITORS, before, inserted(before, "editors", draft.record))
    except ValueError as refused:
        return none, (Problem(Place("formulaire"), "formulaire-modifie", str(refused)),)
    return change, tuple(_of_the_answers(change.checked(today), before, change.after))


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

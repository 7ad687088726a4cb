"""`guides init`: a site for another administration, that checks and builds as it is made."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import click

from guides_api.catalogue.problems import ProblemsFoundError
from guides_api.cli import clock
from guides_api.cli.change import save
from guides_api.cli.components import STARTER
from guides_api.cli.french import Command
from guides_api.cli.init.project import files
from guides_api.cli.init.questions import QUESTIONS
from guides_api.cli.new.questions import Answers, answered
from guides_api.cli.schema import wanted
from guides_api.pages.project import load_project

_NEXT = """
Le projet est dans {folder}. Ensuite :
  1. déposez-y le paquet, guides_api-….whl, dans le dossier paquets ;
  2. depuis {folder}, lancez « make serve » et ouvrez la page ;
  3. lisez README.md, qui dit par où commencer."""


def _init(folder: Path, *, dry_run: bool, **given: tuple[str, ...]) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        _give_up(f"{folder} existe et n’est pas vide : choisissez un autre dossier.")
    today = clock.today()
    names = {question.name: given[question.name.replace("-", "_")] for question in QUESTIONS}
    answers, asked = answered(QUESTIONS, names, load_project(STARTER, today).catalogue)
    made = _checked(answers, today)
    click.echo("\n".join(made))
    click.echo(f"\n{len(made)} fichiers, pour {folder}.")
    if dry_run:
        click.echo("Rien n’a été écrit : c’était un essai (--dry-run).")
    elif asked and not _agreed():
        click.echo("Rien n’a été écrit.")
    else:
        try:
            _write(folder, made)
        except OSError:
            _give_up(f"{folder} ne se laisse pas écrire : vérifiez que vous en avez le droit.")
        click.echo(_NEXT.format(folder=folder))


def _checked(answers: Answers, today: date) -> Mapping[str, str]:
    """Return the text of every file of a project that is right, or give up: nothing else is ever written."""
    made = files(answers, today)
    with TemporaryDirectory() as folder:
        root = Path(folder)
        _save(root, made)
        try:
            catalogue = load_project(root, today).catalogue
        except ProblemsFoundError as found:
            _give_up(f"ces réponses donneraient un projet en défaut, rien n’a été écrit.\n\n{found}")
        return {**made, **dict(wanted(root, catalogue))}


def _agreed() -> bool:
    answer = click.prompt("Écrire ces fichiers, oui ou non", default="oui", prompt_suffix=" : ")
    return str(answer).strip().casefold() in ("oui", "o")


def _write(folder: Path, made: Mapping[str, str]) -> None:
    """Put the whole project in its place at once."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as beside:
        whole = Path(beside) / folder.name
        _save(whole, made)
        if folder.exists():
            folder.rmdir()
        shutil.move(whole, folder)


def _save(root: Path, made: Mapping[str, str]) -> None:
    for path, text in made.items():
        save(root / path, text)


def _give_up(reason: str) -> NoReturn:
    click.secho(f"Erreur : {reason}", fg="red", err=True)
    click.get_current_context().exit(1)


init = Command(
    "init",
    callback=_init,
    params=[
        click.Argument(["folder"], type=click.Path(path_type=Path), metavar="DOSSIER"),
        *(question.option for question in QUESTIONS),
        click.Option(["--dry-run"], is_flag=True, help="Montre ce qui serait écrit, sans rien écrire."),
    ],
    help="Commence, dans DOSSIER, le site d’une autre administration : demande ce qui manque, puis écrit le projet.",
)

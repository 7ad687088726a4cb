"""`guides new`: something more in the site, asked for in French, shown, checked, then written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from guides_api.catalogue.load import read
from guides_api.cli import clock, options
from guides_api.cli.change import Change, ChangedMeanwhileError
from guides_api.cli.dialogue import agreed, ensure_in_project, give_up
from guides_api.cli.french import Command, Group
from guides_api.cli.new.kinds import Kind
from guides_api.cli.new.pages import API, GUIDE, NEWS
from guides_api.cli.new.questions import answered
from guides_api.cli.new.records import EDITOR, USE_CASE

KINDS = (GUIDE, USE_CASE, API, EDITOR, NEWS)


@click.group(cls=Group, subcommand_metavar="QUOI [OPTIONS]")
def new() -> None:
    """Ajoute un éditeur, un guide, une API… : demande ce qui manque, montre, vérifie, puis écrit."""


_dry_run = click.option("--dry-run", is_flag=True, help="Montre ce qui serait écrit, sans rien écrire.")


def _command(kind: Kind) -> click.Command:
    def run(root: Path, *, dry_run: bool, **given: tuple[str, ...]) -> None:
        today = clock.today()
        ensure_in_project(root)
        click.echo("Lecture du projet…", err=True)
        catalogue, _ = read(root, today)
        names = {question.name: given[question.name.replace("-", "_")] for question in kind.questions}
        answers, asked = answered(kind.questions, names, catalogue)
        try:
            change = kind.change(root, catalogue, answers)
        except ValueError as refused:
            give_up(str(refused))
        click.echo(change.diff())
        _ensure_harmless(change, today)
        noted = change.of_addresses(today)
        if noted:
            click.echo(noted.diff())
        if dry_run:
            click.echo("\nRien n’a été écrit : c’était un essai (--dry-run).")
        elif not asked or agreed("Écrire ces fichiers" if noted else "Écrire ce fichier"):
            _write(change)
            if noted:
                _write(noted)
        else:
            click.echo("Rien n’a été écrit.")

    command = Command(kind.name, params=[question.option for question in kind.questions], callback=run, help=kind.help)
    return options.root(_dry_run(command))


def _ensure_harmless(change: Change, today: date) -> None:
    click.echo("\nVérification du projet avec cet ajout…", err=True)
    faults = change.faults(today)
    if faults:
        click.echo(f"\n{faults}\n", err=True)
        give_up("cet ajout serait refusé. Rien n’a été écrit : corrigez, puis recommencez.")


def _write(change: Change) -> None:
    try:
        change.write()
    except ChangedMeanwhileError:
        give_up(f"{change.path} a changé entre-temps. Rien n’a été écrit : recommencez.")
    except OSError:
        give_up(f"{change.path} ne se laisse pas écrire : vérifiez que vous en avez le droit.")
    click.echo(f"\n{change.path} est écrit.")


for _kind in KINDS:
    new.add_command(_command(_kind))

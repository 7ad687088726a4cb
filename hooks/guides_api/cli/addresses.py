"""`guides adresses`: the list of published addresses, completed with those of the site as it is."""

from __future__ import annotations

from pathlib import Path

import click

from guides_api.catalogue.problems import ProblemsFoundError
from guides_api.cli import clock, options
from guides_api.cli.change import listing
from guides_api.cli.french import Command
from guides_api.pages.project import load_project
from guides_api.pages.published import FILE


@click.command("adresses", cls=Command)
@options.root
@click.option("--dry-run", is_flag=True, help="Montre ce qui serait ajouté, sans rien écrire.")
@click.pass_context
def addresses(context: click.Context, root: Path, *, dry_run: bool) -> None:
    """Ajoute à data/addresses.txt les adresses des pages nouvelles, et n’en retire jamais."""
    try:
        project = load_project(root, clock.today())
    except ProblemsFoundError:
        click.echo("Le site a des erreurs : corrigez d’abord ce que dit « guides check ».", err=True)
        context.exit(1)
    if not project.unlisted:
        click.echo(f"Rien à ajouter : {FILE} a toutes les adresses du site.")
        return
    change = listing(root, project)
    click.echo(change.diff())
    if dry_run:
        click.echo("\nRien n’a été écrit : c’était un essai (--dry-run).")
        return
    change.write()
    click.echo(f"\n{FILE} est à jour.")

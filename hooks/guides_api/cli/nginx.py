"""`guides nginx`: what to install for nginx to serve the site."""

from __future__ import annotations

import re
from pathlib import Path

import click

from guides_api.catalogue.problems import ProblemsFoundError
from guides_api.cli import clock, options
from guides_api.cli.change import save
from guides_api.cli.french import Command
from guides_api.pages.hosting.nginx import nginx_files
from guides_api.pages.hosting.redirects import below, redirects
from guides_api.pages.project import load_project

PLACE = "/var/www/guides-api"
# What may stand in a configuration without being taken for its syntax; the site's address was checked when read.
FOLDER = re.compile(r"(?:/[\w.@+-]+)+/?")


def _of_a_server(_context: click.Context, _option: click.Parameter, folder: str) -> str:
    if not FOLDER.fullmatch(folder):
        raise click.BadParameter("un chemin entier est attendu, sans espace, comme /var/www/guides-api.")
    return folder


@click.command(cls=Command)
@options.root
@click.option(
    "--vers",
    "out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("nginx"),
    metavar="DOSSIER",
    help="Dossier où écrire (par défaut : nginx).",
)
@click.option(
    "--dossier",
    "folder",
    default=PLACE,
    callback=_of_a_server,
    metavar="DOSSIER",
    help=f"Dossier du serveur, où seront les fichiers du site (par défaut : {PLACE}).",
)
@click.pass_context
def nginx(context: click.Context, root: Path, out: Path, folder: str) -> None:
    """Écrit la configuration de nginx : en-têtes, redirections, compression, page d’erreur."""
    try:
        project = load_project(root, clock.today())
    except ProblemsFoundError:
        click.echo("Les données ont des erreurs : corrigez d’abord ce que dit « guides check ».", err=True)
        context.exit(1)
    site_url = project.catalogue.site.site_url
    if not site_url:
        click.echo(
            "L’adresse du site manque : écrivez « site_url » dans data/site.yaml comme https://guides.ville.fr/ ou "
            "https://www.ville.fr/guides/.",
            err=True,
        )
        context.exit(1)
    for name, text in nginx_files(redirects(project), site_url, folder):
        save(out / name, text)
        click.echo(f"{out / name} est à jour.")
    click.echo(f"Le site ira dans {folder.rstrip('/')}{below(site_url)} : voyez docs/publier.md.")

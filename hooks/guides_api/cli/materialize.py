"""`guides materialize`: the site as plain files, that another engine builds without any of our code."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path

import click

from guides_api.cli import options, written_tree
from guides_api.cli.french import Command, Option
from guides_api.engine.plain_tree import ENGINES, plain_tree
from guides_api.engine.whole_build import BuildRefusedError, whole_build


@click.command(cls=Command)
@click.option(
    "--out",
    "folder",
    cls=Option,
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="DOSSIER",
    help="Dossier à écrire.",
)
@click.option(
    "--engine",
    "name",
    type=click.Choice(list(ENGINES)),
    default="mkdocs",
    metavar="MOTEUR",
    help=f"Moteur qui construira le site : {', '.join(ENGINES)} (par défaut : mkdocs).",
)
@options.root
@click.pass_context
def materialize(context: click.Context, folder: Path, name: str, root: Path) -> None:
    """Écrit le site en fichiers simples, qu’un moteur construit sans rien de ce projet.

    Chaque page devient du Markdown, composants et pages calculées compris. Le dossier n’est remplacé que si cette
    commande l’a écrit et que personne n’y a rien changé.
    """
    try:
        before = written_tree.known(folder)
        with whole_build(root) as build:
            files = dict(plain_tree(build, ENGINES[name]))
        click.echo(_planned(before, written_tree.prints(files), folder))
        written_tree.write(files, folder)
    except written_tree.RefusedError as refused:
        click.echo(refused, err=True)
        context.exit(1)
    except BuildRefusedError as refused:
        click.echo(f"{refused}\n\nLe site ne se construit pas : rien n’est écrit dans « {folder} ».", err=True)
        context.exit(1)
    except OSError:
        click.echo(
            f"« {folder} » ne peut pas être écrit : vérifiez que vous en avez le droit et qu’il reste de la place. "
            "Ce qui s’y trouvait n’a pas changé.",
            err=True,
        )
        context.exit(1)
    engine = ENGINES[name]
    place = shlex.quote(str(folder))
    click.echo(f"C’est écrit. Pour construire le site avec {engine.name} : cd {place} && {engine.command}")


def _planned(before: Mapping[str, str], after: Mapping[str, str], folder: Path) -> str:
    """Return what writing changes in the folder."""
    if not before:
        return f"« {folder} » recevra {len(after)} fichiers."
    new = after.keys() - before.keys()
    gone = before.keys() - after.keys()
    changed = [name for name in after.keys() & before.keys() if after[name] != before[name]]
    counts = f"{len(new)} nouveaux, {len(changed)} changés, {len(gone)} retirés"
    return f"Dans « {folder} », sur {len(after)} fichiers : {counts}."

"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

import click

from guides_api.cli import clock


def _day(_context: click.Context, _option: click.Parameter, given: datetime | None) -> date:
    return given.date() if given else clock.today()


root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    metavar="DOSSIER",
    help="Dossier du projet (par défaut : le dossier courant).",
)
at = click.option(
    "--at",
    "today",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    metavar="DATE",
    help="Fait comme si l’on était ce jour-là, écrit 2026-08-31 (par défaut : aujourd’hui).",
)


def form(forms: Iterable[str]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the option that chooses a form of report, the first one by default."""
    names = list(forms)
    return click.option(
        "--format",
        "form",
        type=click.Choice(names),
        default=names[0],
        metavar="FORMAT",
        help=f"Forme du compte rendu : {', '.join(names)} (par défaut : {names[0]}).",
    )

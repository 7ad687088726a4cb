"""What commands that write have in common with the person who runs them: where they are, yes or no, and giving up."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

import click

from guides_api.cli.change import FOLDERS


def ensure_in_project(root: Path) -> None:
    """Give up where root is not the folder of a project."""
    for folder in FOLDERS:
        if not (root / folder).is_dir():
            give_up(f"il n’y a pas de dossier {folder} dans {root.resolve()} : placez-vous à la racine du projet.")


def agreed(question: str) -> bool:
    """Ask whether to go on, which Enter does."""
    answer: Any = click.prompt(f"{question}, oui ou non", default="oui", prompt_suffix=" : ")
    return str(answer).strip().casefold() in ("oui", "o")


def give_up(reason: str) -> NoReturn:
    """Leave with an error, told in French."""
    click.secho(f"Erreur : {reason}", fg="red", err=True)
    click.get_current_context().exit(1)

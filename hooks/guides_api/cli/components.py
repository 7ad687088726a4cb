"""`guides composants`: the reference of components."""

from __future__ import annotations

from pathlib import Path

import click

from guides_api.cli import clock
from guides_api.cli.french import Command
from guides_api.pages.project import load_project
from guides_api.pages.reference import component_reference

STARTER = Path(__file__).parent / "starter"
REFERENCE = Path("docs/composants.md")


@click.command("composants", cls=Command)
def components() -> None:
    """Refait docs/composants.md, la liste des composants, d’après le code."""
    catalogue = load_project(STARTER, clock.today()).catalogue
    REFERENCE.parent.mkdir(exist_ok=True)
    REFERENCE.write_text(component_reference(catalogue), encoding="utf-8")
    click.echo(f"{REFERENCE} est à jour.")

"""`guides regles`: the reference of rules."""

from __future__ import annotations

from pathlib import Path

import click

from guides_api.catalogue.explanations import families
from guides_api.cli.french import Command
from guides_api.pages.rules import rule_reference

REFERENCE = Path("docs/regles.md")


@click.command("regles", cls=Command)
def rules() -> None:
    """Refait docs/regles.md, la liste des règles, d’après leurs explications."""
    REFERENCE.parent.mkdir(exist_ok=True)
    REFERENCE.write_text(rule_reference(families()), encoding="utf-8")
    click.echo(f"{REFERENCE} est à jour.")

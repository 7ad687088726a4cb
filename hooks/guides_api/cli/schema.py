"""`guides schema`: what editors of text and CONTRIBUTING.md know of the fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.choices import choices
from guides_api.catalogue.load import read
from guides_api.catalogue.problems import Severity
from guides_api.catalogue.schemas import schemas
from guides_api.cli import clock, options
from guides_api.cli.change import save
from guides_api.cli.french import Command
from guides_api.pages.field_tables import with_tables

FOLDER, CONTRIBUTING = "schemas", "CONTRIBUTING.md"


@click.command(cls=Command)
@options.root
@click.pass_context
def schema(context: click.Context, root: Path) -> None:
    """Refait schemas/ et les tableaux de CONTRIBUTING.md, d’après les modèles et les données."""
    catalogue, problems = read(root, clock.today())
    if any(problem.severity is Severity.ERROR for problem in problems):
        click.echo("Les données ont des erreurs : corrigez d’abord ce que dit « guides check ».", err=True)
        context.exit(1)
    changed = [(path, text) for path, text in wanted(root, catalogue) if _text(root / path) != text]
    for path, text in changed:
        save(root / path, text)
        click.echo(f"{path} est à jour.")
    if not changed:
        click.echo("Rien à refaire.")


def wanted(root: Path, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every file that the command makes, as it should be."""
    for name, content in schemas(catalogue).items():
        yield f"{FOLDER}/{name}.schema.json", f"{json.dumps(content, ensure_ascii=False, indent=2)}\n"
    contributing = _text(root / CONTRIBUTING)
    if contributing is not None:
        yield CONTRIBUTING, with_tables(contributing, choices(catalogue))


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None

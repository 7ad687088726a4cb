"""`guides check`: everything wrong with the data and the contents, without building."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from guides_api.catalogue.problems import Problem, ProblemsFoundError, Severity
from guides_api.catalogue.rules.legal import publication_problems
from guides_api.cli.french import Command
from guides_api.pages.project import load_project


@click.command(cls=Command)
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Dossier du projet (par défaut : le dossier courant).",
)
@click.option("--publication", is_flag=True, help="Exige aussi ce que seule la publication réclame.")
@click.pass_context
def check(context: click.Context, root: Path, *, publication: bool) -> None:
    """Vérifie les données et les contenus, et dit tout ce qui ne va pas."""
    try:
        project = load_project(root, date.today())  # noqa: DTZ011  the day where the contributor is
    except ProblemsFoundError as refused:
        _show(refused.problems)
        context.exit(1)
    catalogue = project.catalogue
    found = tuple(sorted(publication_problems(catalogue, project.warnings))) if publication else project.warnings
    _show(found)
    if any(problem.severity is Severity.ERROR for problem in found):
        context.exit(1)
    click.echo(
        f"Rien à corriger : {len(project.pages)} pages, {len(catalogue.apis)} API, "
        f"{len(catalogue.use_cases)} cas d’usage, {len(catalogue.editors)} éditeurs."
    )


def _show(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        warning = problem.severity is Severity.WARNING
        click.secho(
            f"{problem.severity.value.capitalize()} : ",
            fg="yellow" if warning else "red",
            nl=False,
            bold=True,
        )
        click.echo(f"{problem}\n")
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        click.echo(f"{errors} erreur{'s' if errors > 1 else ''} à corriger.")

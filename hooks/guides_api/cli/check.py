"""`guides check`: everything wrong with the data and the contents, without building."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import click

from guides_api.catalogue.problems import Problem, ProblemsFoundError, Severity
from guides_api.catalogue.rules.legal import publication_problems
from guides_api.cli.french import Command
from guides_api.cli.reports import REPORTS
from guides_api.pages.project import Project, load_project


@click.command(cls=Command)
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    metavar="DOSSIER",
    help="Dossier du projet (par défaut : le dossier courant).",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(REPORTS)),
    default="texte",
    metavar="FORMAT",
    help=f"Forme du compte rendu : {', '.join(REPORTS)} (par défaut : texte).",
)
@click.option(
    "--at",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Vérifie comme on le ferait ce jour-là, écrit 2026-08-31 (par défaut : aujourd’hui).",
)
@click.option("--publication", is_flag=True, help="Exige aussi ce que seule la publication réclame.")
@click.pass_context
def check(context: click.Context, root: Path, form: str, day: datetime | None, *, publication: bool) -> None:
    """Vérifie les données et les contenus, et dit tout ce qui ne va pas."""
    today = day.date() if day else date.today()  # noqa: DTZ011  the day where the contributor is
    found, project = _checked(root, today, publication=publication)
    report = REPORTS[form](found, root)
    if report:
        click.echo(report)
    if form == "texte":
        click.echo(_summary(found, project), err=False)
    if _errors(found):
        context.exit(1)


def _checked(root: Path, today: date, *, publication: bool) -> tuple[tuple[Problem, ...], Project | None]:
    try:
        project = load_project(root, today)
    except ProblemsFoundError as refused:
        return refused.problems, None
    if publication:
        return tuple(sorted(publication_problems(project.catalogue, project.warnings))), project
    return project.warnings, project


def _summary(found: Iterable[Problem], project: Project | None) -> str:
    """Return the last line: what is to be mended, or all that was read and is right."""
    errors = _errors(found)
    if errors or project is None:
        return f"\n{errors} erreur{'s' if errors > 1 else ''} à corriger."
    catalogue = project.catalogue
    return (
        f"Rien à corriger : {len(project.pages)} pages, {len(catalogue.apis)} API, "
        f"{len(catalogue.use_cases)} cas d’usage, {len(catalogue.editors)} éditeurs."
    )


def _errors(found: Iterable[Problem]) -> int:
    return sum(problem.severity is Severity.ERROR for problem in found)

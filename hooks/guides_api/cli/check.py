"""`guides check`: everything wrong with the data and the contents, without building."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from guides_api.catalogue.problems import Problem, ProblemsFoundError, Severity
from guides_api.catalogue.rules.legal import publication_problems
from guides_api.catalogue.workers import LostWorkError
from guides_api.cli import options
from guides_api.cli.dialogue import give_up
from guides_api.cli.french import Command
from guides_api.cli.reports import REPORTS
from guides_api.engine.kept_values import KeptValues
from guides_api.pages.project import Project, load_project

_EXPLAINED = 6  # rules in one command


@click.command(cls=Command)
@options.root
@options.form(REPORTS)
@options.at
@click.option("--publication", is_flag=True, help="Exige aussi ce que seule la publication réclame.")
@click.pass_context
def check(context: click.Context, root: Path, form: str, today: date, *, publication: bool) -> None:
    """Vérifie les données et les contenus, et dit tout ce qui ne va pas."""
    found, project = _checked(root, today, publication=publication)
    report = REPORTS[form](found, root)
    if report:
        click.echo(report)
    if form == "texte":
        click.echo(_summary(found, project))
        if found:
            click.echo(_how_to_learn_more(found))
    if _errors(found):
        context.exit(1)


def _checked(root: Path, today: date, *, publication: bool) -> tuple[tuple[Problem, ...], Project | None]:
    kept = KeptValues(root)
    try:
        project = load_project(root, today, kept)
        kept.forget_the_rest()
    except ProblemsFoundError as refused:
        return refused.problems, None
    except LostWorkError as lost:
        give_up(str(lost))
    finally:
        kept.save()
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
        f"{len(catalogue.use_cases)} cas d’usage, {len(catalogue.editors)} éditeur{'s' * (len(catalogue.editors) > 1)}."
    )


def _how_to_learn_more(found: Iterable[Problem]) -> str:
    """Return the command that explains the rules met, those met most often first, as the reader can type it."""
    met = [rule for rule, _ in Counter(problem.rule for problem in found).most_common(_EXPLAINED)]
    program = "guides" if shutil.which("guides") else sys.argv[0]
    return f"Pour comprendre : {program} explain {' '.join(met)}"


def _errors(found: Iterable[Problem]) -> int:
    return sum(problem.severity is Severity.ERROR for problem in found)

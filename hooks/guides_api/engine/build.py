"""What hooks share of the build under way, kept in MkDocs' configuration and in no module."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from mkdocs.config.defaults import MkDocsConfig

from guides_api.catalogue.problems import Problem, Severity
from guides_api.engine.drawing import Drawing
from guides_api.pages.project import Project

_KEY, _DRAWING = "project", "drawing"


def start(config: MkDocsConfig, project: Project) -> None:
    """Attach the project to a configuration."""
    config.extra[_KEY] = project


def of(config: MkDocsConfig) -> Project:
    """Return the project of a configuration that `start` has seen."""
    return cast("Project", config.extra[_KEY])


def draws(config: MkDocsConfig, drawing: Drawing) -> None:
    """Attach what draws the pages to a configuration."""
    config.extra[_DRAWING] = drawing


def drawing_of(config: MkDocsConfig) -> Drawing:
    """Return what drew the pages of a build."""
    return cast("Drawing", config.extra[_DRAWING])


def report(problems: Iterable[Problem]) -> str:
    """Return the errors among problems, as one message."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    count = f"{len(errors)} erreurs empêchent" if len(errors) > 1 else "Une erreur empêche"
    return "\n".join([f"{count} de construire le site.", "", *map(str, errors)])

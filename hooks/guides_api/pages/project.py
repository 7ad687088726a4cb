"""A project as a whole: its catalogue and its pages, free of errors, or every problem at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.load import read
from guides_api.catalogue.problems import Problem, ProblemsFoundError, Severity
from guides_api.pages.check import component_problems, link_problems, prose_problems
from guides_api.pages.page import SitePage
from guides_api.pages.site import site_pages


@dataclass(frozen=True, slots=True)
class Project:
    """What a build needs: the facts, the pages, and the warnings that nobody has to act upon now."""

    catalogue: Catalogue
    pages: Mapping[str, SitePage]
    warnings: tuple[Problem, ...]


def load_project(root: Path, today: date) -> Project:
    """Return the project whose folder is root.

    `today` is what dates are compared with. Raises ProblemsFoundError, with warnings and errors alike, when anything is
    an error.
    """
    catalogue, problems = read(root, today)
    problems.update(prose_problems(catalogue))
    problems.update(component_problems(catalogue))
    if _refused(problems):
        raise ProblemsFoundError({*problems, *link_problems(catalogue, None)})
    pages, clashes = site_pages(catalogue)
    problems.update(clashes, link_problems(catalogue, pages))
    if _refused(problems):
        raise ProblemsFoundError(problems)
    return Project(catalogue, pages, tuple(sorted(problems)))


def _refused(problems: set[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)

"""A project as a whole: its catalogue and its pages, free of errors, or every problem at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.load import read
from guides_api.catalogue.problems import Problem, ProblemsFoundError, Severity
from guides_api.pages.check import page_problems
from guides_api.pages.site import SitePage, site_pages


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
    found = tuple(sorted({*problems, *page_problems(catalogue)}))
    if any(problem.severity is Severity.ERROR for problem in found):
        raise ProblemsFoundError(found)
    return Project(catalogue, site_pages(catalogue), found)

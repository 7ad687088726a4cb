"""A project as a whole: its catalogue and its pages, free of errors, or every problem at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.load import read
from guides_api.catalogue.memory import Memory
from guides_api.catalogue.problems import Problem, ProblemsFoundError, Severity
from guides_api.pages.check import link_problems, page_problems
from guides_api.pages.gone import gone_pages, removed_problems
from guides_api.pages.lost import lost_problems
from guides_api.pages.moved import addresses, moved
from guides_api.pages.page import SitePage
from guides_api.pages.published import read_published, unlisted_problems
from guides_api.pages.questions import Answers
from guides_api.pages.site import site_pages


@dataclass(frozen=True, slots=True)
class Project:
    """What a build needs: the facts, the pages, and the warnings that nobody has to act upon now.

    `redirects` are for ever: the address of today for each one that pages had, both as readers see them below the
    site's root (« /editeurs/arpege/ »). `unlisted` are the addresses that the list of published ones lacks.
    """

    catalogue: Catalogue
    pages: Mapping[str, SitePage]
    redirects: Mapping[str, str]
    unlisted: tuple[str, ...]
    warnings: tuple[Problem, ...]


_NONE = Memory()


def load_project(root: Path, today: date, memory: Memory = _NONE) -> Project:
    """Return the project whose folder is root.

    `today` is what dates are compared with; `memory` spares what it remembers of the work. Raises ProblemsFoundError,
    with warnings and errors alike, when anything is an error.
    """
    catalogue, problems = read(root, today, memory)
    answers = Answers(catalogue)
    problems.update(page_problems(catalogue, answers, memory))
    published = read_published(root)
    problems.update(published.problems, lost_problems(catalogue, published))
    if _refused(problems):
        raise ProblemsFoundError({*problems, *link_problems(catalogue, None, answers, memory)})
    pages, clashes = site_pages(catalogue)
    now = addresses(catalogue, pages)
    redirects, taken = moved(catalogue, now)
    problems.update(
        clashes, link_problems(catalogue, pages, answers, memory), taken, removed_problems(catalogue, now, redirects)
    )
    unlisted = published.unlisted(now)
    problems.update(unlisted_problems(published, unlisted))
    if _refused(problems):
        raise ProblemsFoundError(problems)
    lost = published.lines.keys() - now.keys() - redirects.keys()
    gone = {page.path: page for page in gone_pages(catalogue, pages, lost)}
    of_pages = {old: new for old, new in redirects.items() if "#" not in old}
    return Project(catalogue, {**pages, **gone}, of_pages, unlisted, tuple(sorted(problems)))


def _refused(problems: set[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)

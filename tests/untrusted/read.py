"""A project read as the check and the build read it, for a process that may be killed."""

from __future__ import annotations

from pathlib import Path

from tests.example import TODAY
from tests.pages.drawn import as_html

from guides_api.catalogue.problems import ProblemsFoundError, Severity
from guides_api.pages.active import active
from guides_api.pages.project import load_project

PAGE = "guides/autre.md"


def said(root: Path) -> tuple[list[str], str]:
    """Return the rules that refuse a project, and the first words of them; draw its page where nothing does."""
    try:
        project = load_project(root, TODAY)
    except ProblemsFoundError as found:
        errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
        return sorted({problem.rule for problem in errors}), "\n".join(problem.message[:80] for problem in errors[:20])
    if PAGE in project.pages:
        active(as_html(project.pages[PAGE].markdown(project.catalogue)))
    return [], ""

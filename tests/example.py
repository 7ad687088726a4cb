"""A project of invented facts, the smallest that loads with no problem: one record of each kind, a few pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from guides_api.catalogue.problems import Problem, ProblemsFoundError
from guides_api.cli.components import STARTER
from guides_api.pages.project import load_project

TODAY = date(2026, 11, 22)
TAGLINE = "Un texte inventé, assez long pour dire à son lecteur ce que la page apporte."

FILES = {
    file.relative_to(STARTER).as_posix(): file.read_text(encoding="utf-8")
    for file in sorted(STARTER.rglob("*"))
    if file.is_file()
}


def write(root: Path) -> Path:
    """Write the example project below root and return root."""
    for path, text in FILES.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def found_in(root: Path) -> tuple[Problem, ...]:
    """Return every problem of the project at root, errors and warnings, as `guides check` meets them."""
    try:
        return load_project(root, TODAY).warnings
    except ProblemsFoundError as found:
        return found.problems


def problems_of(root: Path) -> list[str]:
    """Return the full text of every problem of the project at root."""
    return [str(problem) for problem in found_in(root)]

"""A project whose addresses are out, and the changes that may lose them."""

from __future__ import annotations

from pathlib import Path

from tests.example import TODAY

from guides_api.pages.project import load_project
from guides_api.pages.published import FILE, read_published


def publish(root: Path, *more: str) -> None:
    """Write the list of the addresses that a project has today, and of others that it had."""
    (root / FILE).unlink(missing_ok=True)
    unlisted = load_project(root, TODAY).unlisted
    (root / FILE).write_text(read_published(root).completed([*unlisted, *more]), encoding="utf-8")


def replaced(root: Path, path: str, before: str, after: str) -> None:
    """Replace a text that stands once in a file of a project."""
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{path}: {text.count(before)} times"
    (root / path).write_text(text.replace(before, after), encoding="utf-8")

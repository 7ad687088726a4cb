"""Guides that come from elsewhere, written in a folder and imported, for tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests import example

from guides_api.catalogue.catalogue import Catalogue
from guides_api.migrate.foreign import surveyed
from guides_api.migrate.importing import Imported, Journey, journey
from guides_api.migrate.losses import Kind, Note

TAGLINE = "Une phrase assez longue pour dire à qui la lit ce que cette page lui apporte de nouveau."
HEADER = f"---\ntitle: Un guide\ntagline: {TAGLINE}\n---\n"


def put(root: Path, files: Mapping[str, str | bytes]) -> None:
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content.encode() if isinstance(content, str) else content)


def planned(root: Path, catalogue: Catalogue) -> Journey:
    return journey(surveyed(root), catalogue, example.TODAY)


def arrived(root: Path, catalogue: Catalogue) -> dict[str, Imported]:
    """Import a folder: what its guides become, by their own paths."""
    return {one.plan.source: one for one in planned(root, catalogue).carried() if isinstance(one, Imported)}


def losses(guide: Imported) -> list[tuple[str, int]]:
    return [(note.rule, note.line) for note in guide.notes if note.kind is Kind.LOSS]


def changes(notes: tuple[Note, ...]) -> list[tuple[str, int]]:
    return [(note.rule, note.line) for note in notes if note.kind is Kind.CHANGE]

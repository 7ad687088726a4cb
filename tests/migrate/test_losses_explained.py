"""Whatever name the report of an import puts in brackets, `guides explain` knows it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.build import ROOT

from guides_api.catalogue.explanations import explained
from guides_api.migrate.findings import rules
from guides_api.migrate.losses import explanations

PACKAGE = ROOT / "hooks/guides_api"
SOURCES = [*sorted((PACKAGE / "migrate").rglob("*.py")), PACKAGE / "cli/import_.py"]
RANKS = {"loss": 0, "change": 0, "Trouble": 0, "Note": 3}  # of the argument that is the name


def names(source: Path) -> Iterator[str]:
    """Yield the names that a module gives to notes; others are those of rules, which explanations of their own have."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            name = node.args[RANKS[called]] if len(node.args) > RANKS.get(called, len(node.args)) else None
            if isinstance(name, ast.Constant) and isinstance(name.value, str):
                yield name.value


USED = sorted({name for source in SOURCES for name in names(source)})


def test_names_are_found_in_the_code() -> None:
    assert {"cle-retiree", "lien", "entete-non-ferme", "fichier-laisse", "deja-la"} <= set(USED)


@pytest.mark.parametrize("name", USED)
def test_every_name_is_explained(name: str) -> None:
    assert name in explanations() or name in rules() or explained(name)


def test_no_explanation_is_in_vain() -> None:
    assert set(explanations()) <= set(USED)

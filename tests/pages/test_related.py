"""What to read after a guide."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests import example

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.project import load_project
from guides_api.pages.related import SHOWN, related_guides

HEAD = (
    "---\ntitle: {title}\ntagline: Un guide.\ntags: {tags}\npublish: {publish}\nnoindex: {noindex}\napi: {api}\n---\n"
)
USUAL = {"tags": "[]", "publish": "true", "noindex": "false", "api": "[]"}


def around(root: Path, **guides: Mapping[str, str]) -> Catalogue:
    """Return the catalogue of the example project with these guides instead of its own."""
    (root / "content/guides/aide-exemple.md").unlink()
    for name, front_matter in guides.items():
        text = HEAD.format(**{"title": name, **USUAL, **front_matter}) + "\nTexte.\n"
        (root / f"content/guides/{name}.md").write_text(text, encoding="utf-8")
    return load_project(root, example.TODAY).catalogue


def names(catalogue: Catalogue, of: str) -> list[str]:
    return [guide.id for guide in related_guides(catalogue.guides[of], catalogue)]


def test_those_that_share_most_tags_and_apis_come_first(project: Path) -> None:
    catalogue = around(
        project,
        lu={"tags": "[eau, air, feu]", "api": "[Donnée Exemple]"},
        un={"tags": "[eau]"},
        trois={"tags": "[eau, air]", "api": "[organisme/donnee_exemple]", "title": "zzz"},
        deux={"tags": "[terre]", "api": "[Donnée Exemple, Bouquet Exemple]", "title": "zut"},
        aucun={"tags": "[terre]"},
    )
    assert names(catalogue, "lu") == ["trois", "un", "deux"]
    assert names(catalogue, "aucun") == ["deux"]


def test_one_that_shares_nothing_is_not_shown(project: Path) -> None:
    assert names(around(project, lu={"tags": "[eau]"}, autre={"tags": "[feu]"}, vide={}), "lu") == []


def test_ties_are_in_alphabetical_order_whatever_the_accents(project: Path) -> None:
    titles = {"a": "Zone", "b": "Écoles", "c": "eau"}
    guides = {name: {"title": title, "tags": "[x]"} for name, title in titles.items()}
    assert names(around(project, lu={"tags": "[x]"}, **guides), "lu") == ["c", "b", "a"]


def test_a_few_are_enough(project: Path) -> None:
    guides = {f"guide-{letter}": {"tags": "[x]"} for letter in "abcdef"}
    assert names(around(project, **guides), "guide-f") == ["guide-a", "guide-b", "guide-c"][:SHOWN]


@pytest.mark.parametrize(("key", "value", "shown"), [("publish", "false", []), ("noindex", "true", ["autre"])])
def test_unpublished_guides_stay_away(key: str, value: str, shown: list[str], project: Path) -> None:
    catalogue = around(project, lu={"tags": "[x]"}, autre={"tags": "[x]", key: value})
    assert names(catalogue, "lu") == shown
    assert names(catalogue, "autre") == ["lu"]

"""Counts and gaps say what is there, and name what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.example import TODAY

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.load import read
from guides_api.pages.stats import counts, gaps, solutions_per_use_case, words

SECOND = """\
  - id: aide-voisine
    name: Aide Voisine
    bundle: bouquet-exemple
    publics: [villages]
    datapass_use_case: aide_voisine
    forms:
      - id: bouquet-exemple-voisine
"""


@pytest.fixture
def lacking(project: Path) -> Catalogue:
    """The example project, with a use case that has nothing, and a datum and an editor that lack a few things."""
    for path, before, after in (
        ("data/use_cases.yaml", "use_cases:\n", f"use_cases:\n{SECOND}"),
        ("data/scopes.yaml", "scopes:\n", "scopes:\n  - id: taille\n    label: Taille\n    apis: []\n"),
        ("data/scopes.yaml", "    apis: []\n", "    apis: []\n    heading: Autres\n    official: false\n"),
        ("data/scopes.yaml", "label: Couleur préférée\n", "label: Couleur préférée\n    finalities: [Choisir]\n"),
        ("data/editors.yaml", "    siren: 000000018\n", ""),
    ):
        file = project / path
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1
        file.write_text(text.replace(before, after), encoding="utf-8")
    catalogue, problems = read(project, TODAY)
    assert problems == set()
    return catalogue


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Deux mots.", 2),
        ("L’aide, c'est peut-être l'API : 12 jours !", 6),
        ('[la page](../api/index.md) et <Fact id="delai-exemple" />', 3),
        ("Écrivez `siren: 000000018` ainsi.\n\n```yaml\nsiren: 000000018\n```\n", 2),
        ('## Le délai { #delai }\n\n<Callout title="À retenir">\n\nUn avis.\n\n</Callout>', 4),
        ("", 0),
    ],
)
def test_words_are_those_that_a_reader_reads(text: str, count: int) -> None:
    assert words(text) == count


def test_each_thing_is_counted(lacking: Catalogue) -> None:
    assert counts(lacking) == {
        "guides": 1,
        "guide_words": 4,  # Premier paragraphe. Dernier paragraphe.
        "news": 0,
        "words": 4 + 1 + 4,  # Bienvenue. L’API donne une couleur.
        "apis": 1,
        "data": 2,
        "use_cases": 2,
        "editors": 1,
        "solutions": 1,
        "facts": 1,
        "legal_texts": 1,
        "sources": 1,
        "terms": 1,
    }


def test_what_lacks_something_is_named(lacking: Catalogue) -> None:
    assert gaps(lacking) == {
        "use_cases_without_guide": ["aide-voisine"],
        "use_cases_without_solution": ["aide-voisine"],
        "use_cases_without_legal_text": ["aide-voisine"],
        "use_cases_without_ruling": ["aide-voisine"],
        "apis_without_data": [],
        "data_without_finality": ["taille"],
        "data_without_official_id": ["taille"],
        "editors_without_siren": ["editeur-exemple"],
        "editors_without_site": [],
    }


def test_use_cases_come_with_their_solutions_the_best_served_first(lacking: Catalogue) -> None:
    assert list(solutions_per_use_case(lacking).items()) == [("aide-exemple", 1), ("aide-voisine", 0)]

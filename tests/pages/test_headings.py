"""Anchors of headings: what readers copy into a message, and what must not move when a page is built differently."""

from __future__ import annotations

import re

import pytest
from tests import dom
from tests.pages.drawn import PAGE, as_html

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.components import On
from guides_api.pages.expand import expand
from guides_api.pages.headings import anchors, plain, with_anchors

READABLE = {
    "Les API et leurs données": "les-api-et-leurs-donnees",
    "Démarches d’accès à l'eau": "demarches-d-acces-a-l-eau",
    "Où ? Quand ? Combien ?": "ou-quand-combien",
    "Œuvre & Cœur": "oeuvre-coeur",
    "Eau &amp; Énergie": "eau-energie",
    "L’article L114-8": "l-article-l114-8",
    "1. Première étape": "1-premiere-etape",
    "**Gras**, *italique* et `code`": "gras-italique-et-code",
    "La clé `use_case`": "la-cle-use-case",
    "Voir [la liste](../api/index.md)": "voir-la-liste",
    "Voir [la liste][liste]": "voir-la-liste",
    "![](dossier.svg) Un dossier": "un-dossier",
    'Comptez <span class="fact">trois jours</span>': "comptez-trois-jours",
    "\\# dièse": "diese",
    "Avec un dièse #1": "avec-un-diese-1",
    "MAJUSCULES": "majuscules",
    "Des  espaces\u00a0insécables\u202f!": "des-espaces-insecables",
    "de\u0301marche écrite en deux signes": "demarche-ecrite-en-deux-signes",
    "😃": "partie",
}
PLACES = {
    "after a paragraph": "Avant.\n## Titre\nAprès.",
    "closed by signs": "## Titre ##",
    "with spaces after": "## Titre   ",
    "without a space": "##Titre",
    "indented by three spaces": "   ## Titre",
    "underlined": "Titre\n-----\n\nAprès.",
    "underlined by equals": "Avant.\n\nTitre\n=====",
    "in a list": "- ## Titre\n- Après.",
    "in an ordered list": "1. Avant.\n\n    ## Titre\n\n2. Après.",
    "in a quote": "> Avant.\n>\n> ## Titre",
    "in a quote in a list": "- > ## Titre",
    "with a class": "## Titre {: .grand }",
}
LITERAL = {
    "fence": "```\n## Titre\n```",
    "fence in a list": "- Avant.\n\n    ```\n    ## Titre\n    ```",
    "indented": "Avant.\n\n    ## Titre",
    "comment": "<!--\n## Titre\n-->",
    "empty": "##\n\nAvant.",
    "in a sentence": "Avant ## Titre.",
    "rule": "Avant.\n\n---\n\nAprès.",
    "table": "| Avant |\n|---|\n| ## Titre |",
}


def ids(html: str) -> list[str]:
    return [
        item.attributes["id"]
        for item in dom.read(html)[0].all()
        if re.fullmatch("h[1-6]", item.tag) and "id" in item.attributes
    ]


def built(text: str) -> list[str]:
    """Return the anchors of the headings that the engine makes of a text."""
    return ids(as_html(with_anchors(text)))


@pytest.mark.parametrize(("words", "anchor"), READABLE.items())
def test_an_anchor_is_made_of_the_words(words: str, anchor: str) -> None:
    assert built(f"## {words}\n\nTexte.") == [anchor]
    assert anchors(with_anchors(f"## {words}")) == {anchor}


@pytest.mark.parametrize("place", PLACES)
def test_a_heading_has_an_anchor_wherever_it_stands_and_shows_nothing_of_it(place: str) -> None:
    text = with_anchors(PLACES[place])
    tree, faults = dom.read(as_html(text))
    assert faults == []
    assert built(PLACES[place]) == ["titre"]
    assert anchors(text) == {"titre"}
    assert "{" not in tree.text


@pytest.mark.parametrize("text", LITERAL.values(), ids=LITERAL)
def test_what_is_no_heading_is_left_as_it_is(text: str) -> None:
    assert with_anchors(text) == text
    assert anchors(text) == frozenset()


@pytest.mark.parametrize("level", range(1, 7))
def test_every_level_has_anchors(level: int) -> None:
    assert with_anchors(f"{'#' * level} Titre") == f"{'#' * level} Titre {{ #titre }}"


def test_a_class_is_kept_beside_the_anchor() -> None:
    heading = dom.read(as_html(with_anchors("## Titre {: .grand }")))[0].all("h2")[0]
    assert heading.attributes == {"class": "grand", "id": "titre"}


def test_repeated_headings_are_numbered() -> None:
    assert built("## Un\n\n## Un\n\n### Un\n\n## Deux") == ["un", "un-2", "un-3", "deux"]


def test_a_number_that_is_taken_is_left_to_its_heading() -> None:
    assert built("## Un\n\n## Un 2\n\n## Un\n\n## Un") == ["un", "un-2", "un-3", "un-4"]


@pytest.mark.parametrize("own", ["{ #deliberation }", "{#deliberation}", "{: #deliberation .grand }"])
def test_an_own_anchor_is_kept_and_not_given_twice(own: str) -> None:
    text = f"## Délibération\n\n## Faut-il voter ? {own}"
    assert built(text) == ["deliberation-2", "deliberation"]
    assert f"## Faut-il voter ? {own}" in with_anchors(text)


def test_an_anchor_of_a_component_is_not_given_twice() -> None:
    assert with_anchors('<p id="un">a</p>\n\n## Un') == '<p id="un">a</p>\n\n## Un { #un-2 }'


def test_adding_anchors_again_changes_nothing() -> None:
    once = with_anchors("# Un\n\n## Un\n\nDeux\n----\n\n- ## Trois")
    assert with_anchors(once) == once


def test_the_headings_of_components_have_anchors_too(catalogue: Catalogue) -> None:
    text = '## Une mairie\n\n<Grid>\n\n<Card title="Une mairie">\n\nTexte.\n\n### Dedans\n\n</Card>\n\n</Grid>'
    assert built(expand(text, On(catalogue, PAGE))) == ["une-mairie", "une-mairie-2", "dedans"]


def test_a_component_in_a_heading_gives_its_words_to_the_anchor(catalogue: Catalogue) -> None:
    drawn = expand('## Comptez <Fact id="delai-exemple" />', On(catalogue, PAGE))
    assert built(drawn) == ["comptez-12-345-jours-source-exemple-aout-2026"]


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ('<section id="la-liste">', "la-liste"),
        ("<a id='la-liste'></a>", "la-liste"),
        ("/// html | div#la-liste.grand", "la-liste"),
        ("Un paragraphe.\n{: #la-liste }", "la-liste"),
        ("> ## Titre { #la-liste }", "la-liste"),
    ],
)
def test_anchors_are_found_wherever_they_are_written(text: str, anchor: str) -> None:
    assert anchors(text) == {anchor}


@pytest.mark.parametrize("text", ['`<p id="x">`', '```\n<p id="x">\n```', "`{ #x }`", '<!-- <p id="x"> -->'])
def test_an_anchor_in_code_is_none(text: str) -> None:
    assert anchors(text) == frozenset()


def test_plain_words_have_no_markup() -> None:
    assert plain("**Voir** [la `liste`](a.md) &amp; *le* <b>reste</b>") == "Voir la liste & le reste"

"""What is corrected in a page without asking: its words, never its code, its addresses nor its attributes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.contents import without_contents
from guides_api.pages.corrections import (
    corrected_page,
    with_plain_attributes,
    with_typographic_apostrophes,
    without_needless_spaces,
)
from guides_api.pages.datapass_links import with_computed_addresses

GUIDE = "content/guides/x.md"
LINKS = "- [Un](#un)\n- [Deux](#deux)\n1. [Trois](#trois)\n"
PARTS = "## Un\n\n## Deux\n\n## Trois\n"
DATAPASS = "https://datapass.example.org"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l'aide d'ici", "l’aide d’ici"),
        ("**l'aide** et _l'ami_", "**l’aide** et _l’ami_"),
        ("`l'aide` et l'ami", "`l'aide` et l’ami"),
        ("```\nl'aide\n```\nl'ami", "```\nl'aide\n```\nl’ami"),
        ("    l'aide\n", "    l'aide\n"),
        ("[l'aide](l'aide.md#d'ici)", "[l’aide](l'aide.md#d'ici)"),
        ("https://exemple.fr/l'aide", "https://exemple.fr/l'aide"),
        ("<Callout title=\"l'aide\">l'ami</Callout>", '<Callout title="l\'aide">l’ami</Callout>'),
        ("<a href='x' title='y'>l'ami</a>", "<a href='x' title='y'>l’ami</a>"),
        ("<!-- l'aide -->", "<!-- l'aide -->"),
        ("## L'aide { #l'aide }", "## L’aide { #l'aide }"),
        ("[l'aide]\n\n[l'aide]: x.md", "[l'aide]\n\n[l'aide]: x.md"),
        ("5'3 'mot' rock 'n' roll", "5'3 'mot' rock 'n' roll"),
    ],
)
def test_apostrophes_of_words_are_typographic(text: str, expected: str) -> None:
    assert with_typographic_apostrophes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a \nb\t\n", "a\nb\n"),
        ("a  \nb", "a  \nb"),
        ("a  \n\nb  ", "a\n\nb"),
        ("## a  \nb", "## a\nb"),
        ("| a |  \n| b |", "| a |\n| b |"),
        ("a\n   \nb", "a\n\nb"),
        ("```\na  \n  \n```\n", "```\na  \n  \n```\n"),
        ("`a ` \n", "`a `\n"),
    ],
)
def test_spaces_that_end_a_line_go_but_for_those_that_break_it(text: str, expected: str) -> None:
    assert without_needless_spaces(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<Fact id="a-b\u00a0" />', '<Fact id="a-b" />'),
        ('<Fact\n  id=" a-\u00a0b"\n/>', '<Fact\n  id="a-b"\n/>'),
        ('<Callout title="Deux\u00a0mots ">', '<Callout title="Deux\u00a0mots">'),
        ('`<Fact id="a " />`', '`<Fact id="a " />`'),
        ('<a title=" a ">', '<a title=" a ">'),
    ],
)
def test_values_of_attributes_have_no_space_around_them(text: str, expected: str) -> None:
    assert with_plain_attributes(text) == expected


@pytest.mark.parametrize(
    "opening",
    [
        "",
        "\n",
        "## Sommaire\n\n",
        "## Sommaire\n",
        "**Table des matières**\n\n",
        "Sur cette page :\n\n",
        "# Plan {#p}\n",
    ],
)
def test_a_table_of_contents_at_the_top_goes_with_its_title(opening: str) -> None:
    assert without_contents(f"{opening}{LINKS}\n{PARTS}").lstrip("\n") == PARTS


def test_a_table_of_contents_that_a_title_announces_goes_wherever_it_is() -> None:
    assert without_contents(f"Un mot.\n\n## Sommaire\n\n{LINKS}\n{PARTS}") == f"Un mot.\n\n{PARTS}"


@pytest.mark.parametrize(
    "text",
    [
        f"Trois parties.\n\n{LINKS}\n{PARTS}",
        f"## Pour aller plus loin\n\n{LINKS}\n{PARTS}",
        f"- [Un](#un)\n- [Deux](#deux)\n\n{PARTS}",
        f"- [Un](#un) et un mot\n- [Deux](#deux)\n- [Trois](#trois)\n\n{PARTS}",
        f"- [Un](un.md)\n- [Deux](deux.md)\n- [Trois](trois.md)\n\n{PARTS}",
        f"```\n{LINKS}```\n\n{PARTS}",
        f"## Sommaire\n\n{LINKS}\n{PARTS}\nRetour au [sommaire](#sommaire).\n",
    ],
    ids=["words", "other title", "two links", "words among links", "other pages", "code", "title linked to"],
)
def test_a_list_that_may_be_something_else_stays(text: str) -> None:
    assert without_contents(text) == text


@pytest.mark.parametrize(
    ("address", "own"),
    [
        (f"{DATAPASS}/formulaires/bouquet-exemple-aide/demande/nouveau", ""),
        (f"{DATAPASS}/formulaires/bouquet-exemple-aide", "aide-exemple"),
        (f"{DATAPASS}/demandes/bouquet-exemple/nouveau?use_case=aide_exemple", ""),
        ("https://datapass.api.gouv.fr/bouquet-exemple?demarche=aide-exemple", "aide-exemple"),
        ("http://staging.datapass.api.gouv.fr/bouquet-exemple?demarche=aide_exemple", ""),
        (f"{DATAPASS}/demandes/bouquet-exemple/nouveau", "aide-exemple"),
    ],
)
def test_a_link_to_a_known_form_is_computed(address: str, own: str, catalogue: Catalogue) -> None:
    computed = '<DataPass use_case="aide-exemple">Remplir une demande</DataPass>'
    for before, after in (("", ""), ("\n", "\n"), ("Un mot.\n\n", "\n\nUn autre.\n")):
        for link in (f"[Remplir une demande]({address})", f"**[Remplir une demande]({address})**"):
            assert with_computed_addresses(f"{before}{link}{after}", catalogue, own) == f"{before}{computed}{after}"


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (f"[x]({DATAPASS}/formulaires/bouquet-exemple-aide)", "autre-aide"),
        (f"[x]({DATAPASS}/formulaires/bouquet-exemple-inconnu)", "aide-exemple"),
        (f"[x]({DATAPASS}/demandes/bouquet-exemple/nouveau)", ""),
        (f"[x]({DATAPASS}/demandes/autre-bouquet/nouveau)", "aide-exemple"),
        (f"[x]({DATAPASS}/demandes/bouquet-exemple/nouveau?use_case=inconnu)", "aide-exemple"),
        (f"[x]({DATAPASS}/demandes/autre-bouquet/nouveau?use_case=aide_exemple)", ""),
        (f"[x]({DATAPASS})", "aide-exemple"),
        (f"Voir [x]({DATAPASS}/formulaires/bouquet-exemple-aide) ici.", ""),
        (f"Voir\n[x]({DATAPASS}/formulaires/bouquet-exemple-aide)\nici.", ""),
        (f"```\n\n[x]({DATAPASS}/formulaires/bouquet-exemple-aide)\n\n```", ""),
        (f"[`x`]({DATAPASS}/formulaires/bouquet-exemple-aide)", ""),
        ("[x](https://exemple.fr/formulaires/bouquet-exemple-aide)", ""),
        ("[x](https://[datapass/formulaires/bouquet-exemple-aide)", ""),
    ],
)
def test_a_link_that_could_mean_something_else_stays(text: str, own: str, catalogue: Catalogue) -> None:
    assert with_computed_addresses(text, catalogue, own) == text


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (GUIDE, "---\ntitle: L'aide \n---\nl'ami\n", "---\ntitle: L’aide\n---\nl’ami\n"),
        (GUIDE, "---\napi: [L'aide]\nuse_case: l'id\n---\n", "---\napi: [L'aide]\nuse_case: l'id\n---\n"),
        ("content/api/a/b.md", "---\ntitle: L'aide \n---\nl'ami\n", "---\ntitle: L'aide\n---\nl’ami\n"),
        (GUIDE, f"---\ntitle: X\n---\n\n{LINKS}\n{PARTS}", f"---\ntitle: X\n---\n\n{PARTS}"),
        (GUIDE, "Sans en-tête d'abord", "Sans en-tête d’abord\n"),
        (GUIDE, "---\ntitle: L'aide\n", "---\ntitle: L’aide\n"),
        (GUIDE, "", ""),
    ],
)
def test_a_header_is_data_and_a_body_prose(path: str, text: str, expected: str, catalogue: Catalogue) -> None:
    assert corrected_page(text, path, catalogue)[0] == expected


def test_a_second_run_changes_nothing(catalogue: Catalogue) -> None:
    @given(st.text(alphabet="ab' -\n\t#*[](`)<>:\u00a0\r", max_size=60))
    def twice(text: str) -> None:
        for whole in (text, f"---\ntitle: a\n---\n{text}"):
            once, _ = corrected_page(whole, GUIDE, catalogue)
            assert corrected_page(once, GUIDE, catalogue) == (once, ())

    twice()

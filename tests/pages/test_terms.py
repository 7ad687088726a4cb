"""The glossary's terms in a page: explained once, where a sentence uses them, and nowhere that it would break."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import dom
from tests.pages.drawn import PAGE, as_html

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.vocabulary import Term
from guides_api.pages.components import COMPONENTS, On
from guides_api.pages.expand import expand
from guides_api.pages.page import SitePage
from guides_api.pages.templating import Words
from guides_api.pages.terms import explained
from guides_api.pages.typography import typographic

# What is written, and what is explained: « ⟦…⟧ » is a button, « ⟨…⟩ » is kept on one line.
TABLE = {
    "Le SXM et le SXM.": "Le ⟦SXM⟧ et le SXM.",
    "Un SXM.\n\nDeux SXM.": "Un ⟨⟦SXM⟧.⟩\n\nDeux SXM.",
    "Aide locale et aide locale": "⟦Aide locale⟧ et aide locale",
    "une aide locale": "une ⟦aide locale⟧",
    "des aides locales, une aide locale": "des ⟨⟦aides locales⟧,⟩ une aide locale",
    "une aide\u00a0locale": "une ⟦aide\u00a0locale⟧",
    "Élu": "⟦Élu⟧",
    "un élu": "un ⟦élu⟧",
    "SXM Plus et SXM": "⟦SXM Plus⟧ et ⟦SXM⟧",
    "SXM et SXM Plus": "⟦SXM⟧ et ⟦SXM Plus⟧",
    "SXM Plus, SXM Plus": "⟨⟦SXM Plus⟧,⟩ SXM Plus",
    "le centre d’essai": "le ⟦centre d’essai⟧",
    "le centre d'essai": "le ⟦centre d'essai⟧",
    "(SXM)": "⟨(⟦SXM⟧)⟩",
    "(SXM).": "⟨(⟦SXM⟧).⟩",
    "(SXM, aide)": "⟨(⟦SXM⟧,⟩ aide)",
    "SXM, a": "⟨⟦SXM⟧,⟩ a",
    "SXM : a": "⟦SXM⟧ : a",
    "« SXM »": "« ⟦SXM⟧ »",
    "SXM/DEF": "⟦SXM⟧/DEF",
    "**SXM**": "**⟦SXM⟧**",
    "*SXM*.": "*⟦SXM⟧*.",
    "<b>SXM</b>": "<b>⟦SXM⟧</b>",
    '<p title="SXM">SXM</p>': '<p title="SXM">⟦SXM⟧</p>',
    "## SXM\n\nSXM": "## SXM\n\n⟦SXM⟧",
    "[SXM](a.md) SXM": "[SXM](a.md) ⟦SXM⟧",
    "SXM [SXM](a.md)": "⟦SXM⟧ [SXM](a.md)",
    "`SXM` SXM": "`SXM` ⟦SXM⟧",
    "- a\n- SXM": "- a\n- ⟦SXM⟧",
    "> SXM": "> ⟦SXM⟧",
    "a[^1]\n\n[^1]: SXM": "a[^1]\n\n[^1]: ⟦SXM⟧",
    "A\n:   SXM": "A\n:   ⟦SXM⟧",
    "[SXM]": "[⟦SXM⟧]",
    "/// html | div.grille\nSXM\n///": "/// html | div.grille\n⟦SXM⟧\n///",
    "/// html | p.note\nSXM\n///\n\nSXM": "/// html | p.note\nSXM\n///\n\n⟦SXM⟧",
    "/// html | p.a\n\n//// html | div\nSXM\n////\n\nSXM\n\n///\n\nSXM": (
        "/// html | p.a\n\n//// html | div\nSXM\n////\n\nSXM\n\n///\n\n⟦SXM⟧"
    ),
    "> /// html | p.a\n> SXM\n> ///\n>\n> SXM": "> /// html | p.a\n> SXM\n> ///\n>\n> ⟦SXM⟧",
    '<Callout title="SXM">\n\nSXM\n\n</Callout>': '<Callout title="SXM">\n\n⟦SXM⟧\n\n</Callout>',
    "///\n\nSXM": "///\n\n⟦SXM⟧",
}
# Names with signs that patterns know, or that are spelt in two ways: what is written, and the words explained.
ODD_NAMES = {
    "^sigle": ("un ^sigle, un asigle", ["^sigle"]),
    "[sigle": ("un [sigle", ["[sigle"]),
    "]sigle": ("un ]sigle", ["]sigle"]),
    "-sigle": ("un -sigle", ["-sigle"]),
    ".*": ("un mot", []),
    "d'essai": ("L’aide d'essai", ["d'essai"]),
    "deux  espaces": ("Deux espaces", ["Deux espaces"]),
    "ßigle": ("un ßigle, un Sigle", ["ßigle"]),
    "ǅigle": ("un ǆigle", ["ǆigle"]),
}
UNTOUCHED = [
    "",
    "Sans terme.",
    "sxm",
    "sXM",
    "aIDE locale",
    "AIDE LOCALE",
    "aide  locale",
    "aidelocale",
    "ordinaire",
    "sigle exemple",
    "SXMa",
    "aSXM",
    "SXM1",
    "SXM_a",
    "SXM-a",
    "a-SXM",
    "l’SXM",
    "l'SXM",
    "# SXM",
    "###### SXM",
    "> ## SXM",
    "- ## SXM",
    "1. ## SXM",
    "SXM\n---",
    "SXM\n===",
    "SXM { #sxm }\n---",
    "[SXM](a.md)",
    "[le SXM d’ici](a.md)",
    "[voir\nle SXM](a.md)",
    "[voir [le SXM] d’ici](a.md)",
    "[`a` SXM](a.md)",
    "[SXM][a]\n\n[a]: a.md",
    "[SXM][]\n\n[SXM]: a.md",
    "[SXM]\n\n[SXM]: a.md",
    "[a](SXM.md)",
    '[a](a.md "SXM")',
    "![SXM](a.svg)",
    "![un\nSXM](a.svg)",
    "[![SXM](a.svg)](a.md)",
    "a[^SXM]\n\n[^SXM]: b",
    "<a href='a'>SXM</a>",
    "<a\nhref='a'>\nle SXM\n</a>",
    "<button>SXM</button>",
    "<summary>SXM</summary>",
    "<h2>le SXM</h2>",
    "<h6>le SXM</h6>",
    "<dt>SXM</dt>",
    "<th>SXM</th>",
    "| SXM |\n|---|\n| SXM |",
    "SXM | a\n---|---\nSXM | a",
    "`SXM`",
    "```\nSXM\n```",
    "    SXM",
    "<!-- SXM -->",
    "<code>SXM</code>",
    "<pre>SXM</pre>",
    '<p title="SXM"></p>',
    "<svg><text>SXM</text></svg>",
    "https://a.fr/SXM",
    "<https://a.fr/SXM>",
    "a { #SXM }",
    "/// html | div.SXM\n///",
    "/// html | p.note\nSXM\n\n## a\n///",
    "//// html | p.note\nSXM\n////",
    '<Contact bundle="bouquet-exemple">le SXM</Contact>',
    '<DataPass use_case="aide-exemple">\nDemander le SXM\n</DataPass>',
    "<details>\n<summary>Le SXM</summary>\n</details>",
]
EXPLAINED = ["Un SXM.", "(SXM Plus)", "**Aide locale**", "- un élu,", "> le centre d’essai"]
NOT = [text for text in UNTOUCHED if text and "\n---" not in text and "\n===" not in text]


def term(identifier: str, name: str, **others: object) -> Term:
    values = {"definition": f"Définition de {identifier}.", "source": "source-exemple", "checked_on": date(2026, 8, 31)}
    return Term.model_validate({"id": identifier, "name": name, **values, **others})


TERMS = (
    term("sxm", "SXM", full="sigle exemple", definition="Un sigle & un exemple : l'un."),
    term("sxm-plus", "SXM Plus"),
    term("aide-locale", "aide locale", variants=("aides locales",)),
    term("elu", "élu"),
    term("centre", "centre d’essai"),
    term("ordinaire", "ordinaire", marked=False),
)


@pytest.fixture(scope="module")
def on(catalogue: Catalogue) -> On:
    return On(replace(catalogue, glossary=MappingProxyType({item.id: item for item in TERMS})), PAGE)


def cut(text: str) -> tuple[str, str]:
    """Return a page's text, in signs, and its cards."""
    before, _, cards = text.partition('\n\n<div class="terms"')
    buttons = re.sub(
        r'<button type="button" class="term" popovertarget="terme_[\w-]+">([^<]*)</button>', r"⟦\1⟧", before
    )
    return re.sub(r'<span class="term-wrap">(.*?)</span>', r"⟨\1⟩", buttons), cards


@pytest.mark.parametrize(("written", "expected"), TABLE.items())
def test_a_term_is_explained_where_it_first_stands_in_a_sentence(written: str, expected: str, on: On) -> None:
    text, cards = cut(explained(written, on))
    assert text == expected
    assert cards.count('class="term-card"') == expected.count("⟦")


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_name_is_words_and_no_pattern(name: str, on: On) -> None:
    written, expected = ODD_NAMES[name]
    odd = replace(on, catalogue=replace(on.catalogue, glossary=MappingProxyType({"odd": term("odd", name)})))
    assert re.findall("⟦(.*?)⟧", cut(explained(written, odd))[0]) == expected


@pytest.mark.parametrize("text", UNTOUCHED)
def test_a_term_is_explained_nowhere_else(text: str, on: On) -> None:
    assert explained(text, on) == text


@pytest.mark.parametrize("text", [*TABLE, *UNTOUCHED])
def test_explaining_adds_no_word_among_those_written(text: str, on: On) -> None:
    assert re.sub("[⟦⟧⟨⟩]", "", cut(explained(text, on))[0]) == text


@given(st.lists(st.sampled_from([*EXPLAINED, *NOT, "SXM", "SXM Plus", "aides locales"]), max_size=8))
def test_each_term_is_explained_once_at_most(on: On, pieces: list[str]) -> None:
    text = "\n\n".join(pieces)
    page = explained(text, on)
    targets = re.findall(r'popovertarget="([^"]*)"', page)
    assert len(set(targets)) == len(targets)
    assert targets == re.findall(r'class="term-card" id="([^"]*)" popover', page)
    assert re.sub("[⟦⟧⟨⟩]", "", cut(page)[0]) == text


@given(st.lists(st.sampled_from(NOT), max_size=5))
def test_what_explains_nothing_before_leaves_the_next_sentence_its_term(on: On, pieces: list[str]) -> None:
    before = "\n\n".join(pieces)
    last = "\n\nUn ⟦SXM⟧ ici"
    assert cut(explained(f"{before}\n\nUn SXM ici", on))[0] == before + last


def test_a_button_opens_the_card_of_its_term(on: On) -> None:
    tree, faults = dom.read(as_html(typographic(explained("Le SXM et des aides locales.", on))))
    assert faults == []
    buttons = {item.text: item.attributes for item in tree.all("button")}
    assert {words: attributes["popovertarget"] for words, attributes in buttons.items()} == {
        "SXM": "terme_sxm",
        "aides locales": "terme_aide-locale",
    }
    assert {attributes["type"] for attributes in buttons.values()} == {"button"}  # it sends no form
    cards = {item.attributes["id"]: item for item in tree.all("div") if "popover" in item.attributes}
    assert {name: " ".join(card.text.split()) for name, card in cards.items()} == {
        "terme_sxm": "SXM, sigle exemple Un sigle & un exemple : l’un.",
        "terme_aide-locale": "aide locale Définition de aide-locale.",
    }


def test_the_cards_stand_after_the_text_out_of_the_search(on: On) -> None:
    tree, _ = dom.read(as_html(explained("Un SXM.\n\n- une liste", on)))
    (cards,) = (item for item in tree.all("div") if item.attributes.get("class") == "terms")
    assert "data-search-exclude" in cards.attributes
    assert tree.text.index("une liste") < tree.text.index("Un sigle &")
    assert "Un sigle &" not in tree.all("ul")[0].text


def test_a_card_links_to_the_glossary_where_there_is_one(on: On) -> None:
    assert "<a " not in explained("Un SXM.", on)
    pages = MappingProxyType({**on.catalogue.pages, "glossaire.md": on.catalogue.pages["index.md"]})
    with_glossary = On(replace(on.catalogue, pages=pages), PAGE)
    (link,) = dom.read(explained("Un SXM.", with_glossary))[0].all("a")
    assert link.attributes["href"] == "../../glossaire/#sxm"
    assert link.text.strip() == "« SXM » dans le glossaire"


def test_without_a_term_to_explain_a_page_is_left_as_it_is(on: On) -> None:
    for terms in ([], [item for item in TERMS if not item.marked]):
        none = On(replace(on.catalogue, glossary=MappingProxyType({item.id: item for item in terms})), PAGE)
        assert explained("Un SXM, un mot ordinaire.\n", none) == "Un SXM, un mot ordinaire.\n"


def test_a_definition_is_no_markup(on: On) -> None:
    unkind = term("x", "SXM", definition="Un *sigle* & “un” autre.")
    page = as_html(explained("Un SXM.", On(replace(on.catalogue, glossary=MappingProxyType({"x": unkind})), PAGE)))
    assert "Un *sigle* &amp; “un” autre." in page


@pytest.mark.parametrize("name", COMPONENTS)
def test_what_a_component_draws_is_not_explained(name: str, catalogue: Catalogue) -> None:
    example = COMPONENTS[name].example.strip()
    drawn = dom.read(as_html(expand(example, On(catalogue, PAGE))))[0].text
    own = {
        word
        for word in re.findall(r"(?<![\w’'-])[a-zA-ZÀ-ÿ]{4,}(?![\w-])", drawn)
        if word.casefold() not in example.casefold()
    }
    terms = {f"mot-{rank}": term(f"mot-{rank}", word) for rank, word in enumerate(sorted(own))}
    page = SitePage(PAGE, "Un titre", "Une phrase.", "prose", "", {"title": "", "tagline": "", "body": Words(example)})
    on = replace(catalogue, glossary=MappingProxyType(terms))
    assert replace(page, explains=True).markdown(on) == page.markdown(on)

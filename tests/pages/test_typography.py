"""French typography: what is set, and all that must be left as it was written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pages.drawn import PAGE, as_html

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.components import COMPONENTS, On
from guides_api.pages.expand import expand
from guides_api.pages.typography import typographic, typographic_words

# What is written, and what is printed: « ~ » is a no-break space, « ¦ » a narrow one.
SET = {
    "« mot »": "«~mot~»",
    "«mot»": "«~mot~»",
    "«Non!»": "«~Non¦!~»",
    "«~mot~»": "«~mot~»",
    "«¦mot¦»": "«~mot~»",
    "«  mot  »": "«~mot~»",
    "« Non ! »": "«~Non¦!~»",
    "« Non! »": "«~Non¦!~»",
    "« **mot** », « *mot* »": "«~**mot**~», «~*mot*~»",
    "« `mot` » et « [mot](a.md) »": "«~`mot`~» et «~[mot](a.md)~»",
    "**« mot »** (« mot »).": "**«~mot~»** («~mot~»).",
    "Avant : après": "Avant~: après",
    "Avant :": "Avant~:",
    "Avant :\n- après": "Avant~:\n- après",
    "Avant~: après": "Avant~: après",
    "Avant¦: après": "Avant~: après",
    "Avant  : après": "Avant~: après",
    "**Avant :** après": "**Avant~:** après",
    "[Avant](a.md) : après": "[Avant](a.md)~: après",
    "`avant` : après": "`avant`~: après",
    "<b>Avant</b> : après": "<b>Avant</b>~: après",
    "À 12 : 30": "À 12~: 30",
    "Un ; deux": "Un¦; deux",
    "Un~; deux": "Un¦; deux",
    "Un  ; deux": "Un¦; deux",
    "`un` ; deux": "`un`¦; deux",
    "Oui !": "Oui¦!",
    "Oui!": "Oui¦!",
    "Oui ?": "Oui¦?",
    "Oui?": "Oui¦?",
    "Oui ?!": "Oui¦?!",
    "Oui?!": "Oui¦?!",
    "Oui !!!": "Oui¦!!!",
    "**Oui !**": "**Oui¦!**",
    "(oui?)": "(oui¦?)",
    "*oui?*": "*oui¦?*",
    "En 2026 ?": "En 2026¦?",
    "Où ? Là !\nOui !": "Où¦? Là¦!\nOui¦!",
    "10 %": "10¦%",
    "10~%": "10¦%",
    "3 €/mois": "3¦€/mois",
    "1 000 €": "1 000¦€",
    "l'eau": "l’eau",
    "L'État d'aujourd'hui": "L’État d’aujourd’hui",
    "qu'`un`, c'**est**": "qu'`un`, c'**est**",
    "l&#39;eau": "l’eau",
    "l’eau": "l’eau",
    "art. L114-8": "art.~L114-8",
    "art. R114-8, art. D3, art. 12": "art.~R114-8, art.~D3, art.~12",
    "n° 5": "n°~5",
    "## L'eau : bonne ?": "## L’eau~: bonne¦?",
    "## L'eau ! { #l-eau }": "## L’eau¦! { #l-eau }",
    "- l'eau : a ;\n- l'air : b.": "- l’eau~: a¦;\n- l’air~: b.",
    "> l'eau ; l'air": "> l’eau¦; l’air",
    "| l'eau | a : |\n|---|---|\n| oui ! | 5 % |": "| l’eau | a~: |\n|---|---|\n| oui¦! | 5¦% |",
    "L'eau\n:   l'air : pur": "L’eau\n:   l’air~: pur",
    "Un[^1] : deux\n\n[^1]: l'eau ; l'air": "Un[^1]~: deux\n\n[^1]: l’eau¦; l’air",
    "Un [l'eau](l'eau.md) !": "Un [l’eau](l'eau.md)¦!",
    "[l'eau](a.md \"l'eau : a\") ; b": '[l’eau](a.md "l\'eau : a")¦; b',
    "[l'eau][l'eau] ; b\n\n[l'eau]: l'eau.md": "[l’eau][l'eau]¦; b\n\n[l'eau]: l'eau.md",
    "![l'eau](l'eau.svg)": "![l’eau](l'eau.svg)",
    "<p title=\"l'eau : a\">l'eau : a</p>": '<p title="l\'eau : a">l’eau~: a</p>',
    "/// html | p.l'eau\nl'eau : a\n///": "/// html | p.l'eau\nl’eau~: a\n///",
    "l'eau `l'eau` l'eau": "l’eau `l'eau` l’eau",
    "l'eau\n\n```\nl'eau : a\n```\n\nl'eau": "l’eau\n\n```\nl'eau : a\n```\n\nl’eau",
    "Voir https://a.fr/l'eau ; b": "Voir https://a.fr/l'eau¦; b",
    "<https://a.fr/l'eau> l'eau <https://a.fr/l'eau>": "<https://a.fr/l'eau> l’eau <https://a.fr/l'eau>",
}
UNTOUCHED = [
    "",
    " ",
    "mot",
    "l'",
    "'mot'",
    "« ",
    "«\nmot",
    "Avant: après",
    "Un; deux",
    "12:30",
    "a:b",
    "a::b",
    "x!=y",
    "a != b",
    "a :: b",
    "a :-) b",
    "a ?page=2",
    "a ?&b",
    "a ?/b",
    "| ! | ; |",
    "10% à 20%",
    "a % b",
    "12?",
    ":::",
    "Voir :material-check: ici",
    "a ://b",
    "Voir ![image](a.svg)",
    "mot![image](a.svg)",
    "art. premier",
    "n° a",
    "part. 5",
    "    code : l'eau !",
    "`l'eau : a ; b !`",
    "``l'eau ` : a``",
    "```yaml\nl'eau : a\n```",
    "- ```\n  l'eau : a\n  ```",
    "<!-- l'eau : a ! -->",
    "<code>l'eau : a</code>",
    "<pre>l'eau : a</pre>",
    "<script>l'eau : a</script>",
    "<style>a : l'eau ;</style>",
    '<p title="l\'eau : a"></p>',
    '<p title="`a` l\'eau"></p>',
    '<p\n  title="l\'eau : a ; b !">',
    "<svg><text>l'eau : a !</text></svg>",
    "<svg><!-- a --><text>l'eau : a !</text></svg>",
    "<https://a.fr/l'eau>",
    "https://a.fr/l'eau",
    "[a](l'eau.md)",
    "[a](<l'eau : a.md>)",
    '[a](b.md "l\'eau : a")',
    "[a](b_(l'eau).md)",
    "[a][l'eau]",
    "[l'eau]: a.md \"l'eau : b\"",
    "> [l'eau]: a.md",
    "[l'eau][]\n\n[l'eau]: a.md",
    "[l'eau]\n\n[l'eau]: a.md",
    "a[^l'eau]\n\n[^l'eau]: b",
    "a {: .l'eau }",
    "a { #l'eau }",
    'a {: title="l\'eau : a" }',
    'a { title="l\'eau" }',
    "|:--|--:|:-:|\n",
    "a | b\n:-- | --:",
    "| a | : |",
    "a\n:   b",
    "> a\n> :   b",
    '/// html | p.l\'eau\n    markdown: l\'eau : a\n    attrs: {"title": "l\'eau : a"}\n\n///',
    "a &nbsp; b &eacute; c &#233; d &#xE9; e",
    "a &amp; b",
    "a &lt;",
    '<Fact id="l\'eau : a" />',
]
# Each stands between words that are set, and must come out as it went in.
KEPT = [
    "`l'eau : a ; b ! 5 %`",
    "``l'eau ` « a »``",
    "<!-- l'eau : a ! -->",
    "<code>l'eau : a !</code>",
    "](l'eau.md)",
    '](a.md "l\'eau : a !")',
    "][l'eau]",
    "<https://a.fr/l'eau>",
    "https://a.fr/l'eau!",
    '<img alt="l\'eau : a !">',
    "<svg><text>l'eau : a !</text></svg>",
    "{: .l'eau }",
    "&nbsp;",
    "\n\n```\nl'eau : a !\n```\n\n",
    "\n\n~~~\nl'eau : a !\n~~~\n\n",
    "\n\n[l'eau]: a.md\n\n",
    "\n\n/// html | p.l'eau\n\n",
    "\n\n|:--|:-:|\n\n",
]
WORDS = ["l'eau", "« mot »", "oui !", "a : b", "[c", "5 %", "fin."]


def printed(text: str) -> str:
    return text.replace("~", "\u00a0").replace("¦", "\u202f")


def plain(text: str) -> str:
    """Return a text without what typography may change."""
    return re.sub("[ \u00a0\u202f]", "", text.replace("&#39;", "'").replace("’", "'"))


@pytest.mark.parametrize(("written", "expected"), SET.items())
def test_words_are_set_as_the_french_do(written: str, expected: str) -> None:
    assert typographic(printed(written)) == printed(expected)


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_is_no_word_is_left_as_it_is(text: str) -> None:
    assert typographic(text) == text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("API : l'accès", "API~: l’accès"),
        ("L'essentiel ? « Oui » !", "L’essentiel¦? «~Oui~»¦!"),
        ("l'eau `d'ici` <d'ici>", "l’eau `d’ici` <d’ici>"),
        ("Déjà~: 5 %", "Déjà~: 5¦%"),
        ("", ""),
    ],
)
def test_a_title_has_no_markup_to_spare(written: str, expected: str) -> None:
    assert typographic_words(printed(written)) == printed(expected)


@pytest.mark.parametrize("text", [*SET, *UNTOUCHED])
def test_setting_again_changes_nothing(text: str) -> None:
    once = typographic(printed(text))
    assert typographic(once) == once
    words = typographic_words(printed(text))
    assert typographic_words(words) == words


@given(st.text(alphabet="aé1L «»:;!?%€'’\n`[]()#|<>&./*-\u00a0\u202f", max_size=40))
def test_whatever_is_typed_setting_again_changes_nothing(text: str) -> None:
    once = typographic_words(text)
    assert typographic_words(once) == once


@given(st.text(alphabet="aé1L «»:;!?%€'’\n`[](){}#|<>&39.,/_*=-~\u00a0\u202f", max_size=60))
def test_whatever_is_typed_no_word_changes(text: str) -> None:
    assert plain(typographic(text)) == plain(text)
    assert plain(typographic_words(text)) == plain(text)


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(KEPT)), max_size=6))
def test_code_and_addresses_are_kept_wherever_they_stand(pieces: list[tuple[str, str]]) -> None:
    text = " ".join(f"{words} {kept}" for words, kept in pieces)
    expected = " ".join(f"{typographic(words)} {kept}" for words, kept in pieces)
    closing = re.compile("[ \u00a0\u202f]+")  # the spaces on both sides are the neighbours' affair
    assert closing.sub(" ", typographic(text)) == closing.sub(" ", expected)


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_keeps_its_markup(name: str, catalogue: Catalogue) -> None:
    text = expand(COMPONENTS[name].example.strip(), On(catalogue, PAGE))
    before, after = (re.findall(r"<[a-zA-Z/][^>]*>", as_html(version)) for version in (text, typographic(text)))
    assert before == after

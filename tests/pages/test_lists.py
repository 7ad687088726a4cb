"""Lists, code and tables as people write them for GitHub, and as Python-Markdown must get them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import dom
from tests.pages.drawn import as_html, bare

from guides_api.catalogue.models import Api
from guides_api.catalogue.written import Page
from guides_api.pages.lists import with_lists
from guides_api.pages.project import Project

GOLDEN = sorted((Path(__file__).parents[1] / "golden" / "lists").glob("*.md"))
# What is written, and the tags and words that a reader gets: « [ » opens a list, « 1[ » an ordered one, « | » a new
# item, « ¶ » a paragraph, « {…} » code.
TABLE = {
    "Avant :\n- a\n- b": "¶Avant :[|a|b]",
    "Avant :\n* a\n* b": "¶Avant :[|a|b]",
    "Avant :\n1. a\n2. b": "¶Avant :1[|a|b]",
    "Avant :\n1) a\n2) b": "¶Avant :1[|a|b]",
    "## Avant\n- a\n- b": "Avant[|a|b]",
    "- a\n  - b\n  - c\n- d": "[|a[|b|c]|d]",
    "- a\n   - b\n   - c\n- d": "[|a[|b|c]|d]",
    "- a\n    - b\n    - c\n- d": "[|a[|b|c]|d]",
    "- a\n  - b\n    - c\n- d": "[|a[|b[|c]]|d]",
    "1. a\n   - b\n   - c\n2. d": "1[|a[|b|c]|d]",
    "1. a\n  - b\n2. c": "1[|a[|b]|c]",
    "1. a\n   1. b\n   2. c\n2. d": "1[|a1[|b|c]|d]",
    "1. a\n   1. b\n      - c\n   2. d\n2. e": "1[|a1[|b[|c]|d]|e]",
    "- a\n  1. b\n  2. c\n- d": "[|a1[|b|c]|d]",
    "10. a\n    - b\n11. c": "1[|a[|b]|c]",
    "-   a\n    - b\n-   c": "[|a[|b]|c]",
    " - a\n - b": "[|a|b]",
    "- a\n    - b\n  - c\n- d": "[|a[|b|c]|d]",
    "- a\n- b\n1. c\n2. d": "[|a|b]1[|c|d]",
    "1. a\n2. b\n- c": "1[|a|b][|c]",
    "- a\n\n  b\n\n- c": "[|¶a¶b|¶c]",
    "1. a\n\n   b\n2. c": "1[|¶a¶b|¶c]",
    "- a\n\n  b :\n  - c\n  - d\n- e": "[|¶a¶b :[|c|d]|¶e]",
    "- a\n\n  - b\n- c": "[|¶a[|b]|¶c]",
    "- a\nb\n- c": "[|a b|c]",
    "- a\n  b\n- c": "[|a b|c]",
    "- a\n\nb": "[|a]¶b",
    "- a\n  - b\n\nc": "[|a[|b]]¶c",
    "- a\n\n---\n\nb": "[|a]¶b",
    "Avant\n- a `b\n  c` d\n- e": "¶Avant[|a b c d|e]",
    "Avant\n- a <code>b</code>\n- c": "¶Avant[|a b|c]",
    "Avant\n- a <!-- b -->\n- c": "¶Avant[|a|c]",
    "> Avant :\n> - a\n>   - b\n> - c": "¶Avant :[|a[|b]|c]",
    "- a\n\n  > Avant :\n  > - b\n\n- c": "[|¶a¶Avant :[|b]|¶c]",
    "- a\n  ```\n  b\n  ```\n- c": "[|¶a{b}|¶c]",
    "- a\n\n  ```yaml\n  b:\n    - c\n  ```\n\n- d": "[|¶a{b: - c}|¶d]",
    "1. a\n   ~~~\n   b\n   ~~~\n   c\n2. d": "1[|¶a{b}¶c|¶d]",
    "- a\n  - b\n    ```\n    c\n    ```\n- d": "[|¶a[|¶b{c}]|¶d]",
    "- a\n\n      b\n\n- c": "[|¶a{b}|¶c]",
    "Avant\n```\n- a\n```\nAprès": "¶Avant{- a}¶Après",
    "> ```\n> - a\n> ```\n> Après": "{- a}¶Après",
    "```\n> - a\n>   - b\n```": "{> - a > - b}",
    "Avant\n| a | b |\n|---|---|\n| c | d |": "¶Avant(a b c d)",
    "- a\n\n  | b | c |\n  |---|---|\n  | d | e |\n\n- f": "[|¶a(b c d e)|¶f]",
}
UNCHANGED = [
    "",
    "Un paragraphe\nsur deux lignes.",
    "- a\n- b\n",
    "- a\n    - b\n\n- c",
    "1. a\n\n    b\n\n2. c",
    "En tout,\n17. fois oui,\n18. fois non.",
    "a\n\n    - b\n    - c",
    "```\nAvant\n- a\n  - b\n```",
    "<!--\nAvant\n- a\n  - b\n-->",
    "```\n> Avant\n> - a\n>   - b\n```",
    "**a** b\n*c* d",
    "- - -\n\n* * *",
    "a\n\\- b",
    "a - b\n-5 degrés",
    "> a\n> b",
    "| a |\n|---|\n| b |",
    "a | b\nc | d",
    "Titre\n---\na | b",
    "- a\n\t- b\n- c",
]


def shape(element: dom.Element) -> str:
    """Return what a reader tells apart, as the table writes it."""
    below = "".join(child if isinstance(child, str) else shape(child) for child in element.children)
    words = " ".join(below.split())
    signs = {"ul": "[{}]", "ol": "1[{}]", "li": "|{}", "p": "¶{}", "pre": "{{{}}}", "table": "({})"}
    cell = " " if element.tag in ("th", "td") else ""
    if "headerlink" in element.attributes.get("class", ""):
        return ""
    return signs.get(element.tag, "{}").format(words if element.tag in signs else below) + cell


@pytest.mark.parametrize(("text", "expected"), TABLE.items())
def test_a_list_reads_as_it_was_meant(text: str, expected: str) -> None:
    tree, faults = dom.read(as_html(with_lists(text)))
    assert faults == []
    compact = shape(tree).replace("\n", "")
    assert "".join(compact.split(" ")) == "".join(expected.split(" "))


@pytest.mark.parametrize("text", TABLE)
def test_rewriting_a_list_again_changes_nothing(text: str) -> None:
    assert with_lists(with_lists(text)) == with_lists(text)


@pytest.mark.parametrize("text", TABLE)
def test_rewriting_a_list_loses_no_word(text: str) -> None:
    words, rewritten = (version.replace("1)", "1.").replace("2)", "2.").split() for version in (text, with_lists(text)))
    assert [word for word in rewritten if word != ">"] == [word for word in words if word != ">"]


@pytest.mark.parametrize("text", UNCHANGED)
def test_what_reads_the_same_both_ways_is_left_as_it_is(text: str) -> None:
    assert with_lists(text) == text


def test_every_page_that_people_write_is_left_as_it_is(real: Project) -> None:
    written: list[Page | Api] = list(real.catalogue.written())
    assert len(written) > 60
    assert [page.path for page in written if with_lists(page.body) != page.body] == []


@pytest.mark.parametrize("source", GOLDEN, ids=lambda path: path.stem)
def test_a_text_gives_the_html_beside_it(source: Path, rewrite_golden: bool) -> None:  # noqa: FBT001  a fixture
    html = bare(as_html(with_lists(source.read_text(encoding="utf-8"))))
    expected = source.with_suffix(".html")
    if rewrite_golden:
        expected.write_text(html, encoding="utf-8")
    assert dom.read(html)[1] == []
    assert html == expected.read_text(encoding="utf-8")

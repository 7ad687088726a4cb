"""Component tags as a tree, and what is said of those that can't be understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides_api.pages.tags import Element, Mistake, parse


def outline(elements: list[Element]) -> list[object]:
    return [(element.name, element.attributes, outline(element.children)) for element in elements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<A />", [("A", {}, [])]),
        ("<A/>", [("A", {}, [])]),
        ("<A></A>", [("A", {}, [])]),
        ('<A b="c" d=\'e "f"\' />', [("A", {"b": "c", "d": 'e "f"'}, [])]),
        ('<A b = "c"\n  d="e"\n/>', [("A", {"b": "c", "d": "e"}, [])]),
        ('<A b="c > d / e" />', [("A", {"b": "c > d / e"}, [])]),
        ('<A b="" />', [("A", {"b": ""}, [])]),
        ("<A><B /><C>x<D /></C></A><E />", [("A", {}, [("B", {}, []), ("C", {}, [("D", {}, [])])]), ("E", {}, [])]),
        ("<A>1</A><A>2</A>", [("A", {}, []), ("A", {}, [])]),
        ("<A><A /></A>", [("A", {}, [("A", {}, [])])]),
        ("<details><summary>x</summary></details>", [("details", {}, [("summary", {}, [])])]),
        ("`<A>` <B />", [("B", {}, [])]),
        ("<b>x</b> <div> a < B 3 <4 </div>", []),
        ("<https://exemple.fr>", []),
        ("x <Ab", []),
    ],
)
def test_tags_become_a_tree(text: str, expected: list[object]) -> None:
    elements, _ = parse(text)
    assert outline(elements) == expected


def test_an_element_knows_where_it_stands() -> None:
    text = 'Avant\n\n<A b="c">dedans</A> après'
    ((element,), mistakes) = parse(text)
    assert mistakes == []
    assert text[element.start : element.end] == '<A b="c">dedans</A>'
    assert text[element.inner_start : element.inner_end] == "dedans"
    assert element.line == 3
    assert not element.void


@pytest.mark.parametrize(
    ("text", "line", "rule"),
    [
        ("\n<A>", 2, "balise-non-fermee"),
        ("<A>\n\n<B>\n</A>", 3, "balise-non-fermee"),
        ("x\n\n</A>", 3, "balise-fermante-seule"),
        ("<A />\n</A>", 2, "balise-fermante-seule"),
        ('<A b="c" b="d" />', 1, "attribut-en-double"),
        ('<A\n  b="c"\n  b="d"\n/>', 3, "attribut-en-double"),
        ("\n<A b=c />", 2, "balise-mal-formee"),
        ('<A b="c />', 1, "balise-mal-formee"),
        ("<A /", 1, "balise-mal-formee"),
        ("<A b=“c” />", 1, "balise-mal-formee"),
        ('<A "b" />', 1, "balise-mal-formee"),
        ("<details>", 1, "balise-non-fermee"),
    ],
)
def test_a_tag_that_is_not_understood_is_told_at_its_line(text: str, line: int, rule: str) -> None:
    _, mistakes = parse(text)
    assert [(mistake.line, mistake.rule) for mistake in mistakes] == [(line, rule)]
    assert mistakes[0].remedy


def test_mistakes_come_in_the_order_of_their_lines() -> None:
    _, mistakes = parse("<A>\n</B>\n<C =>\n<D>")
    assert [mistake.line for mistake in mistakes] == [1, 2, 3, 4]


@given(st.text(alphabet="<>/AB ab=\"'\n`-!", max_size=60))
def test_whatever_is_typed_is_a_tree_or_a_mistake(text: str) -> None:
    elements, mistakes = parse(text)
    assert all(isinstance(mistake, Mistake) and 1 <= mistake.line <= text.count("\n") + 1 for mistake in mistakes)
    position = 0
    for element in elements:
        assert position <= element.start < element.end <= len(text)
        position = element.end

"""Dates and numbers as French writes them; values that stay plain words whatever signs they hold."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from tests import dom
from tests.pages.drawn import as_html

from guides_api.pages import templating
from guides_api.pages.templating import Words, among_words, french_date, french_number, one_line


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024", "2024"),
        ("2024-10", "octobre 2024"),
        ("2024-08", "août 2024"),
        ("2024-10-22", "22 octobre 2024"),
        ("2026-08-01", "1er août 2026"),
        ("2026-08-11", "11 août 2026"),
        ("2026-08-31", "31 août 2026"),
    ],
)
def test_a_date_reads_as_in_french(written: str, read: str) -> None:
    assert french_date(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("0", "0"),
        ("3", "3"),
        ("1000", "1\u202f000"),
        ("30000", "30\u202f000"),
        ("12000000", "12\u202f000\u202f000"),
        ("oui", "oui"),
        ("3 à 5", "3 à 5"),
        ("-5", "-5"),
        ("1,5", "1,5"),
    ],
)
def test_a_number_reads_as_in_french(written: str, read: str) -> None:
    assert french_number(written) == read


HOSTILE = (
    "*gras* **gras** _it_ __it__",
    "[lien](https://exemple.fr) ![image](a.png) [a][b] [^1]",
    "`code` ``code``",
    "<script>alert(1)</script> <b>x</b> <!-- x -->",
    "a | b | c",
    "a & b &amp; c &lt;",
    "\\*pas\\* \\\\",
    "# titre",
    "a {: #id .c } {% x %} {{ y }} {# z #}",
    "- liste",
    "+ liste",
    "1. liste",
    "1) liste",
    "> citation",
    "/// html | script",
    "=== onglet",
    "!!! note",
    ": définition",
    "~~~",
    "```",
    "***",
    "---",
    "| a |",
    "\"guillemets\" 'droits' « français »",
    "https://exemple.fr/a_b_c <https://exemple.fr>",
    "<Fact id='x' />",
    "x</td></table>",
    "&#60;script&#62;",
)
PLACES = ("{}", "# {}", "Avant {} après", "| a | b |\n|---|---|\n| {} | c |", "- {}", "**{}**", "> {}", "Avant\n{}")


def told(text: str) -> str:
    return dom.Element("", children=[text]).text


@pytest.mark.parametrize(
    ("value", "place"),
    # no template puts a value in a Markdown table, where a bar would end the cell
    [(value, place) for place in PLACES for value in HOSTILE if not (place.startswith("|") and "|" in value)],
)
def test_a_value_in_markdown_stays_plain_words(value: str, place: str) -> None:
    written = str(templating._markdown_value(value))
    tree, faults = dom.read(as_html(place.format(written)))
    assert faults == []
    assert told(value) in tree.text
    around = dom.read(as_html(place.format("mot")))[0]
    assert [element.tag for element in tree.all()] == [element.tag for element in around.all()]


@pytest.mark.parametrize("place", ["{}", "Avant <b>{}</b> après", "| a | b |\n|---|---|\n| {} | c |", "- {}", "**{}**"])
@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_in_html_among_words_stays_plain_words(value: str, place: str) -> None:
    written = among_words(f"<i>{escape(value)}</i>")
    tree, faults = dom.read(as_html(place.format(written)))
    assert faults == []
    assert tree.one("i").text == told(value)
    assert tree.one("i").all() == []


@given(st.text(alphabet="*_`[]()<>&#!|\\{}:-+=~^/.1a \"'", max_size=40))
def test_no_sign_in_markdown_makes_a_tag(value: str) -> None:
    tree, faults = dom.read(as_html(f"Avant {templating._markdown_value(value)} après"))
    assert faults == []
    assert [element.tag for element in tree.all()] == ["p"]
    assert told(f"Avant {value} après") == tree.text


@pytest.mark.parametrize(
    "address", ["https://a.fr/a(b)c", "https://a.fr/)![x](https://b.fr/c.png)", "https://a.fr/&copy;=1_b_*c*'d'"]
)
def test_an_address_is_the_whole_target_of_its_link(address: str) -> None:
    tree, faults = dom.read(as_html(f"Voir [la page]({templating._address(address)})."))
    assert faults == []
    assert [(item.tag, item.attributes.get("href")) for item in tree.all()] == [("p", None), ("a", address)]
    assert tree.text == "Voir la page."


def test_a_backtick_in_html_makes_no_code_of_what_follows() -> None:
    shown = str(templating._html_value("un ` et <b>"))
    assert "`" not in shown
    assert dom.read(shown)[0].text == "un ` et <b>"
    data = templating._json({"b": "un ` et </script>", "a": 1})
    assert not {"`", "<"} & set(data)
    assert json.loads(data) == {"a": 1, "b": "un ` et </script>"}


def test_words_are_kept_as_they_are() -> None:
    assert templating._markdown_value(Words("*gras*")) == "*gras*"


def test_html_on_one_line_keeps_its_words() -> None:
    assert one_line("<p>\n  un\n\n  <b>deux</b>\n</p>\n") == "<p> un <b>deux</b> </p>"

"""Components wherever authors put them: drawn whole, and leaving the text around them as it was."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests import dom
from tests.pages.drawn import PAGE, bare, drawn

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.components import COMPONENTS, Holds, On
from guides_api.pages.expand import expand, mistakes

GOLDEN = sorted((Path(__file__).parents[1] / "golden" / "components").glob("*.md"))
EXAMPLES = {name: component.example.strip() for name, component in COMPONENTS.items()}


def behind(prefix: str, text: str) -> str:
    return "\n".join(f"{prefix}{line}".rstrip() for line in text.split("\n"))


BLOCK_PLACES: dict[str, Callable[[str], str]] = {
    "alone": lambda text: text,
    "between paragraphs without blank lines": lambda text: f"Avant.\n{text}\nAprès.",
    "between headings": lambda text: f"## Avant\n\n{text}\n\n## Après",
    "in a list": lambda text: f"- Un point :\n\n{behind('    ', text)}\n\n- Après.",
    "in an ordered list": lambda text: f"1. Un point :\n\n{behind('    ', text)}\n\n2. Après.",
    "in a list indented by two": lambda text: f"- Un point :\n\n{behind('  ', text)}\n\n- Après.",
    "in a nested list": lambda text: f"- Un point\n\n    - Dedans :\n\n{behind('        ', text)}\n\n- Après.",
    "in a quote": lambda text: f"> Avant.\n>\n{behind('> ', text)}\n>\n> Après.",
    "in a callout": lambda text: f'<Callout title="Avant">\n\n{text}\n\nAprès.\n\n</Callout>',
    "in steps in a callout": lambda text: (
        f'<Callout title="Avant">\n\n<Steps>\n\n1. Un.\n\n{behind("    ", text)}\n\n2. Après.\n\n</Steps>\n\n</Callout>'
    ),
    "in details": lambda text: f"<details>\n<summary>Avant</summary>\n\n{text}\n\nAprès.\n\n</details>",
    "after a fence": lambda text: f"```html\n<Fact />\n```\n\n{text}\n\nAprès.",
    "twice": lambda text: f"{text}\n\nAprès.\n\n{text}",
}
WORD_PLACES: dict[str, Callable[[str], str]] = {
    "in a sentence": lambda text: f"Avant {text}, après.",
    "at the start of a sentence": lambda text: f"{text} après.",
    "in bold": lambda text: f"Avant **{text}** après.",
    "in a link": lambda text: f"[Avant {text}](https://exemple.fr) après.",
    "in a heading": lambda text: f"## Avant {text}\n\nAprès.",
    "in a tight list": lambda text: f"- Avant {text}\n- Après.",
    "in a quote": lambda text: f"> Avant {text} après.",
    "in a table cell": lambda text: f"| Avant | x |\n|---|---|\n| a | {text} |\n| Après | b |",
    "in a callout's text": lambda text: f'<Callout title="Note">\n\nAvant {text} après.\n\n</Callout>',
}
INLINE = {name: text for name, text in EXAMPLES.items() if COMPONENTS[name].inline}
TAGS = {name: re.search(rf"<{name}\b[^>]*?(?:/>|>.*?</{name}>)", text, re.DOTALL) for name, text in EXAMPLES.items()}


def words(html: str) -> str:
    tree, faults = dom.read(html)
    assert faults == []
    assert not re.search(r"</?[A-Z]", html)
    assert "///" not in tree.text.replace("://", "")
    assert not re.search(r"[\x02\x03]", html)
    return tree.text


@pytest.mark.parametrize("place", BLOCK_PLACES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_component_keeps_its_words_in_any_block(name: str, place: str, catalogue: Catalogue) -> None:
    alone = words(drawn(EXAMPLES[name], catalogue))
    html = drawn(BLOCK_PLACES[place](EXAMPLES[name]), catalogue)
    assert alone
    assert alone in words(html)
    assert place == "alone" or "Après" in words(html)


@pytest.mark.parametrize("place", WORD_PLACES)
@pytest.mark.parametrize("name", INLINE)
def test_an_inline_component_keeps_its_words_among_others(name: str, place: str, catalogue: Catalogue) -> None:
    found = TAGS[name]
    assert found
    alone = words(drawn(found.group(), catalogue))
    html = drawn(WORD_PLACES[place](found.group()), catalogue)
    if "link" not in place:  # a link in a link is nobody's intent
        assert alone in words(html)
    assert "après" in words(html).lower()


@pytest.mark.parametrize("name", [name for name in EXAMPLES if COMPONENTS[name].holds is not Holds.BLOCKS])
def test_a_component_fits_in_a_table_cell(name: str, catalogue: Catalogue) -> None:
    found = TAGS[name]
    assert found
    html = drawn(f"| Avant | x |\n|---|---|\n| a | {found.group()} |\n| Après | b |", catalogue)
    tree, faults = dom.read(html)
    assert faults == []
    table = tree.all("table")[0]
    assert words(drawn(found.group(), catalogue)) in table.text
    assert "Après" in table.text


@pytest.mark.parametrize("name", [name for name, text in EXAMPLES.items() if '="' in text])
def test_attributes_may_stand_on_lines_of_their_own(name: str, catalogue: Catalogue) -> None:
    alone = words(drawn(EXAMPLES[name], catalogue))
    spread = re.sub(r' (\w+)="', r'\n  \1="', EXAMPLES[name])
    assert spread != EXAMPLES[name]
    assert words(drawn(spread, catalogue)) == alone


@pytest.mark.parametrize("name", EXAMPLES)
def test_line_ends_inside_a_paragraph_do_not_move(name: str, catalogue: Catalogue) -> None:
    text = f"Avant.\n\n{EXAMPLES[name]}\n\nAprès,\nsur deux lignes.\n"
    assert expand(text, On(catalogue, PAGE)).endswith("\n\nAprès,\nsur deux lignes.\n")


@pytest.mark.parametrize(
    "text", ["", "Un texte.", "# Titre\n\n- a\n- b\n", "a < B et B > c", "<div>\n<b>x</b>\n</div>\n"]
)
def test_a_text_without_components_is_left_as_it_is(text: str, catalogue: Catalogue) -> None:
    on = On(catalogue, PAGE)
    assert list(mistakes(text, on)) == []
    assert expand(text, on) == text


def test_an_unknown_component_that_looks_like_none_is_told_which_exist(catalogue: Catalogue) -> None:
    (mistake,) = mistakes("\n<Zzz />", On(catalogue, PAGE))
    assert (mistake.line, mistake.message) == (2, "composant <Zzz> inconnu.")
    assert mistake.accepted == tuple(sorted(COMPONENTS))


@pytest.mark.parametrize("source", GOLDEN, ids=lambda path: path.stem)
def test_a_text_gives_the_html_beside_it(source: Path, catalogue: Catalogue, rewrite_golden: bool) -> None:  # noqa: FBT001  a fixture
    html = bare(drawn(source.read_text(encoding="utf-8"), catalogue))
    expected = source.with_suffix(".html")
    if rewrite_golden:
        expected.write_text(html, encoding="utf-8")
    assert dom.read(html)[1] == []
    assert html == expected.read_text(encoding="utf-8")

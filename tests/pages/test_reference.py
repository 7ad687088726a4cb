"""The list of components for authors says what the code does."""

from __future__ import annotations

import re

import pytest
from tests import dom, example
from tests.build import ROOT

from guides_api.catalogue.catalogue import Catalogue
from guides_api.cli.components import REFERENCE, STARTER
from guides_api.pages.components import COMPONENTS, Component, Holds, On
from guides_api.pages.expand import mistakes
from guides_api.pages.project import load_project
from guides_api.pages.reference import component_reference, rendered
from guides_api.pages.tags import parse, walk
from guides_api.pages.templating import exists

EVERY = pytest.mark.parametrize("component", COMPONENTS.values(), ids=COMPONENTS)


@pytest.fixture(scope="module")
def starter() -> Catalogue:
    return load_project(STARTER, example.TODAY).catalogue


@pytest.fixture(scope="module")
def reference() -> dict[str, str]:
    """The sections of docs/composants.md by the component's name."""
    text = (ROOT / REFERENCE).read_text(encoding="utf-8")
    sections = re.split(r"^## ([A-Z]\w+)\n", text, flags=re.MULTILINE)
    return dict(zip(sections[1::2], sections[2::2], strict=True))


def test_the_document_is_fresh(starter: Catalogue) -> None:
    written = (ROOT / REFERENCE).read_text(encoding="utf-8")
    assert written == component_reference(starter), "lancez « guides composants »"


def test_every_component_of_the_folder_is_registered_with_its_template() -> None:
    folder = ROOT / "hooks/guides_api/pages/components"
    modules = {file.stem for file in folder.glob("*.py")} - {"__init__", "base", "views"}
    assert {component.__module__.rpartition(".")[2] for component in COMPONENTS.values()} == modules
    for component in COMPONENTS.values():
        kind = "md" if component.holds is Holds.BLOCKS else "html"
        assert exists(f"components/{component.__module__.rpartition('.')[2]}.{kind}")


def test_every_component_has_a_section(reference: dict[str, str]) -> None:
    assert list(reference) == sorted(COMPONENTS)


@EVERY
def test_a_component_says_what_it_draws_in_a_french_sentence(component: type[Component]) -> None:
    assert re.fullmatch(r"[A-ZÀÉ].{15,200}\.", component.doc)
    assert "'" not in component.doc


@EVERY
def test_every_attribute_is_described_and_says_if_it_is_due(
    component: type[Component], reference: dict[str, str]
) -> None:
    section = reference[component.tag()]
    for name, field in component.model_fields.items():
        assert field.description
        due = "obligatoire" if field.is_required() else "facultatif"
        assert f"| `{name}` | {field.description} | {due} |" in section


@EVERY
def test_an_example_is_right_shows_the_component_and_gives_all_that_is_due(
    component: type[Component], starter: Catalogue
) -> None:
    assert list(mistakes(component.example, On(starter, "guides/exemple.md"))) == []
    shown = [element for element in walk(parse(component.example)[0]) if element.name == component.tag()]
    assert shown
    due = {name for name, field in component.model_fields.items() if field.is_required()}
    assert due <= shown[0].attributes.keys()


@EVERY
def test_an_example_is_shown_as_written_then_as_drawn(component: type[Component], reference: dict[str, str]) -> None:
    section = reference[component.tag()]
    assert f"```html\n{component.example}\n```\n" in section


@EVERY
def test_an_example_gives_whole_html_with_words_and_no_component_left(
    component: type[Component], starter: Catalogue
) -> None:
    html = rendered(component, starter)
    tree, faults = dom.read(html)
    assert faults == []
    assert not re.search(r"</?[A-Z]|[\x02\x03]", html)
    assert "///" not in tree.text.replace("://", "")
    assert tree.text

"""Preparing a délibération: what the pages propose, and what they never say."""

from __future__ import annotations

import re

import pytest
from tests import dom
from tests.pages.drawn import as_html

from guides_api.catalogue.asked import tickable
from guides_api.catalogue.datapass import DataPass
from guides_api.catalogue.models import Ruling
from guides_api.pages.addresses import case_file_path, checklist_path
from guides_api.pages.components.deliberation_text import cited
from guides_api.pages.project import Project
from guides_api.pages.typography import typographic_words

BLANK = re.compile(r"\[à compléter : [^\[\]]+\]")


def drawn(real: Project, path: str) -> dom.Element:
    tree, faults = dom.read(as_html(real.pages[path].markdown(real.catalogue)))
    assert faults == []
    return tree


def with_class(tree: dom.Element, name: str) -> list[dom.Element]:
    return [part for part in tree.all() if name in part.attributes.get("class", "").split()]


@pytest.fixture(scope="module")
def pages(real: Project) -> dict[str, dom.Element]:
    return {name: drawn(real, checklist_path(name)) for name in real.catalogue.use_cases}


def read_aloud(text: str) -> str:
    """Return words as a page writes them, spaces made ordinary."""
    return " ".join(typographic_words(text).split())


def boxes(tree: dom.Element) -> list[dom.Element]:
    return [box for box in tree.all("input") if box.attributes["type"] == "checkbox"]


def test_every_use_case_has_its_page_its_case_file_and_both_lists_lead_there(real: Project) -> None:
    for name in real.catalogue.use_cases:
        assert {checklist_path(name), case_file_path(name)} <= real.pages.keys()
    for path in ("deliberation", "dossiers"):
        links = [link.attributes["href"] for link in drawn(real, f"{path}/index.md").all("a")]
        assert {f"../{path}/{name}/" for name in real.catalogue.use_cases} == {
            f"../{path}/{href}" for href in links if href.removesuffix("/") in real.catalogue.use_cases
        }


def test_every_datum_that_may_be_asked_has_one_box_and_none_is_ticked(
    pages: dict[str, dom.Element], real: Project
) -> None:
    for name, tree in pages.items():
        use_case = real.catalogue.use_cases[name]
        expected = [scope.id for group in tickable(real.catalogue, use_case) for scope in group.scopes]
        assert sorted(box.attributes["value"] for box in boxes(tree)) == sorted(expected), name
        assert not [box for box in boxes(tree) if "checked" in box.attributes], name


def test_a_box_is_described_by_an_example_or_by_the_lack_of_one(pages: dict[str, dom.Element], real: Project) -> None:
    for name, tree in pages.items():
        words = {part.attributes["id"]: part.text for part in tree.all() if "id" in part.attributes}
        for box in boxes(tree):
            scope = real.catalogue.scopes[box.attributes["value"]]
            described = words[box.attributes["aria-describedby"]]
            if scope.finalities:
                assert described.startswith("Par exemple : "), (name, scope.id)
            else:
                assert "Aucun exemple" in described, (name, scope.id)
                assert "à justifier" in described, (name, scope.id)


def test_only_the_ids_that_datapass_knows_are_marked_for_its_form(pages: dict[str, dom.Element], real: Project) -> None:
    marked = {"data-official" in box.attributes: box.attributes["value"] for box in boxes(pages["ccas"])}
    assert marked.keys() == {True, False}
    for box in boxes(pages["ccas"]):
        assert ("data-official" in box.attributes) is real.catalogue.scopes[box.attributes["value"]].official


def test_unjustified_apis_are_named_apart_without_a_box(pages: dict[str, dom.Element], real: Project) -> None:
    tree = pages["stationnement-residentiel"]
    (part,) = [part for part in tree.all("details") if "injustifiées" in part.text]
    assert "ne serait pas justifiée" in part.text
    assert boxes(part) == []
    use_case = real.catalogue.use_cases["stationnement-residentiel"]
    titles = [real.catalogue.apis[item.api].title for item in real.catalogue.ruled(use_case, Ruling.UNJUSTIFIED)]
    assert [title for title in titles if read_aloud(title) not in part.text] == []


def test_the_text_cites_the_texts_of_its_use_case_and_no_other(pages: dict[str, dom.Element], real: Project) -> None:
    for name, tree in pages.items():
        (text,) = with_class(tree, "draft__sheet")
        for legal in real.catalogue.legal_texts.values():
            rests = legal.id in real.catalogue.use_cases[name].legal_texts
            assert (re.search(rf"{re.escape(cited(legal.reference))} ?;", text.text) is not None) is rests, name


def test_every_bracket_of_the_text_is_a_blank_to_fill(pages: dict[str, dom.Element]) -> None:
    for tree in pages.values():
        (text,) = with_class(tree, "draft__sheet")
        assert "[" not in BLANK.sub("", text.text)
        assert len(BLANK.findall(text.text)) > 8


def test_a_finality_is_always_a_blank_the_known_ones_being_examples(
    pages: dict[str, dom.Element], real: Project
) -> None:
    (text,) = with_class(pages["ccas"], "draft__sheet")
    lines = {line.attributes["data-for"]: line.text for line in text.all("li")}
    assert lines.keys() == {box.attributes["value"] for box in boxes(pages["ccas"])}
    for name, line in lines.items():
        scope = real.catalogue.scopes[name]
        assert re.fullmatch(rf"{re.escape(read_aloud(scope.label))}, pour \[.*\]\.", line)
        assert all(finality in line for finality in scope.finalities)
        assert ("par exemple" in line) is bool(scope.finalities)


@pytest.mark.parametrize("name", ["editeur", "fraude", "gestion-rh-secteur-public"])
def test_those_who_vote_nothing_get_a_note(name: str, pages: dict[str, dom.Element]) -> None:
    (text,) = with_class(pages[name], "draft__sheet")
    assert "Note du" in text.text
    assert "Point 1. " in text.text
    assert not re.search(r"délibér|Article|Considérant", text.text)


def test_those_who_vote_get_a_deliberation(pages: dict[str, dom.Element], real: Project) -> None:
    voted = [name for name, use_case in real.catalogue.use_cases.items() if use_case.deliberation.voted]
    assert len(voted) == 13
    for name in voted:
        (text,) = with_class(pages[name], "draft__sheet")
        assert "Après en avoir délibéré" in text.text
        shown = [title.text for title in text.all("h3") if "hidden" not in section_of(text, title).attributes]
        numbers = [title.partition(". ")[0] for title in shown]
        assert numbers == ["Article 1er", *(f"Article {number}" for number in range(2, len(numbers) + 1))], name


def section_of(tree: dom.Element, title: dom.Element) -> dom.Element:
    return next(section for section in tree.all("section") if title in section.children)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("Code de l’éducation, article R531-52", "le code de l’éducation, article R531-52"),
        ("Arrêté du 4 juillet 2013, article 1", "l’arrêté du 4 juillet 2013, article 1"),
        ("Loi du 2 mai", "la loi du 2 mai"),
        ("Traité de Rome", "Traité de Rome"),
    ],
)
def test_a_reference_is_cited_in_a_sentence(reference: str, expected: str) -> None:
    assert cited(reference) == expected


def test_every_generic_form_is_there_with_its_condition(pages: dict[str, dom.Element], real: Project) -> None:
    datapass = DataPass(real.catalogue.site.datapass_url)
    for name, tree in pages.items():
        links = {link.attributes["href"]: link.text for link in tree.all("a") if "data-form" in link.attributes}
        forms = real.catalogue.use_cases[name].forms
        assert list(links) == [datapass.form(form.id) for form in forms]
        assert all((form.when or "") in links[datapass.form(form.id)] for form in forms)


def test_the_page_says_first_whether_a_deliberation_is_due(pages: dict[str, dom.Element], real: Project) -> None:
    for name, use_case in real.catalogue.use_cases.items():
        text = pages[name].text
        said = text[text.index("En faut-il une") : text.index("Ce que cet outil ne fait pas")]
        known = use_case.deliberation.fact
        if known:
            assert real.catalogue.facts[known].current.value in said
        else:
            assert "Demandez au support" in said
        assert (use_case.deliberation.note or "") in said
    assert "un éditeur n’en prend pas" in pages["editeur"].text


def test_a_case_file_holds_all_that_a_meeting_needs(real: Project) -> None:
    for name, use_case in real.catalogue.use_cases.items():
        text = drawn(real, case_file_path(name)).text
        catalogue = real.catalogue
        bundle = catalogue.bundles[use_case.bundle]
        wanted = [
            *(catalogue.legal_texts[item].reference for item in use_case.legal_texts),
            *(solution.name for _, solution in catalogue.solutions_for(name)),
            *(prerequisite.name for prerequisite in catalogue.prerequisites.values()),
            *(DataPass(catalogue.site.datapass_url).form(form.id) for form in use_case.forms),
            *(form.when for form in use_case.forms if form.when),
            *(catalogue.apis[item.api].title for item in (*use_case.apis.required, *use_case.apis.useful)),
            bundle.contact,
            bundle.operator,
            "Informations vérifiées le 31 août 2026",
        ]
        assert [words for words in wanted if read_aloud(words) not in text] == [], name


def test_the_class_of_an_api_and_the_need_of_a_datum_are_told_apart(pages: dict[str, dom.Element]) -> None:
    text = pages["ccas"].text
    assert "Cela vaut pour l’API, pas pour chacune de ses données" in text
    assert "L’outil ne dit jamais qu’une donnée vous est nécessaire" in text

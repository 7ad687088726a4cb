"""Comparisons of solutions on the real site, each cell counted again from the data files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests import dom
from tests.engine.test_page_types import article, listed, ruled, targets
from tests.engine.test_site import read_aloud

from guides_api.pages.addresses import address, comparison_path, editor_path
from guides_api.pages.project import Project

WORDS = {"fixed": "Toujours", "optional": "Au choix"}
USE_CASES = {item["id"]: item for item in listed("use_cases")}
SOLUTIONS = {
    name: [(editor, one) for editor in listed("editors") for one in editor["solutions"] if name in one["use_cases"]]
    for name in USE_CASES
}
COMPARED = [name for name, found in SOLUTIONS.items() if found]
EVERY = pytest.mark.parametrize("name", COMPARED)
FORM = "https://datapass.api.gouv.fr/formulaires/{}/demande/nouveau"
IN_COLUMNS = {
    *("marches-publics", "aides-publiques", "portail-gru-instruction", "cantines-colleges-lycees-tarification"),
    *("aides-facultatives", "ccas", "tarification-transports", "stationnement-residentiel"),
}


def asked(solution: dict[str, Any], scope: str) -> str:
    scopes = solution.get("scopes", {})
    return next((words for name, words in WORDS.items() if scope in scopes.get(name, [])), "Non")


def covered(name: str, solution: dict[str, Any]) -> tuple[int, int]:
    carried = {item["id"]: item["apis"] for item in listed("scopes")}
    scopes = [scope for key in WORDS for scope in solution.get("scopes", {}).get(key, [])]
    apis = {api for scope in scopes for api in carried[scope]}
    wanted = ruled(USE_CASES[name], "required", "useful")
    return len([api for api in wanted if api in apis]), len(wanted)


def carried(name: str, solution: dict[str, Any]) -> tuple[int, int]:
    wanted = set(ruled(USE_CASES[name], "required", "useful"))
    data = {item["id"] for item in listed("scopes") if wanted & set(item["apis"])}
    return len(data & {scope for key in WORDS for scope in solution.get("scopes", {}).get(key, [])}), len(data)


def table_of(site: Path, name: str) -> dom.Element:
    return article(site, comparison_path(name)).one("div", role="region").one("table")


def data_of(name: str) -> list[dict[str, Any]]:
    """Return the data that some form asks for."""
    wanted = {scope for _, one in SOLUTIONS[name] for key in WORDS for scope in one.get("scopes", {}).get(key, [])}
    return [item for item in listed("scopes") if item["id"] in wanted]


def shown(site: Path, name: str) -> dict[str, dict[str, str]]:
    """Return what the page says of each solution, by the address of its form: a word a datum, in the page's order.

    A datum is told by its label and by what stands above it, its APIs: two APIs may have data of the same label.
    """
    table = table_of(site, name)
    said = {}
    if name in IN_COLUMNS:
        for at in range(len(SOLUTIONS[name])):
            column = {row: found[at] for row, found in rows_by_name(table).items()}
            form = column.pop("Demande préremplie").one("a").attributes["href"]
            said[form] = {label: cell.text for label, cell in column.items() if label != "Éditeur"}
    else:
        groups, labels = (row.all("th") for row in table.one("thead").all("tr"))
        groups = [cell for cell in groups if cell.attributes["scope"] == "colgroup"]
        above = [cell.text for cell in groups for _ in range(int(cell.attributes["colspan"]))]
        names = [f"{group} : {cell.text}" for group, cell in zip(above, labels, strict=True)]
        for row in table.one("tbody").all("tr"):
            *cells, request = row.all("td")
            columns = ["FranceConnect", "API couvertes", "Leurs données demandées", *names]
            words = {label: cell.text for label, cell in zip(columns, cells, strict=True)}
            assert len(words) == len(columns)
            said[request.one("a").attributes["href"]] = words
    return said


def rows_by_name(table: dom.Element) -> dict[str, list[dom.Element]]:
    found = {}
    for body in table.all("tbody"):
        above = ""
        for row in body.all("tr"):
            (head,) = row.all("th")
            if head.attributes["scope"] == "rowgroup":
                above = f"{', '.join(link.text for link in head.all('a')) or head.text} : "
            else:
                assert f"{above}{head.text}" not in found
                found[f"{above}{head.text}"] = row.all("td")
    return found


def told(item: dict[str, Any], real: Project) -> str:
    """Return how a page names a datum, under its APIs or under DataPass's heading."""
    titles = [real.catalogue.apis[api].title for api in item["apis"]] or [item["heading"]]
    return read_aloud(f"{', '.join(titles)} : {' '.join(item['label'].split())}")


def test_each_use_case_that_somebody_serves_is_compared_and_no_other(real: Project) -> None:
    found = {path for path in real.pages if path.startswith("editeurs/comparer/")} - {"editeurs/comparer/index.md"}
    assert found == set(map(comparison_path, COMPARED))
    assert len(COMPARED) > 5


@EVERY
def test_every_cell_says_what_the_files_say(name: str, site: Path, real: Project) -> None:
    said = shown(site, name)
    assert said.keys() == {FORM.format(one["form"]) for _, one in SOLUTIONS[name]}
    for editor, solution in SOLUTIONS[name]:
        cells = said[FORM.format(solution["form"])]
        some, wanted = covered(name, solution)
        some_data, data = carried(name, solution)
        expected = {
            "FranceConnect": "Certifié" if editor.get("franceconnect_certified") else "Non certifié",
            "API couvertes": f"{some} sur {wanted}" if wanted else "Sans objet",
            "Leurs données demandées": f"{some_data} sur {data}" if data else "Sans objet",
            **{told(item, real): asked(solution, item["id"]) for item in data_of(name)},
        }
        assert cells == expected


@EVERY
def test_solutions_are_in_the_order_that_the_page_says_and_lead_to_their_editors(name: str, site: Path) -> None:
    covering = [cells["API couvertes"].split(" sur ") for cells in shown(site, name).values()]
    counts = [int(found[0]) for found in covering if len(found) == 2]
    assert counts == sorted(counts, reverse=True)
    path = comparison_path(name)
    found = targets(path, table_of(site, name))
    assert {address(editor_path(editor["id"])) for editor, _ in SOLUTIONS[name]} <= set(found)
    assert ("n’est pas un avis" in article(site, path).text) is (len(SOLUTIONS[name]) > 1)


@EVERY
def test_the_class_of_each_api_is_said_whatever_a_form_asks(name: str, site: Path) -> None:
    page = article(site, comparison_path(name))
    classes = {"required": "indispensable", "useful": "utile", "unjustified": "injustifiée"}
    for item in data_of(name):
        for api in item["apis"]:
            found = (words for key, words in classes.items() if api in ruled(USE_CASES[name], key))
            expected = next(found, "non statuée")
            place = f"api/{api.replace('_', '-')}/"
            said = [
                part.text
                for part in page.all("span")
                if part.attributes.get("class") == "comparison__api" and place in targets(comparison_path(name), part)
            ]
            assert said
            assert all(words.endswith(f"API {expected}") for words in said)


@EVERY
def test_apis_that_no_form_asks_are_listed_apart(name: str, site: Path) -> None:
    carried = {item["id"]: item["apis"] for item in listed("scopes")}
    some = {api for item in data_of(name) for api in carried[item["id"]]}
    wanted = ruled(USE_CASES[name], "required", "useful")
    expected = [f"api/{api.replace('_', '-')}/" for api in wanted if api not in some]
    folded = [part for part in article(site, comparison_path(name)).all("details") if "API" in part.one("summary").text]
    assert [place for part in folded for place in targets(comparison_path(name), part)] == expected


def test_forms_that_ask_more_than_was_ruled_on_are_shown_as_they_are(site: Path) -> None:
    beyond = {
        (name, one["form"])
        for name in COMPARED
        for _, one in SOLUTIONS[name]
        for item in data_of(name)
        if item["apis"] and asked(one, item["id"]) != "Non"
        if not set(item["apis"]) & set(ruled(USE_CASES[name], "required", "useful", "unjustified"))
        if ruled(USE_CASES[name], "required", "useful")
    }
    assert len(beyond) >= 4
    for name, _ in beyond:
        assert "API non statuée" in article(site, comparison_path(name)).text


def test_a_guide_and_the_list_of_editors_lead_to_the_comparisons(site: Path) -> None:
    assert address(comparison_path("ccas")) in targets("guides/ccas.md", article(site, "guides/ccas.md"))
    assert "editeurs/comparer/" in targets("editeurs/index.md", article(site, "editeurs/index.md"))
    found = targets("editeurs/comparer/index.md", article(site, "editeurs/comparer/index.md"))
    assert {address(comparison_path(name)) for name in COMPARED} <= set(found)

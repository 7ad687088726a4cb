"""The map of data and the page of each datum say what the catalogue says: no cell more, none less."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urljoin

import pytest
from tests import dom
from tests.pages.drawn import as_html

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.models import Api, FranceConnect, Ruling, Scope
from guides_api.pages.addresses import (
    DATA_MAP,
    address,
    bundle_path,
    datum_path,
    editor_path,
    provider_path,
    public_path,
    use_case_path,
)
from guides_api.pages.project import Project
from guides_api.pages.typography import typographic_words

BASE = "https://site.example.org/"
WORDS = {
    Ruling.REQUIRED: "API indispensable",
    Ruling.USEFUL: "API utile",
    Ruling.UNJUSTIFIED: "API injustifiée",
    Ruling.NOT_RULED: "API non statuée",
}
MARKS = {
    FranceConnect.ONLY: "FranceConnect requis",
    FranceConnect.POSSIBLE: "FranceConnect possible",
    FranceConnect.NO: "Sans FranceConnect",
}
SEVERAL = "unites_legales_etablissements_insee"


def page(path: str, project: Project) -> dom.Element:
    tree, faults = dom.read(as_html(project.pages[path].markdown(project.catalogue)))
    assert faults == []
    return tree


@pytest.fixture(scope="module")
def data_map(real: Project) -> dom.Element:
    return page(DATA_MAP, real)


def targets(path: str, within: dom.Element) -> list[str]:
    """Return where the links of a page, or of a part of it, lead below the site."""
    links = (link.attributes["href"] for link in within.all("a"))
    return [urljoin(f"{BASE}{address(path)}", link).removeprefix(BASE) for link in links]


def matrices(data_map: dom.Element) -> list[dom.Element]:
    return [table for table in data_map.all("table") if "map" in table.attributes["class"].split()]


def apis_by_address(catalogue: Catalogue) -> dict[str, Api]:
    return {address(api.path): api for api in catalogue.apis.values()}


def data_of(row: dom.Element, catalogue: Catalogue) -> list[str]:
    """Return the ids of the data that a row lists."""
    ids = {address(datum_path(scope.id)): scope.id for scope in catalogue.scopes.values()}
    (cell,) = [cell for cell in row.all("td") if cell.attributes.get("class") == "map__data"]
    return [ids[target] for target in targets(DATA_MAP, cell)]


def read_aloud(text: str) -> str:
    return " ".join(typographic_words(text).split())


def test_each_cell_says_the_class_of_its_api_for_its_use_case_and_no_cell_is_missing(
    data_map: dom.Element, real: Project
) -> None:
    catalogue = real.catalogue
    use_cases = {address(use_case_path(use_case.id)): use_case for use_case in catalogue.use_cases.values()}
    apis = apis_by_address(catalogue)
    found: dict[tuple[str, str, str], str] = {}
    for table in matrices(data_map):
        heads = [use_cases[target] for target in targets(DATA_MAP, table.one("thead"))]
        for row in table.one("tbody").all("tr"):
            api = apis[targets(DATA_MAP, row.one("th"))[0]]
            cells = [cell for cell in row.all("td") if "ruling" in cell.attributes["class"].split()]
            for use_case, cell in zip(heads, cells, strict=True):
                assert cell.attributes["data-for"] == typographic_words(use_case.name)
                for datum in data_of(row, catalogue) or [""]:
                    key = (api.id, datum, use_case.id)
                    assert key not in found
                    found[key] = cell.text
    assert found == {
        (api.id, datum, use_case.id): WORDS[catalogue.ruling(use_case, api.id)]
        for use_case in catalogue.use_cases.values()
        for api in catalogue.apis_of(use_case.bundle)
        for datum in [scope.id for scope in catalogue.scopes_of(api.id)] or [""]
    }
    assert set(found.values()) == set(WORDS.values())


def test_a_class_is_told_by_a_mark_of_its_own_and_explained(data_map: dom.Element) -> None:
    kinds = {
        (cell.attributes["class"], cell.text) for table in matrices(data_map) for cell in table.one("tbody").all("td")
    }
    tiles = {(kind, words) for kind, words in kinds if kind.startswith("ruling ")}
    assert tiles == {(f"ruling ruling--{ruling.value.replace('_', '-')}", words) for ruling, words in WORDS.items()}
    legend = data_map.all("ul")[0]
    assert {mark.text for mark in legend.all("span")} == set(WORDS.values())
    assert "jamais sur une de ses données" in data_map.text


def test_data_that_no_use_case_rules_on_stand_apart_and_none_is_left_out(data_map: dom.Element, real: Project) -> None:
    catalogue = real.catalogue
    (apart,) = [table for table in data_map.all("table") if table not in matrices(data_map)]
    rows = apart.one("tbody").all("tr")
    outside = {scope.id for api in catalogue.apis_of(None) for scope in catalogue.scopes_of(api.id)}
    alone = {scope.id for scope in catalogue.scopes.values() if not scope.apis}
    assert {datum for row in rows for datum in data_of(row, catalogue)} == outside | alone
    assert rows[0].one("th").text == "FranceConnect"
    everywhere = {
        datum
        for table in data_map.all("table")
        for row in table.one("tbody").all("tr")
        for datum in data_of(row, catalogue)
    }
    assert everywhere == set(catalogue.scopes)


def test_an_api_without_data_has_its_row_and_says_so(data_map: dom.Element, real: Project) -> None:
    apis = apis_by_address(real.catalogue)
    without = {
        apis[targets(DATA_MAP, row.one("th"))[0]].id
        for table in matrices(data_map)
        for row in table.one("tbody").all("tr")
        if "Aucune donnée à cocher" in row.text
    }
    assert without == {api.id for api in apis.values() if not real.catalogue.scopes_of(api.id)}
    assert without


def test_a_row_gives_the_provider_and_franceconnect_where_some_api_of_the_table_has_it(
    data_map: dom.Element, real: Project
) -> None:
    catalogue, apis = real.catalogue, apis_by_address(real.catalogue)
    for table in matrices(data_map):
        rows = {apis[targets(DATA_MAP, row.one("th"))[0]]: row for row in table.one("tbody").all("tr")}
        marked = any(catalogue.franceconnect(api) is not FranceConnect.NO for api in rows)
        assert ("Aucune de ces API ne s’appelle avec FranceConnect" in table.one("caption").text) is not marked
        for api, row in rows.items():
            head = row.one("th").text
            assert all(read_aloud(catalogue.providers[name].name) in head for name in api.providers)
            assert [words for words in MARKS.values() if words in head] == (
                [MARKS[catalogue.franceconnect(api)]] if marked else []
            )


def test_without_the_choices_links_lead_to_every_public_use_case_and_provider(
    data_map: dom.Element, real: Project
) -> None:
    catalogue = real.catalogue
    (links,) = [part for part in data_map.all("section") if part.attributes.get("id") == "carte-autrement"]
    publics = [public.id for public in catalogue.publics.values() if not public.includes]
    providers = {provider for api in catalogue.apis.values() for provider in api.providers}
    assert Counter(targets(DATA_MAP, links)) == Counter(
        [
            *(address(public_path(public)) for public in publics if catalogue.use_cases_for(public)),
            *(address(use_case_path(use_case)) for use_case in catalogue.use_cases),
            *(address(provider_path(provider)) for provider in providers),
        ]
    )
    assert data_map.one("form").attributes.keys() >= {"hidden"}


def test_every_datum_has_a_page_under_a_title_and_a_description_of_its_own(real: Project) -> None:
    pages = [real.pages[datum_path(scope.id)] for scope in real.catalogue.scopes.values()]
    titles = Counter(page.title for page in real.pages.values())
    assert {page.title: titles[page.title] for page in pages if titles[page.title] > 1} == {}
    assert len({page.description for page in pages}) == len(pages) == len(real.catalogue.scopes)
    of_bad_length = [page.description for page in pages if not 60 <= len(page.description) <= 160]
    assert of_bad_length == []
    assert all(scope.label in page.title for scope, page in zip(real.catalogue.scopes.values(), pages, strict=True))


def test_two_data_of_one_label_are_told_apart_by_their_api(real: Project) -> None:
    titles = [real.pages[datum_path(name)].title for name in ("associations_djepva", "open_data_associations_djepva")]
    assert titles == [
        "Donnée « Données associations - DJEPVA » de l’API Données association",
        "Donnée « Données associations - DJEPVA » de l’API Données association en open data",
    ]


SHOWN = (
    "cnaf_enfants",
    "men_echelon_bourse",
    "pole_emploi_paiements",
    "cnav_allocation_rentree_scolaire",
    "attestation_fiscale_dgfip",
    SEVERAL,
    "effectifs_urssaf",
    "impot-particulier-adresse",
    "family_name",
)


@pytest.mark.parametrize("scope_id", SHOWN)
def test_a_datum_s_page_says_which_apis_carry_it_and_how_they_are_called(scope_id: str, real: Project) -> None:
    catalogue, scope = real.catalogue, real.catalogue.scopes[scope_id]
    path = datum_path(scope_id)
    shown = page(path, real)
    card = shown.all("dl")[0]
    assert (scope.id if scope.official else "Non connu ici") in card.text
    assert (scope.heading or "") in card.text
    bundles = {bundle for api in scope.apis if (bundle := catalogue.apis[api].bundle)}
    assert targets(path, card) == [address(bundle_path(bundle)) for bundle in bundles]
    rows = {
        targets(path, row.one("th"))[0]: row
        for table in shown.all("table")
        if "porte" in table.one("caption").text
        for row in table.one("tbody").all("tr")
    }
    assert list(rows) == [address(catalogue.apis[api].path) for api in scope.apis]
    for api in (catalogue.apis[name] for name in scope.apis):
        row = rows[address(api.path)]
        assert targets(path, row)[1:] == [address(provider_path(provider)) for provider in api.providers]
        assert all(read_aloud(catalogue.modalities[name].name) in row.text for name in api.call_modalities)
        assert MARKS[catalogue.franceconnect(api)] in row.text
    assert "Vérifié le 31 août 2026" in shown.text
    assert ("FranceConnect la transmet" in shown.text) is not bool(scope.apis)


@pytest.mark.parametrize("scope_id", SHOWN)
def test_a_datum_s_page_gives_the_use_cases_by_the_class_of_each_api(scope_id: str, real: Project) -> None:
    def said(ruling: Ruling) -> str:
        return WORDS[ruling].removeprefix("API ").capitalize()

    catalogue, scope = real.catalogue, real.catalogue.scopes[scope_id]
    path = datum_path(scope_id)
    found = {
        (caption, row.one("th").text, target)
        for table in page(path, real).all("table")
        if (caption := table.one("caption").text).startswith("Cas d’usage et API")
        for row in table.one("tbody").all("tr")
        for target in targets(path, row)
    }
    assert found == {
        (f"Cas d’usage et API « {read_aloud(api.title)} »", said(ruling), address(use_case_path(use_case.id)))
        for api in (catalogue.apis[name] for name in scope.apis)
        for ruling, use_cases in catalogue.use_cases_by_ruling(api).items()
        for use_case in use_cases
        if api.bundle
    }


@pytest.mark.parametrize("scope_id", SHOWN)
def test_a_datum_s_page_gives_what_it_may_be_asked_for_and_who_asks(scope_id: str, real: Project) -> None:
    catalogue, scope = real.catalogue, real.catalogue.scopes[scope_id]
    path = datum_path(scope_id)
    shown = page(path, real)
    assert all(read_aloud(finality) in shown.text for finality in scope.finalities)
    assert ("Aucun exemple connu" in shown.text) is not bool(scope.finalities)
    found = [
        (row.one("th").text, row.all("td")[0].text, targets(path, row))
        for table in shown.all("table")
        if re.match(r"\d+ logiciels? demande", table.one("caption").text)
        for row in table.one("tbody").all("tr")
    ]
    assert found == [
        (
            f"{read_aloud(solution.name)} de {read_aloud(editor.name)}",
            "Toujours demandée" if scope_id in solution.scopes.fixed else "Au choix de la collectivité",
            [address(editor_path(editor.id)), *(address(use_case_path(name)) for name in solution.use_cases)],
        )
        for editor, solution in catalogue.solutions()
        if scope_id in (*solution.scopes.fixed, *solution.scopes.optional)
    ]
    assert bool(found) is not ("Aucun logiciel de la liste ne la demande" in shown.text)


def test_the_pages_above_meet_every_state(real: Project) -> None:
    scopes: list[Scope] = [real.catalogue.scopes[name] for name in SHOWN]
    assert {len(scope.apis) for scope in scopes} == {0, 1, 2, 5}
    assert {bool(scope.finalities) for scope in scopes} == {scope.official for scope in scopes} == {True, False}
    asked = {name for _, item in real.catalogue.solutions() for name in (*item.scopes.fixed, *item.scopes.optional)}
    assert {name in asked for name in SHOWN} == {True, False}


@pytest.mark.parametrize("api_id", ["cnav/quotient_familial", "insee/unites_legales", "dgfip/impot_particulier"])
def test_an_api_s_page_leads_to_each_of_its_data(api_id: str, real: Project) -> None:
    api = real.catalogue.apis[api_id]
    (table,) = [
        table for table in page(api.path, real).all("table") if table.one("caption").text.startswith("Données de l’API")
    ]
    found = [target for row in table.one("tbody").all("tr") for target in targets(api.path, row.one("th"))]
    assert found == [address(datum_path(scope.id)) for scope in real.catalogue.scopes_of(api_id)]
    assert found

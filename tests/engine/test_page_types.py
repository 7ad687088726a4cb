"""What the pages of each type say on the real site, counted again from the files themselves."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml
from tests import dom
from tests.build import ROOT

from guides_api.catalogue.models import Api, Ruling
from guides_api.pages.addresses import (
    address,
    bundle_path,
    editor_path,
    legal_text_path,
    provider_path,
    tag_path,
    use_case_path,
)
from guides_api.pages.project import Project
from guides_api.pages.templating import french_date

BASE = "https://site.example.org/"
CLASSES = {"required": "Indispensable", "useful": "Utile", "unjustified": "Injustifiée", "not_ruled": "Non statuée"}


@cache
def read(file: Path) -> dom.Element:
    return dom.read(file.read_text(encoding="utf-8"))[0].one("article")


def article(site: Path, path: str) -> dom.Element:
    return read(site / address(path) / "index.html")


def targets(path: str, within: dom.Element) -> list[str]:
    """Return where the links of a page, or of a part of it, lead below the site."""
    return [urljoin(f"{BASE}{address(path)}", link.attributes["href"]).removeprefix(BASE) for link in within.all("a")]


def section(page: dom.Element, words: str) -> dom.Element:
    """Return what stands between a heading and the next one of its level."""
    found = dom.Element("")
    inside = False
    for child in page.children:
        if isinstance(child, dom.Element) and child.tag == "h2":
            inside = child.text.removesuffix("#") == words
        elif inside:
            found.children.append(child)
    assert found.children, f"no part « {words} »"
    return found


def rows(table: dom.Element) -> Iterator[list[dom.Element]]:
    for body in table.all("tbody"):
        yield from (row.all("th", "td") for row in body.all("tr"))


@cache
def listed(name: str) -> list[dict[str, Any]]:
    """Return the records of a data file, read without any of our code."""
    found: list[dict[str, Any]] = yaml.safe_load((ROOT / f"data/{name}.yaml").read_text(encoding="utf-8"))[name]
    return found


def ruled(use_case: dict[str, Any], *classes: str) -> list[str]:
    entries = [entry for name in classes for entry in use_case.get("apis", {}).get(name, [])]
    return [entry if isinstance(entry, str) else entry["api"] for entry in entries]


@pytest.mark.parametrize("editor_id", ["arpege", "agence-francaise-d-informatique-afi", "achat-solution"])
def test_an_editor_s_coverage_is_what_the_files_say(editor_id: str, site: Path) -> None:
    editor = next(record for record in listed("editors") if record["id"] == editor_id)
    page = article(site, editor_path(editor_id))
    use_cases = {record["id"]: record for record in listed("use_cases")}
    carried = {record["id"]: record["apis"] for record in listed("scopes")}
    counted = 0
    for solution in editor["solutions"]:
        scopes = solution.get("scopes", {})
        asked = {api for name in ("fixed", "optional") for scope in scopes.get(name, []) for api in carried[scope]}
        text = section(page, solution["name"]).text
        for name in solution["use_cases"]:
            wanted = ruled(use_cases[name], "required", "useful")
            if wanted:
                assert f"{len([api for api in wanted if api in asked])} sur {len(wanted)}" in text, solution["name"]
                counted += 1
    assert counted


@pytest.mark.parametrize("editor_id", ["arpege", "3d-ouest", "achat-solution"])
def test_an_editor_s_page_shows_the_data_and_the_form_of_each_solution(editor_id: str, site: Path) -> None:
    editor = next(record for record in listed("editors") if record["id"] == editor_id)
    labels = {record["id"]: " ".join(record["label"].split()) for record in listed("scopes")}
    page = article(site, editor_path(editor_id))
    siren = str(editor["siren"])
    assert f"{siren[:3]} {siren[3:6]} {siren[6:]}" in page.text
    for solution in editor["solutions"]:
        part = section(page, solution["name"])
        scopes = solution.get("scopes", {})
        expected = {
            labels[scope]: words
            for name, words in (("fixed", "Toujours demandée"), ("optional", "Au choix de la collectivité"))
            for scope in scopes.get(name, [])
        }
        assert {cells[0].text: cells[-1].text for table in part.all("table") for cells in rows(table)} == expected
        form = f"https://datapass.api.gouv.fr/formulaires/{solution['form']}/demande/nouveau"
        assert form in [link.attributes["href"] for link in part.all("a")]
        for name in solution["use_cases"]:
            assert address(use_case_path(name)) in targets(editor_path(editor_id), part)


RULED = ("cnav/quotient_familial", "insee/unites_legales", "dgfip/chiffres_affaires")


@pytest.mark.parametrize("api_id", RULED)
def test_an_api_s_page_says_which_use_cases_call_for_it_and_which_leave_it_out(
    api_id: str, site: Path, real: Project
) -> None:
    api = real.catalogue.apis[api_id]
    of_bundle = [record for record in listed("use_cases") if record["bundle"] == api.bundle]
    classes = {
        record["id"]: next((name for name in CLASSES if api_id in ruled(record, name)), "not_ruled")
        for record in of_bundle
    }
    (table,) = section(article(site, api.path), "Les cas d’usage").all("table")
    shown = {target: cells[0].text for cells in rows(table) for target in targets(api.path, cells[-1])}
    assert shown == {address(use_case_path(name)): CLASSES[found] for name, found in classes.items()}
    assert len(set(shown.values())) > 1


def test_the_three_apis_above_meet_every_class(real: Project) -> None:
    catalogue = real.catalogue
    by_ruling = [catalogue.use_cases_by_ruling(catalogue.apis[name]) for name in RULED]
    found = {ruling for classes in by_ruling for ruling, use_cases in classes.items() if use_cases}
    assert found == set(Ruling)


def test_an_api_outside_any_bundle_has_no_use_cases_but_its_forms(site: Path, real: Project) -> None:
    (api,) = [api for api in real.catalogue.apis.values() if api.bundle is None]
    page = article(site, api.path)
    assert "Les cas d’usage" not in [heading.text.removesuffix("#") for heading in page.all("h2")]
    hrefs = [link.attributes["href"] for link in section(page, "Demander l’accès").one("ul").all("a")]
    assert hrefs == [f"https://datapass.api.gouv.fr/formulaires/{form.id}/demande/nouveau" for form in api.forms]


@pytest.mark.parametrize("api_id", ["cnav/quotient_familial", "dgfip/impot_particulier", "insee/unites_legales"])
def test_an_api_s_page_lists_its_data_its_provider_and_the_guides_that_name_it(
    api_id: str, site: Path, real: Project
) -> None:
    api = real.catalogue.apis[api_id]
    page = article(site, api.path)
    labels = [" ".join(record["label"].split()) for record in listed("scopes") if api_id in record["apis"]]
    data = section(page, "Les données")
    assert [cells[0].text for table in data.all("table") for cells in rows(table)] == labels
    card = page.all("dl")[0].text
    assert all(real.catalogue.providers[name].name in card for name in api.providers)
    assert api.id in card
    guides = real.catalogue.guides_naming(api.id)
    assert bool(guides) is ("Les guides" in [heading.text.removesuffix("#") for heading in page.all("h2")])


@pytest.mark.parametrize("bundle", listed("bundles"), ids=lambda record: str(record["id"]))
def test_a_bundle_s_page_holds_its_use_cases_its_apis_and_its_guides(
    bundle: dict[str, Any], site: Path, real: Project
) -> None:
    path = bundle_path(bundle["id"])
    page = article(site, path)
    use_cases = [address(use_case_path(item["id"])) for item in listed("use_cases") if item["bundle"] == bundle["id"]]
    assert use_cases
    assert targets(path, section(page, "Les cas d’usage")) == use_cases
    apis = [api for api in real.catalogue.apis.values() if api.bundle == bundle["id"]]
    assert sorted(targets(path, section(page, "Les API"))) == sorted(address(api.path) for api in apis)
    assert bundle["contact"] in page.text
    assert bundle["operator"] in page.text
    assert bundle["catalogue_url"] in [link.attributes["href"] for link in page.all("a")]
    for guide in real.catalogue.guides_naming(bundle["id"]):
        assert address(guide.path) in targets(path, section(page, "Les guides"))


@pytest.mark.parametrize("provider", listed("providers"), ids=lambda record: str(record["id"]))
def test_a_provider_s_page_lists_its_apis(provider: dict[str, Any], site: Path, real: Project) -> None:
    path = provider_path(provider["id"])
    page = article(site, path)
    apis: list[Api] = [api for api in real.catalogue.apis.values() if provider["id"] in api.providers]
    assert sorted(target for cells in all_rows(page) for target in targets(path, cells[0])) == sorted(
        address(api.path) for api in apis
    )
    assert provider.get("full_name", "") in page.text
    assert len(page.text) > len(provider["name"]) + 40


def all_rows(page: dom.Element) -> Iterator[list[dom.Element]]:
    for table in page.all("table"):
        yield from rows(table)


@pytest.mark.parametrize("text", listed("legal_texts"), ids=lambda record: str(record["id"]))
def test_a_legal_text_s_page_says_which_use_cases_rest_on_it(text: dict[str, Any], site: Path) -> None:
    path = legal_text_path(text["id"])
    page = article(site, path)
    resting = [item["id"] for item in listed("use_cases") if text["id"] in item.get("legal_texts", [])]
    part = section(page, "Les cas d’usage qui s’appuient dessus")
    assert sorted(targets(path, part)) == sorted(address(use_case_path(name)) for name in resting)
    assert resting or "Aucun cas d’usage" in part.text
    assert " ".join(text["summary"].split()) in page.text
    assert text.get("url") in [None, *(link.attributes["href"] for link in page.all("a"))]


def test_the_list_of_legal_texts_counts_their_use_cases(site: Path) -> None:
    (table,) = article(site, "cadre-juridique/index.md").all("table")
    counts = {cells[0].text: cells[-1].text for cells in rows(table)}
    assert counts == {
        " ".join(text["reference"].split()): str(
            len([item for item in listed("use_cases") if text["id"] in item.get("legal_texts", [])])
        )
        for text in listed("legal_texts")
    }


def test_a_tag_s_page_lists_the_guides_that_bear_it(site: Path, real: Project) -> None:
    tags = real.catalogue.by_tag
    assert tags
    for tag, guides in tags.items():
        page = article(site, tag_path(tag))
        assert page.one("h1").text.removesuffix("#") == f"Thème : {tag}"
        (items,) = [part for part in page.all("ul") if part.all("li")][:1]
        assert targets(tag_path(tag), items) == [address(guide.path) for guide in guides]
        assert all(guide.summary in items.text for guide in guides)


def test_the_list_of_guides_holds_each_use_case_once_then_the_other_guides(site: Path, real: Project) -> None:
    path = "guides/index.md"
    page = article(site, path)
    cards = targets(path, section(page, "Par cas d’usage"))
    assert sorted(cards) == sorted(address(use_case_path(item["id"])) for item in listed("use_cases"))
    others = [address(guide.path) for guide in real.catalogue.listed_guides if guide.use_case is None]
    assert [place for place in targets(path, section(page, "Pour toutes les demandes")) if place != "themes/"] == others


def test_a_use_case_s_guide_says_since_when_its_data_are_known_to_be_right(site: Path, real: Project) -> None:
    for use_case in real.catalogue.use_cases.values():
        days = {use_case.checked_on, *(editor.checked_on for editor, _ in real.catalogue.solutions_for(use_case.id))}
        days |= {real.catalogue.legal_texts[text].checked_on for text in use_case.legal_texts}
        told = article(site, f"guides/{use_case.id}.md").text.replace("\N{NO-BREAK SPACE}", " ")
        assert f"vérifiées le {french_date(min(days))}" in told, use_case.id

"""Every exported record says what the data files say, in the shape that its schema promises."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from tests import example
from tests.build import ROOT
from tests.engine.test_page_types import listed, ruled

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.exports.fields import fields, schema
from guides_api.pages.exports.files import export_files
from guides_api.pages.exports.registry import EXPORTS, Export
from guides_api.pages.project import Project, load_project

SITE = "https://guides.example.org/sous/"
PUBLISHED = ROOT / "tests/golden/exports/v1.txt"
EVERY = pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
FORM = "https://datapass.api.gouv.fr/formulaires/{}/demande/nouveau"
CLASSES = {"required": "indispensable", "useful": "utile", "unjustified": "injustifiée"}
Record = Mapping[str, Any]


def written(catalogue: Catalogue, site_url: str = "") -> dict[str, str]:
    found = list(export_files(catalogue, site_url))
    assert len(dict(found)) == len(found)
    return {name.removeprefix("exports/v1/"): text for name, text in found}


@pytest.fixture(scope="module")
def files(real: Project) -> dict[str, str]:
    return written(real.catalogue)


def records(name: str, files: Mapping[str, str]) -> list[Record]:
    found: list[Record] = json.loads(files[f"{name}.json"])["records"]
    return found


def lines(name: str, files: Mapping[str, str]) -> list[list[str]]:
    assert files[f"{name}.csv"].startswith("\ufeff")
    return list(csv.reader(StringIO(files[f"{name}.csv"].removeprefix("\ufeff"), newline=""), delimiter=";"))


KINDS = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
KEYWORDS = {
    *("$schema", "$defs", "title", "description", "type", "format", "enum"),
    *("properties", "required", "items", "anyOf"),
}


def mistakes(value: object, told: Mapping[str, Any], whole: Mapping[str, Any], at: str = "") -> Iterator[str]:
    """Yield where a value departs from a JSON Schema; a keyword that this doesn't know is a mistake too."""
    if "$ref" in told:
        told = whole["$defs"][told["$ref"].removeprefix("#/$defs/")]
    yield from (f"{at}: what is {keyword}?" for keyword in told.keys() - KEYWORDS)
    if "anyOf" in told:
        if all(list(mistakes(value, option, whole)) for option in told["anyOf"]):
            yield f"{at}: {value!r} is none of {told['anyOf']}"
    elif type(value) is not KINDS[told["type"]]:
        yield f"{at}: {value!r} is no {told['type']}"
    elif isinstance(value, dict):
        yield from (f"{at}: {key} is missing" for key in told["required"] if key not in value)
        for key, part in value.items():
            yield from mistakes(part, told["properties"][key], whole, f"{at}.{key}")
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from mistakes(part, told["items"], whole, f"{at}[{index}]")
    elif not fits(value, told):
        yield f"{at}: {value!r} is not {told}"


def fits(value: object, told: Mapping[str, Any]) -> bool:
    dated = told.get("format") != "date" or bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(value)))
    return dated and value in told.get("enum", [value])


@EVERY
def test_every_file_is_as_its_schema_says(export: Export, files: Mapping[str, str], catalogue: Catalogue) -> None:
    whole = json.loads(files[f"{export.name}.schema.json"])
    assert whole["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for told in (files, written(catalogue, SITE)):
        data = json.loads(told[f"{export.name}.json"])
        assert data["schema"] == f"{export.name}.schema.json"
        assert data["records"]
        assert list(mistakes(data, whole, whole)) == []


def test_the_reading_of_schemas_sees_mistakes() -> None:
    whole = schema(EXPORTS["classes"])
    part = whole["$defs"]["RulingRecord"]
    assert list(mistakes({}, part, whole)) == [f": {key} is missing" for key in part["properties"]]
    assert list(mistakes("autre", part["properties"]["classe"], whole)) != []
    assert list(mistakes("hier", part["properties"]["verifie_le"], whole)) != []
    assert list(mistakes(1, part["properties"]["commentaire"], whole)) != []
    assert list(mistakes("a", {"pattern": "b", "type": "string"}, whole)) == [": what is pattern?"]


@EVERY
def test_a_spreadsheet_gets_the_same_records_under_the_same_keys(export: Export, files: Mapping[str, str]) -> None:
    keys, *rows = lines(export.name, files)
    found = records(export.name, files)
    assert all(list(record) == keys for record in found)
    assert rows == [[cell(record[key]) for key in keys] for record in found]


def cell(value: object) -> str:
    if isinstance(value, list):
        return " | ".join(value)
    if isinstance(value, bool):
        return "oui" if value else "non"
    return "" if value is None else str(value)


@EVERY
def test_every_field_is_named_and_explained_in_french(export: Export) -> None:
    told = fields(export.model)
    assert len({field.key for field in told}) == len(told)
    for field in told:
        assert re.fullmatch(r"[a-z]+(?:_[a-z]+)*", field.key)
        assert re.fullmatch(r"[A-ZÀÉ].+", field.name)
        assert re.fullmatch(r"[A-ZÀÉ].{5,120}[.]", field.meaning), field.meaning
        assert "'" not in field.meaning + field.name
    assert not re.search(r"\b(?:the|of|for|which)\b", json.dumps(schema(export)))


def test_version_1_keeps_what_it_promised() -> None:
    """Add new fields at the end of their export's lines; a line that goes or changes is a version 2."""
    current = [
        f"{export.name} {field.key} : {field.kind}" for export in EXPORTS.values() for field in fields(export.model)
    ]
    assert current == PUBLISHED.read_text(encoding="utf-8").splitlines()


@EVERY
def test_a_file_says_on_which_terms_and_from_when_it_may_be_reused(export: Export, files: Mapping[str, str]) -> None:
    data = json.loads(files[f"{export.name}.json"])
    assert data.keys() == {"schema", "publication", "a_jour_le", "licence", "records"}
    assert data["publication"] == "Guides API"
    assert data["licence"]["nom"] == "Licence Ouverte 2.0"
    assert data["a_jour_le"] == max(record["verifie_le"] for record in data["records"])
    assert date.fromisoformat(data["a_jour_le"])


def test_addresses_are_whole_once_the_site_has_one(catalogue: Catalogue) -> None:
    with_one, without = written(catalogue, SITE), written(catalogue)
    for name, keys in {
        "api": ("page", "badge"),
        "editeurs": ("page", "badge"),
        "cas-usage": ("page", "comparaison"),
    }.items():
        for full, short in zip(records(name, with_one), records(name, without), strict=True):
            assert [full[key] for key in keys] == [f"{SITE}{short[key]}" for key in keys]
            assert not short["page"].startswith(("/", "http"))


def test_what_a_spreadsheet_would_compute_stays_words(project: Path) -> None:
    editors = project / "data/editors.yaml"
    text = editors.read_text(encoding="utf-8")
    formula = '=CONCATENATE("a"; 1)'
    editors.write_text(text.replace("name: Éditeur Exemple", f"name: '{formula}'"), encoding="utf-8")
    files = written(load_project(project, example.TODAY).catalogue)
    assert records("editeurs", files)[0]["nom"] == formula
    keys, row = lines("editeurs", files)
    assert row[keys.index("nom")] == f"'{formula}"


def test_a_project_of_nothing_has_files_without_records(real: Project) -> None:
    """Everybody's first day: files are there, valid and empty."""
    files = written(replace(real.catalogue, apis={}, use_cases={}, scopes={}, editors={}, facts={}))
    for name in EXPORTS:
        whole = json.loads(files[f"{name}.schema.json"])
        data = json.loads(files[f"{name}.json"])
        assert data["records"] == []
        assert data["a_jour_le"] is None
        assert list(mistakes(data, whole, whole)) == []
        assert len(lines(name, files)) == 1


class TestAgainstTheDataFiles:
    """Counted again from the files themselves, both ways: nothing missing, nothing more."""

    def test_apis(self, files: Mapping[str, str], real: Project) -> None:
        found = {record["identifiant"]: record for record in records("api", files)}
        assert found.keys() == real.catalogue.apis.keys()
        use_cases, providers, scopes = listed("use_cases"), names_of("providers"), listed("scopes")
        for api in real.catalogue.apis.values():
            record = found[api.id]
            assert record["titre"] == api.title
            assert record["page"] == f"api/{api.id.replace('_', '-')}/"
            assert record["badge"] == f"exports/v1/badges/api/{api.id.replace('_', '-')}.svg"
            assert record["bouquet"] == (names_of("bundles")[api.bundle] if api.bundle else None)
            assert record["fournisseurs"] == [providers[provider] for provider in api.providers]
            assert record["modalites"] == [names_of("modalities")[item] for item in api.call_modalities]
            assert record["donnees"] == [scope["id"] for scope in scopes if api.id in scope["apis"]]
            assert record["formulaires_adresses"] == [FORM.format(form) for form in record["formulaires"]]
            for key, name in (
                ("indispensable_pour", "required"),
                ("utile_pour", "useful"),
                ("injustifiee_pour", "unjustified"),
            ):
                assert record[key] == [item["id"] for item in use_cases if api.id in ruled(item, name)]
            asked = {solution["form"] for _, solution in solutions() if api.id in apis_asked(solution)}
            assert sorted(record["formulaires_editeurs"]) == sorted(asked)

    def test_franceconnect_of_apis(self, files: Mapping[str, str], real: Project) -> None:
        with_it = {item["id"]: item.get("franceconnect", False) for item in listed("modalities")}
        states = set()
        for record in records("api", files):
            ways = [with_it[item] for item in real.catalogue.apis[record["identifiant"]].call_modalities]
            expected = "requis" if all(ways) else "possible" if any(ways) else "sans"
            assert record["franceconnect"] == expected
            states.add(expected)
        assert states == {"requis", "possible", "sans"}

    def test_use_cases(self, files: Mapping[str, str]) -> None:
        found = {record["identifiant"]: record for record in records("cas-usage", files)}
        assert list(found) == [item["id"] for item in listed("use_cases")]
        texts = {item["id"]: one_line(item["reference"]) for item in listed("legal_texts")}
        for item in listed("use_cases"):
            record = found[item["id"]]
            assert record["nom"] == one_line(item["name"])
            assert record["page"] == f"guides/{item['id']}/"
            assert record["formulaires"] == [form["id"] for form in item["forms"]]
            assert record["formulaires_adresses"] == [FORM.format(form["id"]) for form in item["forms"]]
            assert record["formulaires_conditions"] == [form.get("when", "") for form in item["forms"]]
            assert record["api_indispensables"] == ruled(item, "required")
            assert record["api_utiles"] == ruled(item, "useful")
            assert record["api_injustifiees"] == ruled(item, "unjustified")
            assert record["textes"] == [texts[text] for text in item.get("legal_texts", [])]
            served = [solution["form"] for _, solution in solutions() if item["id"] in solution["use_cases"]]
            assert record["formulaires_editeurs"] == served
            assert record["comparaison"] == (f"editeurs/comparer/{item['id']}/" if served else None)

    def test_classes(self, files: Mapping[str, str], real: Project) -> None:
        found = {(record["cas_usage"], record["api"]): record["classe"] for record in records("classes", files)}
        expected: dict[tuple[str, str], str] = {}
        for item in listed("use_cases"):
            expected |= {
                (item["id"], api.id): "non statuée"
                for api in real.catalogue.apis.values()
                if api.bundle == item["bundle"]
            }
            for name, words in CLASSES.items():
                expected |= {(item["id"], api): words for api in ruled(item, name)}
        assert found == expected
        assert len(found) == len(records("classes", files))
        assert set(found.values()) == {*CLASSES.values(), "non statuée"}

    def test_data(self, files: Mapping[str, str], real: Project) -> None:
        found = {record["identifiant"]: record for record in records("donnees", files)}
        assert list(found) == [item["id"] for item in listed("scopes")]
        for item in listed("scopes"):
            record = found[item["id"]]
            assert record["libelle"] == one_line(item["label"])
            assert record["identifiant_officiel"] is item.get("official", True)
            assert record["api"] == item["apis"]
            assert record["api_titres"] == [real.catalogue.apis[api].title for api in item["apis"]]
            assert len(record["franceconnect"]) == len(item["apis"])
            assert record["finalites"] == [one_line(text) for text in item.get("finalities", [])]
            for key, name in (("toujours_demandee_par", "fixed"), ("au_choix_dans", "optional")):
                asked = [solution["form"] for _, solution in solutions() if item["id"] in scopes_of(solution, name)]
                assert record[key] == asked

    def test_editors(self, files: Mapping[str, str]) -> None:
        found = {record["identifiant"]: record for record in records("editeurs", files)}
        assert list(found) == [item["id"] for item in listed("editors")]
        for item in listed("editors"):
            record = found[item["id"]]
            assert record["nom"] == item["name"]
            assert record["siren"] == (str(item["siren"]).zfill(9) if item.get("siren") else None)
            assert record["franceconnect_certifie"] is item.get("franceconnect_certified", False)
            assert record["logiciels"] == [one_line(solution["name"]) for solution in item["solutions"]]
            assert record["formulaires"] == [solution["form"] for solution in item["solutions"]]
            assert set(record["cas_usage"]) == {name for one in item["solutions"] for name in one["use_cases"]}
            assert record["badge"] == f"exports/v1/badges/editeurs/{item['id']}.svg"

    def test_solutions(self, files: Mapping[str, str]) -> None:
        found = {record["formulaire"]: record for record in records("logiciels", files)}
        assert list(found) == [solution["form"] for _, solution in solutions()]
        for editor, solution in solutions():
            record = found[solution["form"]]
            assert (record["editeur"], record["editeur_nom"]) == (editor["id"], editor["name"])
            assert record["formulaire_adresse"] == FORM.format(solution["form"])
            assert record["cas_usage"] == solution["use_cases"]
            assert record["donnees_toujours"] == scopes_of(solution, "fixed")
            assert record["donnees_au_choix"] == scopes_of(solution, "optional")
            assert set(record["api"]) == apis_asked(solution)
            assert solution["form"].startswith(record["bouquet"].lower().replace(" ", "-"))

    def test_coverage(self, files: Mapping[str, str]) -> None:
        found = {(record["cas_usage"], record["formulaire"]): record for record in records("couverture", files)}
        use_cases = {item["id"]: item for item in listed("use_cases")}
        assert len(found) == len(records("couverture", files))
        assert found.keys() == {
            (name, solution["form"]) for _, solution in solutions() for name in solution["use_cases"]
        }
        for editor, solution in solutions():
            for name in solution["use_cases"]:
                record = found[name, solution["form"]]
                wanted = ruled(use_cases[name], "required", "useful")
                assert record["api_attendues"] == len(wanted)
                assert record["api_couvertes_liste"] == [api for api in wanted if api in apis_asked(solution)]
                assert record["api_couvertes"] == len(record["api_couvertes_liste"]) <= record["api_attendues"]
                assert record["editeur"] == editor["id"]

    def test_facts(self, files: Mapping[str, str]) -> None:
        found = records("faits", files)
        expected = [(item, statement) for item in listed("facts") for statement in item["statements"]]
        sources = {item["id"]: item for item in listed("sources")}
        assert len(found) == len(expected)
        for record, (item, statement) in zip(found, expected, strict=True):
            assert record["identifiant"] == item["id"]
            assert record["libelle"] == one_line(item["label"])
            assert record["valeur"] == str(statement["value"])
            assert record["nombre"] == (statement["value"] if isinstance(statement["value"], int) else None)
            assert record["unite"] == statement.get("unit")
            assert record["date"] == str(statement["date"])
            assert record["source"] == one_line(sources[statement["source"]]["title"])
            assert record["source_adresse"] == sources[statement["source"]].get("url")
        for item in listed("facts"):
            assert [record["actuel"] for record in found if record["identifiant"] == item["id"]].count(True) == 1


def solutions() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [(editor, solution) for editor in listed("editors") for solution in editor["solutions"]]


def scopes_of(solution: Mapping[str, Any], name: str) -> list[str]:
    found: list[str] = solution.get("scopes", {}).get(name, [])
    return found


def apis_asked(solution: Mapping[str, Any]) -> set[str]:
    carried = {item["id"]: item["apis"] for item in listed("scopes")}
    return {api for name in ("fixed", "optional") for scope in scopes_of(solution, name) for api in carried[scope]}


def names_of(kind: str) -> dict[str, str]:
    return {item["id"]: one_line(item["name"]) for item in listed(kind)}


def one_line(text: str) -> str:
    return " ".join(text.split())

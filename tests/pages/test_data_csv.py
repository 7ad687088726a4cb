"""The file of the map of data says what the files of facts say, once each, and nothing more."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml
from tests.build import ROOT

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.data_csv import DATA_CSV, HEADER, data_csv
from guides_api.pages.files import site_files
from guides_api.pages.project import Project

CLASSES = {"required": "indispensable", "useful": "utile", "unjustified": "injustifiée"}
Key = tuple[str, str, str, str]


@cache
def listed(name: str) -> list[dict[str, Any]]:
    """Return the records of a data file, read without any of our code."""
    found: list[dict[str, Any]] = yaml.safe_load((ROOT / f"data/{name}.yaml").read_text(encoding="utf-8"))[name]
    return found


def lines(catalogue: Catalogue) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data_csv(catalogue).removeprefix("\ufeff"), newline=""), delimiter=";"))


def expected(real: Project) -> Iterator[tuple[Key, str]]:
    """Yield the public, use case, API and datum of each line, with the class, from the files themselves."""
    members = {public["id"]: public.get("includes") or [public["id"]] for public in listed("publics")}
    carried: dict[str, list[str]] = {}
    for scope in listed("scopes"):
        for api in scope["apis"] or [""]:
            carried.setdefault(api, []).append(scope["id"])
    apis = {api.id: api.bundle or "" for api in real.catalogue.apis.values()}
    for use_case in listed("use_cases"):
        ruled = {
            (entry if isinstance(entry, str) else entry["api"]): words
            for name, words in CLASSES.items()
            for entry in use_case.get("apis", {}).get(name, [])
        }
        for public in {member for name in use_case["publics"] for member in members[name]}:
            for api in (name for name, bundle in apis.items() if bundle == use_case["bundle"]):
                for scope_id in carried.get(api, [""]):
                    yield (public, use_case["id"], api, scope_id), ruled.get(api, "non statuée")
    for api in ("", *(name for name, bundle in apis.items() if not bundle)):
        yield from ((("", "", api, scope_id), "") for scope_id in carried.get(api, [""]))


def test_each_public_use_case_api_and_datum_has_one_line_with_the_class_of_the_api(real: Project) -> None:
    names = ("public_id", "cas_usage_id", "api_id", "donnee_id")
    found = [(tuple(line[name] for name in names), line["classe_de_l_api"]) for line in lines(real.catalogue)]
    assert Counter(found) == Counter(expected(real))
    assert {words for _, words in found} == {*CLASSES.values(), "non statuée", ""}
    assert len(found) > 2000


def test_every_datum_and_every_api_is_there(real: Project) -> None:
    found = lines(real.catalogue)
    assert {line["donnee_id"] for line in found} == {scope["id"] for scope in listed("scopes")} | {""}
    assert {line["api_id"] for line in found} == {*real.catalogue.apis, ""}


def test_a_line_gives_the_names_of_its_ids_and_what_the_datum_may_be_asked_for(real: Project) -> None:
    line = next(
        line
        for line in lines(real.catalogue)
        if (line["cas_usage_id"], line["donnee_id"]) == ("ccas", "cnaf_quotient_familial")
    )
    assert tuple(line) == HEADER
    assert line == {
        "public_id": "ccas",
        "public": "CCAS",
        "cas_usage_id": "ccas",
        "cas_usage": "Aides sociales des CCAS",
        "bouquet_id": "api-particulier",
        "bouquet": "API Particulier",
        "api_id": "cnav/quotient_familial",
        "api": "Quotient familial CAF & MSA",
        "fournisseurs_ids": "cnaf | msa",
        "fournisseurs": "CNAF | MSA",
        "franceconnect": "possible",
        "classe_de_l_api": "indispensable",
        "donnee_id": "cnaf_quotient_familial",
        "donnee": "Quotient familial CAF & MSA",
        "donnee_id_officiel": "oui",
        "exemples_de_finalites": "appliquer une grille de tarifs qui dépend du quotient familial",
        "verifie_le": "2026-08-31",
    }


@pytest.mark.parametrize(
    ("api_id", "words"),
    [
        ("cnav/allocation_rentree_scolaire", "requis"),
        ("cnav/quotient_familial", "possible"),
        ("pole_emploi/situation", "sans"),
        ("", "requis"),
    ],
)
def test_franceconnect_is_said_of_each_line(api_id: str, words: str, real: Project) -> None:
    assert {line["franceconnect"] for line in lines(real.catalogue) if line["api_id"] == api_id} == {words}


def test_what_nobody_knows_the_id_of_in_datapass_says_so(real: Project) -> None:
    unofficial = {scope["id"] for scope in listed("scopes") if scope.get("official") is False}
    assert unofficial
    found = {line["donnee_id"] for line in lines(real.catalogue) if line["donnee_id_officiel"] == "non"}
    assert found == unofficial


def test_the_file_is_one_of_the_site_whether_it_has_an_address_or_not(real: Project) -> None:
    for site_url in (None, "https://site.example.org/"):
        assert dict(site_files(real, site_url))[DATA_CSV] == data_csv(real.catalogue)

"""What the reading of a délibération knows of the real data, counted again from the files themselves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml
from tests import dom
from tests.build import ROOT

from guides_api.catalogue.fields import slugified
from guides_api.pages.project import Project

PAGE = "deliberation/verifier/index.html"
CLASSES = ("required", "useful", "unjustified")


def listed(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((ROOT / f"data/{name}.yaml").read_text(encoding="utf-8"))[name]
    return found


def article(site: Path) -> dom.Element:
    return dom.read((site / PAGE).read_text(encoding="utf-8"))[0].one("article")


def rules(site: Path) -> dict[str, Any]:
    (script,) = article(site).all("script")
    found: dict[str, Any] = json.loads("".join(str(part) for part in script.children))
    return found


def test_every_api_with_data_of_persons_has_a_name_that_is_recognised(real: Project) -> None:
    catalogue = real.catalogue
    known = {
        api for item in catalogue.mentions.values() for scope in item.scopes for api in catalogue.scopes[scope].apis
    }
    persons = {api.id for api in catalogue.apis.values() if api.bundle in ("api-particulier", None)}
    assert persons - known == set()
    assert known - persons == set()


def test_every_finality_that_the_site_knows_is_shown_beside_its_datum(site: Path) -> None:
    scopes = {item["id"]: item for item in listed("scopes")}
    for mention in listed("mentions"):
        row = article(site).one("tr", id=f"mention-{mention['id']}").text
        finalities = [text for scope in mention["scopes"] for text in scopes[scope].get("finalities", [])]
        assert [text for text in finalities if text not in row] == [], mention["id"]


def test_what_is_told_of_a_use_case_follows_the_rulings_on_apis(site: Path, real: Project) -> None:
    apis_of = {item["id"]: item["apis"] for item in listed("scopes")}
    told = rules(site)["rulings"]
    offered = [item for item in listed("use_cases") if item["bundle"] == "api-particulier"]
    assert sorted(told) == sorted(item["id"] for item in offered)
    for use_case in offered:
        classes = {
            entry if isinstance(entry, str) else entry["api"]: name
            for name in CLASSES
            for entry in use_case.get("apis", {}).get(name, [])
        }
        for mention in listed("mentions"):
            apis = {api for scope in mention["scopes"] for api in apis_of[scope]}
            inside = {classes.get(api, "") for api in apis if real.catalogue.apis[api].bundle == "api-particulier"}
            expected = None if inside - {"unjustified"} else "unjustified" if inside else "outside"
            assert told[use_case["id"]].get(mention["id"]) == expected, (use_case["id"], mention["id"])


def test_every_wording_says_why_and_what_to_write_instead(site: Path) -> None:
    for wording in listed("wordings"):
        shown = article(site).one("details", id=f"formulation-{wording['id']}").text
        for key in ("title", "explanation", "instead"):
            assert slugified(str(wording[key])) in slugified(shown), wording["id"]

"""The forms of issues: they ask what the code reads, and offer the use cases that exist."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.build import ROOT

from guides_api.catalogue.issue_form import CONSENTS, NO, UNKNOWN_FORM, YES, Question, use_case_option
from guides_api.pages.project import Project

FOLDER = ROOT / ".github/ISSUE_TEMPLATE"
LISTED = FOLDER / "apparaitre-dans-la-liste.yml"
FORMS = (LISTED, FOLDER / "signaler-une-erreur.yml")
OPTIONS = re.compile(r"(      options: # d’après data/use_cases\.yaml\n)((?:        - label: .*\n)*)")


def fields(path: Path) -> dict[str, Any]:
    return {item["id"]: item for item in yaml.safe_load(path.read_text("utf-8"))["body"] if item["type"] != "markdown"}


def labels(field: Mapping[str, Any]) -> list[str]:
    return [option["label"] for option in field["attributes"]["options"]]


def test_the_form_asks_the_questions_that_are_read() -> None:
    asked = {name: field["attributes"]["label"] for name, field in fields(LISTED).items()}
    assert asked == {question.name.lower(): question.value for question in Question}


def test_the_form_offers_every_use_case(real: Project, *, rewrite_golden: bool) -> None:
    expected = [use_case_option(case, real.catalogue) for case in real.catalogue.use_cases.values()]
    text = LISTED.read_text(encoding="utf-8")
    if rewrite_golden:
        lines = "".join(f'        - label: "{words}"\n' for words in expected)
        LISTED.write_text(OPTIONS.sub(lambda found: found.group(1) + lines, text), encoding="utf-8")
    assert labels(fields(LISTED)["use_cases"]) == expected
    assert len(set(expected)) == len(expected)


def test_the_form_asks_for_every_consent_and_cannot_be_sent_without() -> None:
    consent = fields(LISTED)["consent"]
    assert labels(consent) == list(CONSENTS)
    assert all(option["required"] for option in consent["attributes"]["options"])


def test_the_choices_are_those_that_are_read() -> None:
    asked = fields(LISTED)
    assert asked["franceconnect"]["attributes"]["options"] == [YES, NO]
    assert UNKNOWN_FORM in asked["form"]["attributes"]["description"]
    required = {name for name, field in asked.items() if field.get("validations", {}).get("required")}
    assert required == {"editor", "franceconnect", "solution", "form"}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_warns_that_it_is_public(path: Path) -> None:
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert form["name"]
    assert form["description"]
    (welcome,) = [item["attributes"]["value"] for item in form["body"] if item["type"] == "markdown"]
    assert "Cette demande est publique" in welcome


def test_every_file_of_the_folder_is_a_form_or_its_settings() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*(path.name for path in FORMS), "config.yml"}
    assert yaml.safe_load((FOLDER / "config.yml").read_text(encoding="utf-8")) == {"blank_issues_enabled": True}

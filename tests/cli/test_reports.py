"""Each form of the report holds every problem, its place and its remedy."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import click
import pytest

from guides_api.catalogue.problems import Place, Problem, Severity
from guides_api.cli.reports import REPORTS, as_json, github, gitlab, sarif, text

WRONG = Problem(
    Place("data/editors.yaml", 2, 7),
    "reference-inconnue",
    "cas d’usage « cca » inconnu.",
    record="éditeur « Un, deux »",
    accepted=("ccas", "fraude"),
    remedy="Vouliez-vous dire « ccas » ?",
)
DOUBTFUL = Problem(Place("content/a,b:c.md"), "titre-saute", "100 %\nde trop.", severity=Severity.WARNING)
FOUND = (WRONG, DOUBTFUL)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/editors.yaml").write_text("editors:\n    - [cca, fraude]\n", encoding="utf-8")
    return tmp_path


def test_a_person_sees_the_words_at_fault_underlined(root: Path) -> None:
    assert click.unstyle(text([WRONG], root)).splitlines() == [
        "Erreur : data/editors.yaml:2 : éditeur « Un, deux » : cas d’usage « cca » inconnu. [reference-inconnue]",
        "  Valeurs possibles : ccas, fraude",
        "  Vouliez-vous dire « ccas » ?",
        "  2 |     - [cca, fraude]",
        "    |        ^^^",
    ]


def test_the_rule_stands_back_at_the_end_of_the_first_line(root: Path) -> None:
    assert f" {click.style('[titre-saute]', dim=True)}" in text([DOUBTFUL], root).splitlines()[0]


def test_where_the_message_quotes_nothing_of_the_line_its_column_is_underlined(root: Path) -> None:
    unquoted = Problem(Place("data/editors.yaml", 2, 13), "regle", "cette valeur ne va pas.")
    assert click.unstyle(text([unquoted], root)).splitlines()[-1] == "    |             ^^^^^^"


@pytest.mark.parametrize("place", [Place("data/absent.yaml", 3, 1), Place("data/editors.yaml", 9, 1), DOUBTFUL.place])
def test_a_line_that_cannot_be_shown_is_left_out(place: Place, root: Path) -> None:
    assert "|" not in text([Problem(place, "regle", "cela ne va pas.")], root)


def test_what_drives_a_terminal_is_never_printed(root: Path) -> None:
    (root / "data/editors.yaml").write_text("a\n\x1b[31mcca\u202e\n", encoding="utf-8")
    assert "⟨U+001B⟩[31mcca⟨U+202E⟩" in click.unstyle(text([WRONG], root))


def test_json_holds_every_field(root: Path) -> None:
    first, second = json.loads(as_json(FOUND, root))
    assert first == {
        "rule": "reference-inconnue",
        "severity": "erreur",
        "path": "data/editors.yaml",
        "line": 2,
        "column": 7,
        "record": "éditeur « Un, deux »",
        "message": "cas d’usage « cca » inconnu.",
        "accepted": ["ccas", "fraude"],
        "remedy": "Vouliez-vous dire « ccas » ?",
    }
    assert (second["severity"], second["line"]) == ("avertissement", 0)


def test_github_annotates_the_line_and_is_told_nothing_else(root: Path) -> None:
    error, warning = github(FOUND, root).splitlines()
    assert error == (
        "::error file=data/editors.yaml,line=2,col=7,title=reference-inconnue::"
        "éditeur « Un, deux » : cas d’usage « cca » inconnu.%0A"
        "Valeurs possibles : ccas, fraude%0AVouliez-vous dire « ccas » ?"
    )
    assert warning == "::warning file=content/a%2Cb%3Ac.md,title=titre-saute::100 %25 de trop."


def test_sarif_names_its_rules_and_places(root: Path) -> None:
    log = json.loads(sarif(FOUND, root))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["reference-inconnue", "titre-saute"]
    assert [result["level"] for result in run["results"]] == ["error", "warning"]
    located = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert located[0]["region"] == {"startLine": 2, "startColumn": 7}
    assert "region" not in located[1]


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_where_nothing_is_wrong_a_report_is_still_well_formed(report: object, root: Path) -> None:
    assert callable(report)
    said = report([], root)
    assert said == "" or json.loads(said) is not None


def test_gitlab_places_every_problem_and_knows_it_again_when_its_line_moves(root: Path) -> None:
    first, second = json.loads(gitlab(FOUND, root))
    assert first["check_name"] == "reference-inconnue"
    assert first["description"].endswith("Vouliez-vous dire « ccas » ?")
    assert first["location"] == {"path": "data/editors.yaml", "lines": {"begin": 2}}
    assert (first["severity"], second["severity"]) == ("major", "minor")
    assert second["location"]["lines"] == {"begin": 1}
    (moved,) = json.loads(gitlab([replace(WRONG, place=Place("data/editors.yaml", 40, 7))], root))
    assert moved["fingerprint"] == first["fingerprint"] != second["fingerprint"]

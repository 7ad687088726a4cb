"""What the law wants said: the state that an audit gives, what lacks, how long a date holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.example import TODAY, found_in

from guides_api.catalogue.legal import Conformity, Legal, keys, valid_until
from guides_api.catalogue.load import read
from guides_api.catalogue.problems import Severity
from guides_api.catalogue.rules.legal import publication_problems


def append(project: Path, block: str) -> None:
    file = project / "data/legal.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}{block}\n", encoding="utf-8")


def audited(**audit: str) -> Legal:
    return Legal.model_validate({"audit": audit})


@pytest.mark.parametrize(
    ("score", "state"),
    [
        ("0", Conformity.NONE),
        ("40", Conformity.NONE),
        ("49,9", Conformity.NONE),
        ("50", Conformity.PARTIAL),
        ("75", Conformity.PARTIAL),
        ("99.5", Conformity.PARTIAL),
        ("100", Conformity.FULL),
    ],
)
def test_the_score_of_an_audit_gives_the_state(score: str, state: Conformity) -> None:
    assert audited(date="2026-10-01", score=score).conformity is state


@pytest.mark.parametrize("audit", [{}, {"score": "100"}, {"date": "2026-10-01"}, {"auditor": "Une personne"}])
def test_without_a_date_and_a_score_a_site_is_not_conformant(audit: dict[str, str]) -> None:
    assert audited(**audit).conformity is Conformity.NONE


def test_everything_that_nobody_knows_lacks() -> None:
    assert list(Legal().missing) == [
        *("publisher.name", "publisher.address", "publisher.phone", "publisher.director"),
        *("host.name", "host.address", "host.phone"),
        *("contact", "dpo"),
    ]


@pytest.mark.parametrize("way", [{"phone": "01 02 03 04 05"}, {"email": "ville@example.org"}])
def test_a_phone_or_an_email_is_enough_for_a_publisher(way: dict[str, str]) -> None:
    assert "publisher.phone" not in Legal.model_validate({"publisher": way}).missing


def test_every_key_leads_to_a_value() -> None:
    found = list(keys())
    assert {"contact", "publisher.director", "security.expires_on", "statement.technologies"} <= set(found)
    assert [Legal().known(key) for key in found if key != "statement.technologies"].count(None) > 15


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2023, 11, 22), date(2026, 11, 22)),
        (date(2024, 2, 29), date(2027, 2, 28)),
    ],
)
def test_a_statement_holds_for_three_years(day: date, last: date) -> None:
    assert valid_until(day) == last


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("audit:\n  date: 2023-11-22\n  score: 74", []),
        ("audit:\n  date: 2023-11-21\n  score: 74", ["accessibilite-perimee"]),
        ("audit:\n  date: 2026-11-22\n  score: 74", []),
        ("security:\n  contact: faille@example.org\n  expires_on: 2026-12-22", []),
        ("security:\n  contact: faille@example.org\n  expires_on: 2026-12-21", ["security-txt-bientot-perime"]),
        ("security:\n  contact: faille@example.org\n  expires_on: 2026-11-22", ["security-txt-bientot-perime"]),
        ("security:\n  contact: faille@example.org\n  expires_on: 2026-11-21", ["security-txt-perime"]),
    ],
)
def test_a_day_is_a_warning_from_the_first_day_on_which_it_no_longer_holds(
    block: str, said: list[str], project: Path
) -> None:
    append(project, block)
    found = found_in(project)
    assert [problem.rule for problem in found] == said
    assert {problem.severity for problem in found} <= {Severity.WARNING}


def test_an_expired_security_contact_keeps_a_site_from_being_published_and_an_old_audit_does_not(project: Path) -> None:
    append(project, "security:\n  contact: faille@example.org\n  expires_on: 2026-11-21")
    append(project, "audit:\n  date: 2023-11-21\n  score: 74")
    catalogue, warnings = read(project, TODAY)
    found = {problem.rule: problem.severity for problem in publication_problems(catalogue, tuple(warnings))}
    assert found["security-txt-perime"] is Severity.ERROR
    assert found["accessibilite-perimee"] is Severity.WARNING

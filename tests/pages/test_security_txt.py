"""security.txt, read back as RFC 9116 says."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from guides_api.catalogue.legal import Security
from guides_api.pages.security_txt import security_txt

KNOWN = Security(contact="faille@example.org", expires_on=date(2027, 6, 30))


def fields(text: str) -> list[tuple[str, str]]:
    assert text.endswith("\n")
    return [(name, value) for name, _, value in (line.partition(": ") for line in text.splitlines())]


def test_it_says_whom_to_tell_until_when_and_in_which_language() -> None:
    found = dict(fields(security_txt(KNOWN, "https://guides.example.org/")))
    assert found == {
        "Contact": "mailto:faille@example.org",
        "Expires": "2027-06-30T23:59:59Z",
        "Preferred-Languages": "fr",
        "Canonical": "https://guides.example.org/.well-known/security.txt",
    }
    assert datetime.fromisoformat(found["Expires"]) == datetime(2027, 6, 30, 23, 59, 59, tzinfo=UTC)


def test_it_names_no_address_of_its_own_while_the_site_has_none() -> None:
    assert "Canonical" not in dict(fields(security_txt(KNOWN, None)))


@pytest.mark.parametrize(
    "security", [Security(), Security(contact="faille@example.org"), Security(expires_on=date(2027, 6, 30))]
)
def test_there_is_none_while_it_would_be_incomplete(security: Security) -> None:
    assert security_txt(security, "https://guides.example.org/") == ""

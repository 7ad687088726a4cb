"""What each kind of value accepts, and what it refuses in French."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from tests.catalogue.french import assert_french

from guides_api.catalogue import fields
from guides_api.catalogue.fields import slugified

ACCEPTED: dict[str, list[str]] = {
    "Title": ["Éditeur", "L’API d'État & co", "a" * 120, "« Entre guillemets »", "100 %", "é\u00a0!"],
    "Label": ["a" * 160],
    "Sentence": ["a" * 400],
    "Paragraph": ["a" * 1200],
    "Slug": ["a", "ccas", "a-b-c", "3d-ouest", "a" * 80],
    "ApiId": ["cnav/quotient_familial", "infogreffe/rcs/extrait"],
    "ScopeId": ["cnaf_quotient_familial", "impot-particulier-adresse", "a1"],
    "FormId": ["api-particulier-3d-ouest"],
    "DataPassUseCase": ["ccas", "cantines-colleges-lycees-tarification", "aides_facultatives"],
    "Https": [
        "https://exemple.fr",
        "https://exemple.fr/",
        "https://www.exemple.gouv.fr/a/b?c=d&e=%C3%A9#f",
        "https://EXEMPLE.fr/(a)",
    ],
    "Root": ["https://exemple.fr", "https://exemple.fr/", "https://exemple.fr/a.b/c-d_e~f/", "https://exemple.fr/..a"],
    "Branch": ["main", "2026", "a/b.c-d_e"],
    "Filing": ["Une rubrique", "é" * 80],
    "Siren": ["000000018", "356000000"],
    "Email": ["support@exemple.fr", "a.b+c@d-e.gouv.fr"],
    "When": ["2024", "2024-10", "2024-10-22", "2024-02-29"],
    "Day": ["2026-08-31", "2024-02-29"],
    "Image": ["dossier.svg", "a_b-c.min.png", "A.PNG"],
}
REFUSED: dict[str, list[str]] = {
    "Title": [
        *("", " ", "\t", "a" * 121, "a\nb", "a\n", "<b>", "a < b", "a > b", "“a”", "„a“"),
        *(f"a{sign}b" for sign in "\u200b\u200e\u202a\u202e\u2066\u2069\ufeff\u00ad\x00\x1b\x7f\u2028\x85\u061c"),
    ],
    "Label": ["a" * 161, "<i>"],
    "Sentence": ["a" * 401],
    "Paragraph": ["a" * 1201],
    "Slug": ["", "A", "é", "a_b", "a b", "-a", "a-", "a--b", "a/b", "a" * 81, "a\n", "../a"],
    "ApiId": ["", "cnav", "cnav/", "/cnav", "a/b/c/d", "Cnav/QF", "cnav/quotient-familial", "../a", "a/b\n"],
    "ScopeId": ["", "A", "a b", "a/b", "é", "a" * 121],
    "FormId": ["", "a_b", "A", "a b", "a/b", "a?b", "a\n"],
    "DataPassUseCase": ["", "A", "a b", "é", "a&b"],
    "Https": [
        *("", "exemple.fr", "http://exemple.fr", "//exemple.fr", "ftp://exemple.fr", "javascript:alert(1)"),
        *("HTTPS://exemple.fr", " https://exemple.fr", "https://exemple.fr ", "https://", "https:///a", "https://a"),
        *("https://127.0.0.1", "https://[::1]/", "https://localhost", "https://a@exemple.fr", "https://a:b@exemple.fr"),
        *("https://exemple.fr:8443/", "https://exemple.fr:x/", "https://exemple.fr:/", "https://[exemple.fr"),
        *('https://exemple.fr/"a', "https://exemple.fr/<a>", "https://exemple.fr/a b", "https://exemple.fr/é"),
        *("https://exemple.fr\\@a.fr", "https://exemple.fr/\n", "https://-a.fr", f"https://exemple.fr/{'a' * 400}"),
        "data:text/html,<script>",
    ],
    "Root": [
        *("", "http://exemple.fr", "https://exemple.fr/..", "https://exemple.fr/./a", "https://exemple.fr/a/../b"),
        *("https://exemple.fr//a", "https://exemple.fr/a//", "https://exemple.fr?a", "https://exemple.fr/a?b=c"),
        *("https://exemple.fr/#a", "https://exemple.fr/a(b)", "https://exemple.fr/%2e%2e", "https://exemple.fr/a\n"),
        *("https://exemple.fr/a;b", "https://exemple.fr/a&b", f"https://exemple.fr/{'a' * 400}"),
    ],
    "Branch": [
        "",
        "/a",
        "a/",
        "a//b",
        "../a",
        "a/../b",
        "-a",
        "a b",
        'a"b',
        "a?b",
        "a#b",
        "a%2e",
        "é",
        "a\n",
        "a" * 121,
    ],
    "Filing": ["", "a" * 81, "\u33a8" * 40, "<b>"],
    "Siren": ["", "00000001", "0000000018", "000000019", "000 000 018", "00000001A", "００００００018", "000000018\n"],
    "Email": [
        "",
        "a",
        "a@b",
        "@b.fr",
        "a@b.fr\n",
        "a b@c.fr",
        "mailto:a@b.fr",
        "a@b..fr",
        "a@b.fr?subject=x",
        "<a@b.fr>",
    ],
    "When": ["", "24", "2024-13", "2024-00", "2024-1", "2024-02-30", "octobre 2024", "2024-10-22T00:00", "2024\n"],
    "Day": [
        "",
        "2024",
        "2024-10",
        "31/08/2026",
        "2026-02-30",
        "2026-8-31",
        "20260831",
        "2026-08-31T00:00:00",
        "demain",
    ],
    "Image": [
        *("", "a", ".svg", "../a.svg", "/a.svg", "a/b.svg", "a\\b.svg", "..\\a.svg", "a.svg\n", "a b.svg", "é.svg"),
        *("a..svg", "C:a.svg", "%2e%2e.svg", "https://exemple.fr/a.svg", "-a.svg"),
    ],
}


def adapter(kind: str) -> TypeAdapter[object]:
    return TypeAdapter(getattr(fields, kind))


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind in ACCEPTED for text in ACCEPTED[kind]])
def test_a_right_value_is_kept_as_written(kind: str, text: str) -> None:
    assert str(adapter(kind).validate_python(text)) == text


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind in REFUSED for text in REFUSED[kind]])
def test_a_wrong_value_is_refused_in_french(kind: str, text: str) -> None:
    with pytest.raises(ValidationError) as refused:
        adapter(kind).validate_python(text)
    for error in refused.value.errors():
        assert_french(error["msg"])
        assert error["msg"][-1] in ".?" or error["msg"].endswith("!"), error["msg"]


@given(st.text())
def test_no_text_makes_a_field_crash(text: str) -> None:
    for kind in ACCEPTED:
        try:
            adapter(kind).validate_python(text)
        except ValidationError as refused:
            assert_french(refused.errors()[0]["msg"].replace(text, ""))


@given(st.text())
def test_a_suggested_id_is_an_id(text: str) -> None:
    suggestion = slugified(text)[:80].strip("-")
    if suggestion:
        adapter("Slug").validate_python(suggestion)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Éditeur d’Été", "editeur-d-ete"),
        ("Œuvre n° 5 (bis)", "oeuvre-n-5-bis"),
        ("  -- ", ""),
        ("3D Ouest", "3d-ouest"),
        ("a_b", "a-b"),
    ],
)
def test_words_become_an_id(text: str, expected: str) -> None:
    assert slugified(text) == expected

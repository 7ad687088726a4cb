"""Addresses on DataPass, as its documentation gives them."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides_api.catalogue.datapass import DataPass, Prefill

BASE = "https://datapass.api.gouv.fr"
DATAPASS = DataPass(BASE)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (DATAPASS.choice("api-particulier"), "/demandes/api-particulier/nouveau"),
        (DATAPASS.choice("api-particulier", "ccas"), "/demandes/api-particulier/nouveau?use_case=ccas"),
        (
            DATAPASS.choice("api-entreprise", "marches_publics"),
            "/demandes/api-entreprise/nouveau?use_case=marches_publics",
        ),
        (DATAPASS.choice("formulaire-qf"), "/demandes/formulaire-qf/nouveau"),
        (
            DATAPASS.form("api-particulier-arpege-concerto"),
            "/formulaires/api-particulier-arpege-concerto/demande/nouveau",
        ),
        (DATAPASS.form("api-particulier-x", Prefill()), "/formulaires/api-particulier-x/demande/nouveau"),
    ],
)
def test_an_address_follows_the_pattern_of_its_need(address: str, expected: str) -> None:
    assert address == f"{BASE}{expected}"


def test_a_prefilled_form_carries_accents_and_several_data() -> None:
    prefill = Prefill(
        title="Tarifs & goûters",
        description="100 % à l’été",
        legal_basis_url="https://exemple.fr/a?b=c&d=é",
        scopes=("cnaf_quotient_familial", "cnaf_enfants"),
    )
    assert DATAPASS.form("api-particulier-x", prefill) == (
        f"{BASE}/formulaires/api-particulier-x/demande/nouveau?intitule=Tarifs+%26+go%C3%BBters"
        "&description=100+%25+%C3%A0+l%E2%80%99%C3%A9t%C3%A9"
        "&cadre_juridique_url=https%3A%2F%2Fexemple.fr%2Fa%3Fb%3Dc%26d%3D%C3%A9"
        "&scopes[]=cnaf_quotient_familial&scopes[]=cnaf_enfants"
    )


@given(st.text(), st.text(), st.lists(st.text(min_size=1)))
def test_datapass_reads_what_was_meant(title: str, description: str, scopes: list[str]) -> None:
    address = DATAPASS.form("api-particulier-x", Prefill(title, description, "", tuple(scopes)))
    assert address.isascii()
    assert " " not in address
    sent = [("intitule", title), ("description", description), *(("scopes[]", scope) for scope in scopes)]
    assert parse_qsl(urlsplit(address).query) == [(name, value) for name, value in sent if value]

"""Facts that count our own data say what the catalogue counts: they can't go stale unseen."""

from __future__ import annotations

import pytest

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.project import Project


def providers(catalogue: Catalogue, bundle: str) -> int:
    return len({provider for api in catalogue.apis_of(bundle) for provider in api.providers})


COUNTS = {
    "api-particulier-nombre-api": lambda catalogue: len(catalogue.apis_of("api-particulier")),
    "api-entreprise-nombre-api": lambda catalogue: len(catalogue.apis_of("api-entreprise")),
    "api-particulier-fournisseurs": lambda catalogue: providers(catalogue, "api-particulier"),
    "api-entreprise-fournisseurs": lambda catalogue: providers(catalogue, "api-entreprise"),
}


@pytest.mark.parametrize("fact", COUNTS)
def test_a_count_of_our_data_is_right(fact: str, real: Project) -> None:
    assert real.catalogue.facts[fact].current.value == str(COUNTS[fact](real.catalogue))


def test_every_fact_that_counts_our_data_is_checked(real: Project) -> None:
    counting = {
        fact.id for fact in real.catalogue.facts.values() if (fact.current.comment or "").startswith("Compte des ")
    }
    assert counting == set(COUNTS)

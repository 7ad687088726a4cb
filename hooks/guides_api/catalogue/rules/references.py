"""An id that resolves to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.documents import NOUNS
from guides_api.catalogue.problems import Problem, closest, did_you_mean
from guides_api.catalogue.references import references

COLLECTIONS = (
    "bundles",
    "publics",
    "providers",
    "modalities",
    "apis",
    "scopes",
    "legal_texts",
    "use_cases",
    "editors",
    "facts",
    "guides",
)
_FEMININE = {"sources", "modalities", "scopes", "apis", "pages"}


def unknown_references(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """Refuse an id that no record bears; a record with a mistake of its own still counts as known."""
    for collection in COLLECTIONS:
        for record in getattr(catalogue, collection).values():
            for path, kind, identifier in references(record):
                known = catalogue.declared.get(kind, frozenset())
                if identifier not in known:
                    yield record.problem(
                        "reference-inconnue",
                        f"{unknown(kind, identifier)}.",
                        *path,
                        accepted=closest(identifier, sorted(known)),
                        remedy=did_you_mean(identifier, sorted(known)),
                    )


def unknown(kind: str, identifier: str) -> str:
    """Say in French that an id of a kind is unknown."""
    return f"{NOUNS[kind]} « {identifier} » {'inconnue' if kind in _FEMININE else 'inconnu'}"

"""An id that resolves to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.documents import NOUNS, Document
from guides_api.catalogue.nodes import Path, nearest
from guides_api.catalogue.problems import Problem, closest, did_you_mean
from guides_api.catalogue.records import Record
from guides_api.catalogue.references import references, written_references

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
    "prerequisites",
    "glossary",
    "applicants",
    "alternatives",
    "guides",
    "news",
    "mentions",
    "signs",
    "wordings",
)
MISFILED = "mauvaise-liste"
_UNKNOWN = "reference-inconnue"
_MIXED_UP = ("scopes", "use_cases", "apis", "bundles", "publics", "providers", "modalities", "legal_texts", "facts")
_FEMININE = {
    *("sources", "modalities", "scopes", "apis", "pages", "solutions", "alternatives"),
    *("written_pages", "categories", "years", "legal_keys", "rgaa_themes", "mentions"),
}


def unknown_references(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """Refuse an id that no record bears; a record with a mistake of its own still counts as known."""
    of_collections = (record for name in COLLECTIONS for record in getattr(catalogue, name).values())
    for record in (catalogue.site, *of_collections):
        for path, kind, identifier in references(record):
            if not catalogue.knows(kind, identifier):
                misfiled, message, accepted, remedy = _told(catalogue, kind, identifier)
                yield record.problem(
                    MISFILED if misfiled else _UNKNOWN, message, *path, accepted=accepted, remedy=remedy
                )


def unknown_references_as_written(
    catalogue: Catalogue, model: type[Record], document: Document, at: Path
) -> Iterator[Problem]:
    """Refuse them likewise in what is written at a path for a record that its model refuses."""
    for path, kind, identifier in written_references(model, nearest(document.root, at).plain):
        if not catalogue.knows(kind, identifier):
            misfiled, message, accepted, remedy = _told(catalogue, kind, identifier)
            yield document.problem(
                MISFILED if misfiled else _UNKNOWN, message, (*at, *path), accepted=accepted, remedy=remedy
            )


def _told(catalogue: Catalogue, kind: str, identifier: str) -> tuple[bool, str, tuple[str, ...], str]:
    """Return whether an id is that of something else, and what to say of it."""
    other = next((name for name in _MIXED_UP if identifier in catalogue.declared.get(name, ()) and name != kind), "")
    if other:
        expected = f"{_one(kind)} est {'attendue' if kind in _FEMININE else 'attendu'}"
        message = f"« {identifier} » n’est pas à sa place : {expected}, et c’est {_one(other)}."
        return True, message, (), "Déplacez-le sous la clé qui lui convient, ou retirez-le."
    known = sorted(catalogue.declared[kind])
    return False, f"{unknown(kind, identifier)}.", closest(identifier, known), did_you_mean(identifier, known)


def _one(kind: str) -> str:
    return f"{'une' if kind in _FEMININE else 'un'} {NOUNS[kind]}"


def unknown(kind: str, identifier: str) -> str:
    """Say in French that an id of a kind is unknown."""
    return f"{NOUNS[kind]} « {identifier} » {'inconnue' if kind in _FEMININE else 'inconnu'}"

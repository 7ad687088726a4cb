"""The order of what people read from A to Z."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.order import ORDERED, misplaced
from guides_api.catalogue.problems import Problem, Severity
from guides_api.catalogue.records import Record


def alphabetical(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """Editors, their solutions and terms stand from A to Z: who looks for one knows where, and so does who adds one."""
    for listed, parts in ORDERED.items():
        records: list[Record] = list(getattr(catalogue, listed).values())
        for rank, after in misplaced([getattr(record, "name", "") for record in records]):
            yield _told(records[rank], after, "name")
        for record in records:
            for part in parts:
                names = [item.name for item in getattr(record, part)]
                for rank, after in misplaced(names):
                    yield _told(record, after, part, rank, "name")


def _told(record: Record, after: str, *at: str | int) -> Problem:
    where = f"après « {after} »" if after else "en tête de la liste"
    return record.problem(
        "ordre-alphabetique",
        f"l’ordre alphabétique n’est plus suivi : sa place est {where}.",
        *at,
        remedy="Déplacez-le, ou lancez « guides fix ».",
        severity=Severity.WARNING,
    )

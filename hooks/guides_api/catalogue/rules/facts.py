"""Figures and statements that age."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.problems import Problem, Severity


def facts_sourced(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """Two statements of the same date must agree: nobody could tell which one to show."""
    for fact in catalogue.facts.values():
        newest = [index for index, statement in enumerate(fact.statements) if statement.date == fact.current.date]
        if len({(fact.statements[index].value, fact.statements[index].unit) for index in newest}) > 1:
            yield fact.problem(
                "valeurs-concurrentes",
                f"deux valeurs différentes portent la même date, {fact.current.date}.",
                *("statements", newest[-1]),
                remedy="Précisez les dates (année-mois-jour), ou gardez une seule valeur.",
            )


def expired_facts(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Ask for a new check of what is past its date."""
    for fact in catalogue.facts.values():
        if fact.expired(today):
            yield fact.problem(
                "fait-perime",
                f"à vérifier de nouveau : ce fait n’était sûr que jusqu’au {fact.expires_on}.",
                "expires_on",
                remedy="Vérifiez-le à sa source, puis changez « checked_on » et « expires_on ».",
                severity=Severity.WARNING,
            )

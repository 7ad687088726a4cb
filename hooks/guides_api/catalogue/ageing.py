"""What somebody should look at again: records checked long ago, facts past the day until which they were sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.collections import Collections
from guides_api.catalogue.facts import Fact
from guides_api.catalogue.models import Source
from guides_api.catalogue.problems import Place
from guides_api.catalogue.records import Sourced
from guides_api.catalogue.rgaa import Criterion

_LONG = timedelta(days=365)

Checked = Sourced | Source | Fact | Criterion


@dataclass(frozen=True, slots=True, order=True)
class Aged:
    """A day written in a file, from which something is no longer sure.

    It was the day of a check, or else the last sure one. `record` names what it dates in French; it is empty for a day
    written once at the top of a file, which dates `records` of them.
    """

    day: date
    place: Place
    checked: bool
    record: str
    records: int = 1


def aged(catalogue: Catalogue, today: date) -> tuple[Aged, ...]:
    """Return all that has aged by a day, the oldest first."""
    old = Counter(
        _aged(record, record.checked_on, "checked_on")
        for record in checked(catalogue)
        if today - record.checked_on > _LONG
    )
    several = (replace(item, records=records) for item, records in old.items())
    expired = (
        _aged(fact, fact.expires_on, "expires_on")
        for fact in catalogue.facts.values()
        if fact.expires_on and fact.expired(today)
    )
    return tuple(sorted([*several, *expired]))


def checked(catalogue: Catalogue) -> Iterator[Checked]:
    """Yield every record that says when somebody last checked it."""
    for field in fields(Collections):
        found = getattr(catalogue, field.name)
        for record in getattr(found, "values", tuple)():
            if isinstance(record, Checked):
                yield record


def _aged(record: Checked, day: date, key: str) -> Aged:
    named = record.problem("", "", key)
    return Aged(day, named.place, key == "checked_on", named.record)

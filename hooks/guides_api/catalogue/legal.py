"""What the law wants a public site to say of itself: who publishes and hosts it, how accessible it is, whom to ask."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel
from pydantic_core import PydanticCustomError

from guides_api.catalogue import patterns
from guides_api.catalogue.fields import Day, Email, Https, Sentence, Title
from guides_api.catalogue.records import Part, Record

# What only the publisher can know, and publication demands, with the words that name it after « il manque ».
_DUE = {
    "publisher.name": "le nom de l’éditeur du site",
    "publisher.address": "l’adresse postale de l’éditeur",
    "publisher.phone": "le téléphone ou le courriel de l’éditeur",
    "publisher.director": "le nom du directeur ou de la directrice de la publication",
    "host.name": "le nom de l’hébergeur",
    "host.address": "l’adresse postale de l’hébergeur",
    "host.phone": "le téléphone de l’hébergeur",
    "contact": "l’adresse électronique où écrivent les lecteurs",
    "dpo": "l’adresse électronique du délégué à la protection des données",
}
_INSTEAD = {"publisher.phone": "publisher.email"}
_WHOLE, _HALF = 100, 50
_VALID_YEARS = 3


def _percent(text: str) -> str:
    if not re.fullmatch(patterns.PERCENT, text):
        raise PydanticCustomError(
            "nombre", "« {text} » n’est pas un nombre : écrivez 74 ou 74,5, sans signe %.", {"text": text[:40]}
        )
    return text.replace(".", ",")


Percent = Annotated[str, AfterValidator(_percent), patterns.PERCENT_SCHEMA]


class Publisher(Part):
    """Who answers for what the site says; `director` is the *directeur de la publication*."""

    name: Title | None = None
    address: Sentence | None = None
    phone: Title | None = None
    email: Email | None = None
    director: Title | None = None


class Host(Part):
    """Who keeps the site on its machines."""

    name: Title | None = None
    address: Sentence | None = None
    phone: Title | None = None


class Security(Part):
    """Whom to tell of a flaw, and until when that is sure: security.txt is made of it."""

    contact: Email | None = None
    expires_on: Day | None = None


class Statement(Part):
    """The accessibility statement, in the form that the RGAA imposes."""

    date: Day | None = None
    rgaa: Title | None = None
    technologies: tuple[Title, ...] = ()
    plan: Https | None = None
    failures: tuple[Sentence, ...] = ()
    exceptions: tuple[Sentence, ...] = ()
    exemptions: tuple[Sentence, ...] = ()


class Audit(Part):
    """The last audit, by a person: how many of the applicable criteria are met, in percent."""

    date: Day | None = None
    score: Percent | None = None
    auditor: Title | None = None

    @property
    def percent(self) -> float | None:
        """The score as a number."""
        return float(self.score.replace(",", ".")) if self.score else None


class Appeal(Part):
    """The authority that a reader turns to when the publisher does not answer."""

    name: Title | None = None
    form: Https | None = None
    delegates: Https | None = None
    address: Sentence | None = None
    phone: Title | None = None


class Conformity(enum.StrEnum):
    """The three words that the law knows."""

    FULL = "totalement conforme"
    PARTIAL = "partiellement conforme"
    NONE = "non conforme"


class Legal(Record):
    """What data/legal.yaml holds. A value that nobody knows yet is absent, and pages say so."""

    publisher: Publisher = Publisher()
    host: Host = Host()
    contact: Email | None = None
    dpo: Email | None = None
    security: Security = Security()
    statement: Statement = Statement()
    audit: Audit = Audit()
    appeal: Appeal = Appeal()

    @property
    def conformity(self) -> Conformity:
        """What the site may say of its accessibility: without the date and the score of an audit, that it has none."""
        percent = self.audit.percent
        if self.audit.date is None or percent is None or percent < _HALF:
            return Conformity.NONE
        return Conformity.FULL if percent >= _WHOLE else Conformity.PARTIAL

    @property
    def missing(self) -> Mapping[str, str]:
        """What publication demands and is not known, by its key (« publisher.name »), in French words."""
        return {
            key: words
            for key, words in _DUE.items()
            if self.known(key) is None and (key not in _INSTEAD or self.known(_INSTEAD[key]) is None)
        }

    def known(self, key: str) -> object:
        """Return the value under a key such as « publisher.name », None where it lacks."""
        value: object = self
        for step in key.split("."):
            value = getattr(value, step)
        return value

    def dated(self) -> Iterator[tuple[tuple[str, str], date]]:
        """Yield the days of the statement and of the audit, each with its path."""
        for name, day in (("statement", self.statement.date), ("audit", self.audit.date)):
            if day is not None:
                yield (name, "date"), day


def keys(model: type[BaseModel] = Legal, above: str = "") -> Iterator[str]:
    """Yield every key that holds one value, such as « publisher.name »."""
    for name, field in model.model_fields.items():
        part = field.annotation
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield from keys(part, f"{above}{name}.")
        else:
            yield f"{above}{name}"


def valid_until(day: date) -> date:
    """Return the last day on which a statement or an audit of a day holds: three years later."""
    last = day.year + _VALID_YEARS
    return day.replace(year=last, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=last)

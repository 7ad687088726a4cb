"""Figures, delays and statements: they age, and their sources disagree."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from guides_api.catalogue.fields import (
    Day,
    Sentence,
    Slug,
    Title,
    When,
)
from guides_api.catalogue.records import (
    Part,
    Record,
    SourceRef,
)


class Statement(Part):
    """What one source says of a fact at one date."""

    value: Title
    source: SourceRef
    date: When
    unit: Title | None = None
    prefix: Title | None = None
    comment: Sentence | None = None

    @property
    def figure(self) -> bool:
        """Whether the value is a number."""
        return self.value.isdecimal()


class Fact(Record):
    """A figure, delay or statement that ages; sources that disagree are several statements.

    `topic` is what it is shown under with others.
    """

    id: Slug
    topic: Slug
    label: Title
    statements: Annotated[tuple[Statement, ...], Field(min_length=1)]
    source: SourceRef | None = None
    checked_on: Day
    expires_on: Day | None = None
    note: Sentence | None = None

    @property
    def current(self) -> Statement:
        """The newest statement, the one that pages show."""
        return max(self.statements, key=lambda statement: statement.date)

    def expired(self, today: date) -> bool:
        """Tell whether the fact must be checked again before it can be trusted."""
        return self.expires_on is not None and self.expires_on < today

"""The words of the site: the terms that it explains, the themes that it files guides and news under, those that readers
search for one another.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool

from guides_api.catalogue.fields import Sentence, Slug, Title
from guides_api.catalogue.records import Addressed, Record, Sourced


class Term(Sourced):
    """A word or acronym of the glossary; where `marked`, pages explain it where they first use it.

    `full` is what an acronym stands for, `english` the same where it comes from English; `variants` are other ways of
    writing the term that pages may use.
    """

    id: Slug
    name: Title
    full: Title | None = None
    english: Title | None = None
    definition: Sentence
    variants: tuple[Title, ...] = ()
    marked: StrictBool = True

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way of writing the term that is recognised in a page: its expansion, which explains itself, is not."""
        return (self.name, *self.variants)

    @property
    def expansion(self) -> str:
        """What an acronym stands for, without what explains it between parentheses; empty without one."""
        return (self.full or "").partition(" (")[0]


class Tag(Addressed):
    """A theme that guides and news are filed under; the others are warned of."""

    id: Slug
    name: Title
    description: Sentence


class Synonyms(Record):
    """Words, acronyms and phrases that readers search for one another; what the glossary says alike is not repeated."""

    id: Slug
    words: Annotated[tuple[Title, ...], Field(min_length=1)]

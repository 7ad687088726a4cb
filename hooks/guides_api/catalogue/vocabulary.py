"""The words of the site: the terms that it explains, the themes that it files guides and news under."""

from __future__ import annotations

from pydantic import StrictBool

from guides_api.catalogue.fields import Sentence, Slug, Title
from guides_api.catalogue.records import Record, Sourced


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


class Tag(Record):
    """A theme that guides and news are filed under; the others are warned of."""

    id: Slug
    name: Title
    description: Sentence

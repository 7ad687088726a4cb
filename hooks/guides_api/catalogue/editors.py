"""Editors and what they make: the records that they write themselves, so the least trusted."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool

from guides_api.catalogue.fields import FormId, Https, Name, Siren, Slug
from guides_api.catalogue.records import Addressed, Part, ScopeRef, Sourced, UseCaseRef


class SolutionScopes(Part):
    """The data that a solution's form always asks for, and those that its user may add."""

    fixed: tuple[ScopeRef, ...] = ()
    optional: tuple[ScopeRef, ...] = ()

    @property
    def asked(self) -> tuple[str, ...]:
        """Every datum that the form asks for, always or not."""
        return (*self.fixed, *self.optional)


class Solution(Part):
    """A software of an editor, known by its own prefilled DataPass form; `aliases` are the forms that it had."""

    name: Name
    use_cases: tuple[UseCaseRef, ...]
    form: FormId
    scopes: SolutionScopes = SolutionScopes()
    aliases: tuple[FormId, ...] = ()


class Editor(Sourced, Addressed):
    """A software editor."""

    id: Slug
    name: Name
    siren: Siren | None = None
    site: Https | None = None
    franceconnect_certified: StrictBool = False
    solutions: Annotated[tuple[Solution, ...], Field(min_length=1)]

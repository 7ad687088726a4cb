"""What the prefilled forms of a use case's solutions ask for, datum by datum."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.editors import Editor, Solution
from guides_api.catalogue.models import Api, Ruling, Scope, UseCase
from guides_api.catalogue.problems import folded

_ORDER = tuple(Ruling)


class Asked(enum.Enum):
    """Whether a form asks for a datum: always, if its user adds it, or never."""

    ALWAYS = "always"
    OPTIONAL = "optional"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Compared:
    """A solution; `covered` are the APIs ruled indispensable or useful of which its form asks some datum, `data` those
    of their data that it asks, always or not.
    """

    editor: Editor
    solution: Solution
    covered: tuple[Api, ...]
    data: tuple[Scope, ...]

    def asks(self, scope_id: str) -> Asked:
        """Tell whether the form asks for a datum."""
        if scope_id in self.solution.scopes.fixed:
            return Asked.ALWAYS
        return Asked.OPTIONAL if scope_id in self.solution.scopes.asked else Asked.NEVER


@dataclass(frozen=True, slots=True)
class Group:
    """Data carried by the same APIs, each with what was ruled on it; or by none, under a heading of DataPass."""

    apis: tuple[tuple[Api, Ruling], ...]
    heading: str
    scopes: tuple[Scope, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Solutions by how many APIs they cover, then by name; all data that one of them asks for, best ruled APIs first.

    `wanted` are the APIs ruled indispensable or useful, `data` what they carry, `unasked` those of which no form asks
    anything.
    """

    use_case: UseCase
    solutions: tuple[Compared, ...]
    groups: tuple[Group, ...]
    wanted: tuple[Api, ...]
    data: tuple[Scope, ...]
    unasked: tuple[Api, ...]

    @property
    def choices(self) -> int:
        """How many forms differ in the data that they ask for."""
        scopes = (compared.solution.scopes for compared in self.solutions)
        return len({(frozenset(asked.fixed), frozenset(asked.optional)) for asked in scopes})


def comparison(use_case: UseCase, catalogue: Catalogue) -> Comparison:
    """Compare the solutions that serve a use case."""
    wanted = catalogue.wanted(use_case)
    data = tuple({scope.id: scope for api in wanted for scope in catalogue.scopes_of(api.id)}.values())
    solutions = [
        Compared(
            editor,
            solution,
            covered=catalogue.covered(use_case, solution),
            data=tuple(scope for scope in data if scope.id in solution.scopes.asked),
        )
        for editor, solution in catalogue.solutions_for(use_case.id)
    ]
    solutions.sort(key=lambda it: (-len(it.covered), folded(it.solution.name), folded(it.editor.name)))
    asked = {scope for it in solutions for scope in it.solution.scopes.asked}
    covered_by_some = {api.id for it in solutions for api in it.covered}
    return Comparison(
        use_case=use_case,
        solutions=tuple(solutions),
        groups=_groups((scope for scope in catalogue.scopes.values() if scope.id in asked), use_case, catalogue),
        wanted=wanted,
        data=data,
        unasked=tuple(api for api in wanted if api.id not in covered_by_some),
    )


def _groups(scopes: Iterable[Scope], use_case: UseCase, catalogue: Catalogue) -> tuple[Group, ...]:
    found: dict[tuple[tuple[str, ...], str], list[Scope]] = {}
    for scope in scopes:
        heading = "" if scope.apis else scope.heading or ""
        found.setdefault((scope.apis, heading), []).append(scope)
    groups = [
        Group(
            tuple((catalogue.apis[api], catalogue.ruling(use_case, api)) for api in apis),
            heading,
            tuple(carried),
        )
        for (apis, heading), carried in found.items()
    ]
    return tuple(sorted(groups, key=_rank))


def _rank(group: Group) -> int:
    return min((_ORDER.index(ruling) for _, ruling in group.apis), default=len(_ORDER))

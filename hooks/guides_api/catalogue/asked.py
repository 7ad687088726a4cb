"""What a use case may ask: the data of its APIs, each once, under the class of these APIs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.forms import Form
from guides_api.catalogue.models import Api, Ruling, Scope, UseCase

# From the firmest: a datum that several APIs carry stands under the first of their classes.
_ORDER = (Ruling.REQUIRED, Ruling.USEFUL, Ruling.NOT_RULED, Ruling.UNJUSTIFIED)


@dataclass(frozen=True, slots=True)
class Classed:
    """An API with the class that it has for a use case."""

    api: Api
    ruling: Ruling
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Data that the same APIs carry; the class of the first of these APIs is the one they are shown under."""

    apis: tuple[Classed, ...]
    scopes: tuple[Scope, ...]


@dataclass(frozen=True, slots=True)
class AskedApart:
    """The data of an API outside the use case's bundle, and the forms of that other request."""

    api: Api
    scopes: tuple[Scope, ...]
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Tickable:
    """Data that somebody may tick together; `folded` where nobody ruled on their APIs, while others were ruled on."""

    apis: tuple[Api, ...]
    scopes: tuple[Scope, ...]
    folded: bool = False


def asked(catalogue: Catalogue, use_case: UseCase) -> dict[Ruling, tuple[Asked, ...]]:
    """Return the data of a use case's bundle by class, classes that are empty left out.

    An API that has nothing to tick stands alone, without data.
    """
    classed = {
        item.api: Classed(catalogue.apis[item.api], ruling, item.comment or "")
        for ruling in _ORDER
        for item in catalogue.ruled(use_case, ruling)
    }
    ranks = {api_id: rank for rank, api_id in enumerate(classed)}
    found: dict[tuple[str, ...], dict[str, Scope]] = {}
    for api_id in classed:
        scopes = catalogue.scopes_of(api_id)
        for scope in scopes:
            carriers = tuple(sorted(ranks.keys() & scope.apis, key=ranks.__getitem__))
            found.setdefault(carriers, {})[scope.id] = scope
        if not scopes:
            found[(api_id,)] = {}
    groups = [Asked(tuple(classed[name] for name in names), tuple(data.values())) for names, data in found.items()]
    by_class = {ruling: tuple(group for group in groups if group.apis[0].ruling is ruling) for ruling in _ORDER}
    return {ruling: of_class for ruling, of_class in by_class.items() if of_class}


def asked_apart(catalogue: Catalogue, use_case: UseCase) -> Iterator[AskedApart]:
    """Yield what may be asked beside a use case's own request, by another one."""
    for api, forms in catalogue.apis_beside(use_case):
        yield AskedApart(api, catalogue.scopes_of(api.id), forms)


def tickable(catalogue: Catalogue, use_case: UseCase) -> Iterator[Tickable]:
    """Yield all data that may be ticked for a use case: those of its bundle, then those that are asked for apart."""
    by_class = asked(catalogue, use_case)
    folds = bool(by_class.keys() - {Ruling.NOT_RULED})
    for ruling, groups in by_class.items():
        for group in groups:
            if group.scopes and ruling is not Ruling.UNJUSTIFIED:
                apis = tuple(classed.api for classed in group.apis)
                yield Tickable(apis, group.scopes, folded=folds and ruling is Ruling.NOT_RULED)
    for apart in asked_apart(catalogue, use_case):
        yield Tickable((apart.api,), apart.scopes)

"""Views that several components show: an API in a row, with its address and its marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guides_api.catalogue.models import Access, Api, FranceConnect, Ruling, Scope, UseCase
from guides_api.pages.addresses import SOURCES, datum_path, provider_path, use_case_path
from guides_api.pages.components.base import On

FRANCECONNECT_WORDS = {
    FranceConnect.ONLY: "FranceConnect requis",
    FranceConnect.POSSIBLE: "FranceConnect possible",
    FranceConnect.NO: "Sans FranceConnect",
}
ACCESS_WORDS = {Access.AUTHORIZATION: "Sur habilitation", Access.OPEN_DATA: "Données publiques"}
RULING_WORDS = {
    Ruling.REQUIRED: ("indispensable", "indispensables"),
    Ruling.USEFUL: ("utile", "utiles"),
    Ruling.UNJUSTIFIED: ("injustifiée", "injustifiées"),
    Ruling.NOT_RULED: ("non statuée", "non statuées"),
}
RULING_EXPLAINED = {
    Ruling.REQUIRED: "La démarche ne peut pas s’en passer.",
    Ruling.USEFUL: "À demander seulement si votre délibération ou votre règlement en a besoin.",
    Ruling.UNJUSTIFIED: "Une demande pour ce cas d’usage ne serait pas justifiée.",
    Ruling.NOT_RULED: "Personne ne s’est prononcé : demandez avant de compter dessus.",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A state said in words, and the class that colours it."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class ApiRow:
    """An API as tables show it."""

    title: str
    href: str
    providers: str
    franceconnect: Mark
    access: Mark
    scopes: tuple[Scope, ...]
    comment: str


def api_row(api: Api, on: On, comment: str | None = None) -> ApiRow:
    """Return an API's row for a page."""
    catalogue = on.catalogue
    return ApiRow(
        title=api.title,
        href=on.link(api.path),
        providers=providers_of(on, api),
        franceconnect=franceconnect_mark(api, on),
        access=access_mark(api),
        scopes=catalogue.scopes_of(api.id),
        comment=comment or "",
    )


def providers_of(on: On, *apis: Api) -> str:
    """Return the names of those whose data some APIs give, each once."""
    return ", ".join(dict.fromkeys(on.catalogue.providers[name].name for api in apis for name in api.providers))


def franceconnect_mark(api: Api, on: On) -> Mark:
    """Return the mark that says whether an API is called with FranceConnect."""
    state = on.catalogue.franceconnect(api)
    return Mark(f"fc-{state.value}", FRANCECONNECT_WORDS[state])


def access_mark(api: Api) -> Mark:
    """Return the mark that says who may call an API."""
    return Mark(f"access-{api.access.name.lower().replace('_', '-')}", ACCESS_WORDS[api.access])


def certified_mark(*, certified: bool) -> Mark:
    """Return the mark that says whether an editor is certified for FranceConnect."""
    if certified:
        return Mark("fc-possible", "Certifié FranceConnect")
    return Mark("fc-no", "Non certifié FranceConnect")


@dataclass(frozen=True, slots=True)
class Link:
    """A page and the words that lead to it."""

    title: str
    href: str


def use_case_link(use_case: UseCase, on: On) -> Link:
    """Return the link to a use case's page."""
    return Link(use_case.name, on.link(use_case_path(use_case.id)))


def datum_links(scopes: Iterable[Scope], on: On) -> list[Link]:
    """Return the links to the pages of data."""
    return [Link(scope.label, on.link(datum_path(scope.id))) for scope in scopes]


def provider_links(api: Api, on: On) -> list[Link]:
    """Return the links to the pages of those whom an API's data comes from."""
    return [Link(on.catalogue.providers[provider].name, on.link(provider_path(provider))) for provider in api.providers]


def source_link(source_id: str, on: On) -> Link:
    """Return the link to a source where the site lists them; its href is empty where the site doesn't."""
    source = on.catalogue.sources[source_id]
    href = on.link(SOURCES, source.id) if SOURCES in on.catalogue.pages else source.url or ""
    return Link(source.short or source.title, href)

"""The map of data as a file: one line a public, use case and datum, for those who sort and count in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.models import Api, FranceConnect, Public, Scope, UseCase
from guides_api.pages.components.views import RULING_WORDS
from guides_api.pages.csv_text import csv_text

DATA_CSV = "donnees/carte.csv"
HEADER = (
    "public_id",
    "public",
    "cas_usage_id",
    "cas_usage",
    "bouquet_id",
    "bouquet",
    "api_id",
    "api",
    "fournisseurs_ids",
    "fournisseurs",
    "franceconnect",
    "classe_de_l_api",
    "donnee_id",
    "donnee",
    "donnee_id_officiel",
    "exemples_de_finalites",
    "verifie_le",
)
_FRANCECONNECT = {FranceConnect.ONLY: "requis", FranceConnect.POSSIBLE: "possible", FranceConnect.NO: "sans"}
_BETWEEN = " | "


def data_csv(catalogue: Catalogue) -> str:
    """Return the file's text.

    Several lines tell of a datum that several APIs carry, each with its API's class. An API without data has lines with
    no datum; what is classed for no use case has one line, with no public.
    """
    return csv_text(HEADER, _rows(catalogue))


def _rows(catalogue: Catalogue) -> Iterator[Sequence[str]]:
    for use_case in catalogue.use_cases.values():
        for public in catalogue.publics_of(use_case):
            need = _need(public, use_case, catalogue)
            for api in catalogue.apis_of(use_case.bundle):
                yield from ((*need, *line) for line in _of_api(api, use_case, catalogue))
    for api in catalogue.apis_of(None):
        yield from ((*_NO_NEED, *line) for line in _of_api(api, None, catalogue))
    for scope in catalogue.scopes.values():
        if not scope.apis:
            yield (*_NO_NEED, *_NO_API, *_datum(scope, scope))


_NO_NEED = ("",) * 6
_NO_API = ("", "", "", "", _FRANCECONNECT[FranceConnect.ONLY], "")


def _need(public: Public, use_case: UseCase, catalogue: Catalogue) -> Sequence[str]:
    bundle = catalogue.bundles[use_case.bundle]
    return public.id, public.name, use_case.id, use_case.name, bundle.id, bundle.name


def _of_api(api: Api, use_case: UseCase | None, catalogue: Catalogue) -> Iterator[Sequence[str]]:
    told = _api(api, use_case, catalogue)
    for scope in catalogue.scopes_of(api.id) or (None,):
        yield (*told, *_datum(scope, api))


def _api(api: Api, use_case: UseCase | None, catalogue: Catalogue) -> Sequence[str]:
    return (
        api.id,
        api.title,
        _BETWEEN.join(api.providers),
        _BETWEEN.join(catalogue.providers[provider].name for provider in api.providers),
        _FRANCECONNECT[catalogue.franceconnect(api)],
        RULING_WORDS[catalogue.ruling(use_case, api.id)][0] if use_case else "",
    )


def _datum(scope: Scope | None, checked: Scope | Api) -> Sequence[str]:
    if scope is None:
        return "", "", "", "", checked.checked_on.isoformat()
    official = "oui" if scope.official else "non"
    return scope.id, scope.label, official, _BETWEEN.join(scope.finalities), checked.checked_on.isoformat()

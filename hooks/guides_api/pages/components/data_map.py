"""`<DataMap />`: every datum under its API, and what that API is to every use case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from guides_api.catalogue.models import Access, Api, Bundle, FranceConnect, Ruling, UseCase
from guides_api.catalogue.problems import folded
from guides_api.pages.addresses import bundle_path, public_path
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import (
    FRANCECONNECT_WORDS,
    RULING_EXPLAINED,
    RULING_WORDS,
    Link,
    datum_links,
    franceconnect_mark,
    provider_links,
    use_case_link,
)


class DataMap(Component):
    """One table a bundle: a row an API with its data, a column a use case; then what no use case rules on.

    The class stands in an API's row and not beside each of its data: it was never ruled on those.
    """

    doc: ClassVar[str] = (
        "La carte des données : une ligne par API avec ses données, une colonne par cas d’usage, "
        "et des choix pour la réduire ; ils sont cachés sans JavaScript."
    )
    example: ClassVar[str] = "<DataMap />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the choices, the tables, and the links that stand in for the choices without JavaScript."""
        catalogue = on.catalogue
        publics = catalogue.served_publics()
        bundles = [(bundle, _columns(bundle, on)) for bundle in catalogue.bundles.values()]
        providers = [provider for provider in catalogue.providers.values() if catalogue.apis_from(provider.id)]
        tables = [_table(bundle, columns, on) for bundle, columns in bundles if catalogue.apis_of(bundle.id)]
        apart = {
            "rows": [_row(api, (), on) for api in _by_title(catalogue.apis_of(None))],
            "headings": _headings(on),
        }
        return {
            "classes": [
                {"kind": _kind(ruling), "word": RULING_WORDS[ruling][0].capitalize(), "explained": explained}
                for ruling, explained in RULING_EXPLAINED.items()
            ],
            "publics": publics,
            "bundles": [(bundle, columns) for bundle, columns in bundles if columns],
            "providers": sorted(providers, key=lambda provider: folded(provider.name)),
            "franceconnect": [(state.value, words) for state, words in FRANCECONNECT_WORDS.items()],
            "tables": tables,
            "apart": apart if apart["rows"] or apart["headings"] else None,
            "public_links": [Link(public.name, on.link(public_path(public.id))) for public in publics],
            "use_case_links": [column["link"] for _, columns in bundles for column in columns],
            "provider_links": sorted(
                {link for api in catalogue.apis.values() for link in provider_links(api, on)},
                key=lambda link: folded(link.title),
            ),
        }


def _kind(ruling: Ruling) -> str:
    return ruling.value.replace("_", "-")


def _by_title(apis: Iterable[Api]) -> list[Api]:
    return sorted(apis, key=lambda api: folded(api.title))


def _columns(bundle: Bundle, on: On) -> list[dict[str, Any]]:
    return [
        {
            "use_case": use_case,
            "link": use_case_link(use_case, on),
            "publics": " ".join(public.id for public in on.catalogue.publics_of(use_case)),
        }
        for use_case in on.catalogue.use_cases.values()
        if use_case.bundle == bundle.id
    ]


def _table(bundle: Bundle, columns: list[dict[str, Any]], on: On) -> Mapping[str, Any]:
    apis = _by_title(on.catalogue.apis_of(bundle.id))
    without = all(on.catalogue.franceconnect(api) is FranceConnect.NO for api in apis)
    return {
        "bundle": bundle,
        "href": on.link(bundle_path(bundle.id)),
        "columns": columns,
        "rows": [_row(api, [column["use_case"] for column in columns], on) for api in apis],
        "data": len({scope.id for api in apis for scope in on.catalogue.scopes_of(api.id)}),
        "without_franceconnect": without,
    }


def _row(api: Api, use_cases: Iterable[UseCase], on: On) -> Mapping[str, Any]:
    rulings = [(use_case.name, on.catalogue.ruling(use_case, api.id)) for use_case in use_cases]
    return {
        "api": Link(api.title, on.link(api.path)),
        "providers": provider_links(api, on),
        "provider_ids": " ".join(api.providers),
        "franceconnect": franceconnect_mark(api, on),
        "state": on.catalogue.franceconnect(api).value,
        "open": api.access is Access.OPEN_DATA,
        "data": datum_links(on.catalogue.scopes_of(api.id), on),
        "cells": [
            {"use_case": name, "kind": _kind(ruling), "word": RULING_WORDS[ruling][0].capitalize()}
            for name, ruling in rulings
        ],
    }


def _headings(on: On) -> list[Mapping[str, Any]]:
    """Return the data that no API carries, by heading: FranceConnect hands them over."""
    found: dict[str, list[Any]] = {}
    for scope in on.catalogue.scopes.values():
        if not scope.apis:
            found.setdefault(scope.heading or "", []).append(scope)
    return [{"heading": heading, "data": datum_links(scopes, on)} for heading, scopes in found.items()]

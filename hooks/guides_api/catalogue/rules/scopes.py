"""Data that can be ticked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.problems import Problem


def scopes_placed(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """A datum belongs to an API, or says under which heading DataPass shows it."""
    for scope in catalogue.scopes.values():
        if not scope.apis and not scope.heading:
            yield scope.problem(
                "donnee-sans-api",
                "cette donnée n’appartient à aucune API.",
                "apis",
                remedy="Indiquez ses API, ou le titre sous lequel DataPass la montre (« heading »).",
            )
        if len({catalogue.apis[api].bundle for api in scope.apis if api in catalogue.apis}) > 1:
            yield scope.problem(
                "donnee-de-deux-bouquets",
                "les API de cette donnée appartiennent à plusieurs bouquets.",
                "apis",
                remedy="Une donnée se demande dans un seul bouquet : retirez les API des autres.",
            )

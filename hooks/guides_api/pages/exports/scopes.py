"""Data that an access request can tick."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from guides_api.pages.exports.record import (
    FRANCECONNECT,
    CheckedOn,
    Exported,
    FranceConnectState,
    Origin,
    Source,
    Words,
    told,
)


class ScopeRecord(Exported):
    """A datum with its APIs and the forms that ask for it."""

    id: Annotated[str, told("identifiant", "Identifiant", "L’identifiant de la donnée.")]
    official: Annotated[
        bool, told("identifiant_officiel", "Identifiant officiel", "Si cet identifiant est celui de DataPass.")
    ]
    label: Annotated[str, told("libelle", "Libellé", "Ce que DataPass en dit.")]
    heading: Annotated[
        str | None, told("rubrique", "Rubrique", "Le titre sous lequel DataPass la montre, hors de son API.")
    ]
    apis: Annotated[
        Words, told("api", "API", "Les identifiants des API qui la portent ; aucune pour l’identité de FranceConnect.")
    ]
    api_titles: Annotated[Words, told("api_titres", "Titres des API", "Leurs noms, dans le même ordre.")]
    franceconnect: Annotated[
        tuple[FranceConnectState, ...],
        told("franceconnect", "FranceConnect", "Si chacune s’appelle avec FranceConnect, dans le même ordre."),
    ]
    providers: Annotated[Words, told("fournisseurs", "Fournisseurs", "Les organismes dont elle vient.")]
    finalities: Annotated[
        Words, told("finalites", "Finalités", "Des exemples de raisons valables de la demander, quand on en connaît.")
    ]
    always_asked_by: Annotated[
        Words, told("toujours_demandee_par", "Toujours demandée par", "Les formulaires d’éditeurs qui l’imposent.")
    ]
    offered_by: Annotated[
        Words, told("au_choix_dans", "Au choix dans", "Les formulaires d’éditeurs où l’on peut l’ajouter.")
    ]
    source: Source
    checked_on: CheckedOn


def scope_records(origin: Origin) -> Iterator[ScopeRecord]:
    """Yield a record a datum."""
    catalogue = origin.catalogue
    solutions = [solution for _, solution in catalogue.solutions()]
    for scope in catalogue.scopes.values():
        apis = [catalogue.apis[api] for api in scope.apis]
        providers = dict.fromkeys(provider for api in apis for provider in api.providers)
        yield ScopeRecord(
            id=scope.id,
            official=scope.official,
            label=scope.label,
            heading=scope.heading,
            apis=scope.apis,
            api_titles=tuple(api.title for api in apis),
            franceconnect=tuple(FRANCECONNECT[catalogue.franceconnect(api)] for api in apis),
            providers=tuple(catalogue.providers[provider].name for provider in providers),
            finalities=scope.finalities,
            always_asked_by=tuple(solution.form for solution in solutions if scope.id in solution.scopes.fixed),
            offered_by=tuple(solution.form for solution in solutions if scope.id in solution.scopes.optional),
            **origin.checked(scope.source, scope.checked_on),
        )

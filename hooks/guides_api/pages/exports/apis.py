"""APIs, and what was ruled on each for each use case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from guides_api.catalogue.models import Ruling
from guides_api.pages.addresses import badge_path
from guides_api.pages.exports.record import (
    ACCESS,
    FRANCECONNECT,
    RULINGS,
    AccessKind,
    CheckedOn,
    Exported,
    FranceConnectState,
    Origin,
    RulingClass,
    Source,
    Words,
    told,
)


class ApiRecord(Exported):
    """An API with all that pages join to it."""

    id: Annotated[str, told("identifiant", "Identifiant", "L’identifiant officiel de l’API.")]
    title: Annotated[str, told("titre", "Titre", "Le nom de l’API.")]
    page: Annotated[str, told("page", "Page", "L’adresse de sa page sur ce site.")]
    bundle: Annotated[str | None, told("bouquet", "Bouquet", "Le bouquet qui l’ouvre ; vide pour une API à part.")]
    providers: Annotated[Words, told("fournisseurs", "Fournisseurs", "Les organismes dont viennent ses données.")]
    modalities: Annotated[Words, told("modalites", "Modalités d’appel", "Les façons de lui dire de qui on parle.")]
    franceconnect: Annotated[
        FranceConnectState, told("franceconnect", "FranceConnect", "Si l’API s’appelle avec FranceConnect.")
    ]
    access: Annotated[AccessKind, told("acces", "Accès", "Si les données se demandent ou sont publiques.")]
    scopes: Annotated[Words, told("donnees", "Données", "Les identifiants des données qu’elle porte.")]
    required_by: Annotated[
        Words,
        told("indispensable_pour", "Indispensable pour", "Les cas d’usage pour lesquels l’API est indispensable."),
    ]
    useful_for: Annotated[Words, told("utile_pour", "Utile pour", "Les cas d’usage pour lesquels l’API est utile.")]
    unjustified_for: Annotated[
        Words, told("injustifiee_pour", "Injustifiée pour", "Les cas d’usage pour lesquels l’API est injustifiée.")
    ]
    asked_by: Annotated[
        Words, told("formulaires_editeurs", "Formulaires d’éditeurs", "Les formulaires qui en demandent une donnée.")
    ]
    forms: Annotated[Words, told("formulaires", "Formulaires", "Ses propres formulaires DataPass, si elle en a.")]
    form_addresses: Annotated[
        Words, told("formulaires_adresses", "Adresses des formulaires", "Leurs adresses, dans le même ordre.")
    ]
    badge: Annotated[str, told("badge", "Badge", "L’adresse de son badge.")]
    comment: Annotated[str | None, told("commentaire", "Commentaire", "Ce qu’il faut savoir de plus.")]
    source: Source
    checked_on: CheckedOn


class RulingRecord(Exported):
    """What was ruled on an API for a use case of its bundle."""

    use_case: Annotated[str, told("cas_usage", "Cas d’usage", "L’identifiant du cas d’usage.")]
    use_case_name: Annotated[str, told("cas_usage_nom", "Nom du cas d’usage", "Son nom.")]
    api: Annotated[str, told("api", "API", "L’identifiant de l’API.")]
    api_title: Annotated[str, told("api_titre", "Titre de l’API", "Son nom.")]
    ruling: Annotated[
        RulingClass,
        told(
            "classe", "Classe", "Ce qui a été dit de l’API, jamais de ses données ; « non statuée » n’est pas un refus."
        ),
    ]
    comment: Annotated[str | None, told("commentaire", "Commentaire", "Ce qui précise cette classe.")]
    source: Source
    checked_on: CheckedOn


def api_records(origin: Origin) -> Iterator[ApiRecord]:
    """Yield a record an API."""
    catalogue = origin.catalogue
    for api in catalogue.apis.values():
        ruled = catalogue.use_cases_by_ruling(api)
        scopes = catalogue.scopes_of(api.id)
        carried = {scope.id for scope in scopes}
        yield ApiRecord(
            id=api.id,
            title=api.title,
            page=origin.page(api.path),
            bundle=catalogue.bundles[api.bundle].name if api.bundle else None,
            providers=tuple(catalogue.providers[provider].name for provider in api.providers),
            modalities=tuple(catalogue.modalities[modality].name for modality in api.call_modalities),
            franceconnect=FRANCECONNECT[catalogue.franceconnect(api)],
            access=ACCESS[api.access],
            scopes=tuple(scope.id for scope in scopes),
            required_by=tuple(use_case.id for use_case in ruled[Ruling.REQUIRED]),
            useful_for=tuple(use_case.id for use_case in ruled[Ruling.USEFUL]),
            unjustified_for=tuple(use_case.id for use_case in ruled[Ruling.UNJUSTIFIED]),
            asked_by=tuple(
                solution.form for _, solution in catalogue.solutions() if carried.intersection(solution.scopes.asked)
            ),
            forms=tuple(form.id for form in api.forms),
            form_addresses=origin.forms(api.forms),
            badge=origin.file(badge_path(api.path)),
            comment=api.comment,
            **origin.checked(api.source, api.checked_on),
        )


def ruling_records(origin: Origin) -> Iterator[RulingRecord]:
    """Yield a record a use case and an API of its bundle."""
    catalogue = origin.catalogue
    for use_case in catalogue.use_cases.values():
        for ruling in Ruling:
            for ruled in catalogue.ruled(use_case, ruling):
                yield RulingRecord(
                    use_case=use_case.id,
                    use_case_name=use_case.name,
                    api=ruled.api,
                    api_title=catalogue.apis[ruled.api].title,
                    ruling=RULINGS[ruling],
                    comment=ruled.comment,
                    **origin.checked(use_case.source, use_case.checked_on),
                )

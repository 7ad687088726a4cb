"""Use cases, with the APIs of each class."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from guides_api.catalogue.models import Ruling
from guides_api.pages.addresses import comparison_path, use_case_path
from guides_api.pages.exports.record import CheckedOn, Exported, Origin, Source, Words, told


class UseCaseRecord(Exported):
    """A use case with all that pages join to it."""

    id: Annotated[str, told("identifiant", "Identifiant", "L’identifiant du cas d’usage sur ce site.")]
    name: Annotated[str, told("nom", "Nom", "Le nom de la démarche.")]
    page: Annotated[str, told("page", "Page", "L’adresse de sa page sur ce site.")]
    bundle: Annotated[str, told("bouquet", "Bouquet", "Le bouquet d’API auquel la demande donne accès.")]
    publics: Annotated[Words, told("publics", "Publics", "À qui la démarche s’adresse.")]
    datapass_use_case: Annotated[
        str, told("datapass_cas_usage", "Cas d’usage DataPass", "L’identifiant que DataPass lui donne.")
    ]
    forms: Annotated[Words, told("formulaires", "Formulaires", "Les identifiants des formulaires génériques.")]
    form_addresses: Annotated[
        Words, told("formulaires_adresses", "Adresses des formulaires", "Leurs adresses, dans le même ordre.")
    ]
    form_conditions: Annotated[
        Words,
        told("formulaires_conditions", "Conditions", "Quand choisir chacun, dans le même ordre ; vide s’il est seul."),
    ]
    required: Annotated[
        Words, told("api_indispensables", "API indispensables", "Les API sans lesquelles la démarche ne peut se faire.")
    ]
    useful: Annotated[
        Words,
        told("api_utiles", "API utiles", "Les API à demander si votre délibération ou votre règlement le justifie."),
    ]
    unjustified: Annotated[
        Words, told("api_injustifiees", "API injustifiées", "Les API dont la demande ne serait pas justifiée.")
    ]
    not_ruled: Annotated[
        Words,
        told("api_non_statuees", "API non statuées", "Celles du bouquet sur lesquelles personne ne s’est prononcé."),
    ]
    legal_texts: Annotated[Words, told("textes", "Textes", "Les textes de loi sur lesquels il s’appuie.")]
    legal_note: Annotated[str | None, told("textes_note", "Note juridique", "Ce qui précise ces textes.")]
    solution_forms: Annotated[
        Words, told("formulaires_editeurs", "Formulaires d’éditeurs", "Les formulaires préremplis des logiciels.")
    ]
    comparison: Annotated[
        str | None, told("comparaison", "Comparaison", "L’adresse de la page qui compare ces logiciels, s’il y en a.")
    ]
    note: Annotated[str | None, told("note", "Note", "Ce qu’il faut savoir de plus.")]
    source: Source
    checked_on: CheckedOn


def use_case_records(origin: Origin) -> Iterator[UseCaseRecord]:
    """Yield a record a use case."""
    catalogue = origin.catalogue
    for use_case in catalogue.use_cases.values():
        ruled = {ruling: tuple(item.api for item in catalogue.ruled(use_case, ruling)) for ruling in Ruling}
        solutions = tuple(solution.form for _, solution in catalogue.solutions_for(use_case.id))
        yield UseCaseRecord(
            id=use_case.id,
            name=use_case.name,
            page=origin.page(use_case_path(use_case.id)),
            bundle=catalogue.bundles[use_case.bundle].name,
            publics=tuple(public.name for public in catalogue.publics_of(use_case)),
            datapass_use_case=use_case.datapass_use_case,
            forms=tuple(form.id for form in use_case.forms),
            form_addresses=origin.forms(use_case.forms),
            form_conditions=tuple(form.when or "" for form in use_case.forms),
            required=ruled[Ruling.REQUIRED],
            useful=ruled[Ruling.USEFUL],
            unjustified=ruled[Ruling.UNJUSTIFIED],
            not_ruled=ruled[Ruling.NOT_RULED],
            legal_texts=tuple(catalogue.legal_texts[text].reference for text in use_case.legal_texts),
            legal_note=use_case.legal_note,
            solution_forms=solutions,
            comparison=origin.page(comparison_path(use_case.id)) if solutions else None,
            note=use_case.note,
            **origin.checked(use_case.source, use_case.checked_on),
        )

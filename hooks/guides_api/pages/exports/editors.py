"""Editors, their solutions, and which APIs each solution's form covers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from guides_api.pages.addresses import badge_path, editor_path
from guides_api.pages.comparison import comparison
from guides_api.pages.exports.record import CheckedOn, Exported, Origin, Source, Words, told

Form = Annotated[str, told("formulaire", "Formulaire", "L’identifiant du formulaire DataPass prérempli du logiciel.")]
FormAddress = Annotated[str, told("formulaire_adresse", "Adresse du formulaire", "L’adresse de ce formulaire.")]
EditorId = Annotated[str, told("editeur", "Éditeur", "L’identifiant de l’éditeur sur ce site.")]
EditorName = Annotated[str, told("editeur_nom", "Nom de l’éditeur", "Son nom.")]
Certified = Annotated[
    bool, told("franceconnect_certifie", "Certifié FranceConnect", "Si l’éditeur est certifié FranceConnect.")
]


class EditorRecord(Exported):
    """A software editor."""

    id: Annotated[str, told("identifiant", "Identifiant", "L’identifiant de l’éditeur sur ce site.")]
    name: Annotated[str, told("nom", "Nom", "Le nom de l’éditeur.")]
    page: Annotated[str, told("page", "Page", "L’adresse de sa page sur ce site.")]
    siren: Annotated[str | None, told("siren", "SIREN", "Les neuf chiffres de son SIREN, s’il est connu.")]
    site: Annotated[str | None, told("site", "Site", "L’adresse de son site, si elle est connue.")]
    certified: Certified
    solutions: Annotated[Words, told("logiciels", "Logiciels", "Les noms de ses logiciels.")]
    forms: Annotated[Words, told("formulaires", "Formulaires", "Leurs formulaires DataPass, dans le même ordre.")]
    use_cases: Annotated[Words, told("cas_usage", "Cas d’usage", "Les cas d’usage que servent ses logiciels.")]
    badge: Annotated[str, told("badge", "Badge", "L’adresse de son badge.")]
    source: Source
    checked_on: CheckedOn


class SolutionRecord(Exported):
    """A solution of an editor, known by its form."""

    form: Form
    form_address: FormAddress
    name: Annotated[str, told("nom", "Nom", "Le nom du logiciel.")]
    editor: EditorId
    editor_name: EditorName
    certified: Certified
    bundle: Annotated[str | None, told("bouquet", "Bouquet", "Le bouquet d’API que demande le formulaire.")]
    use_cases: Annotated[Words, told("cas_usage", "Cas d’usage", "Les cas d’usage que sert le logiciel.")]
    fixed: Annotated[
        Words, told("donnees_toujours", "Données demandées", "Les données que le formulaire demande toujours.")
    ]
    optional: Annotated[Words, told("donnees_au_choix", "Données au choix", "Celles que l’on peut y ajouter.")]
    apis: Annotated[Words, told("api", "API", "Les API qui portent ces données.")]
    source: Source
    checked_on: CheckedOn


class CoverageRecord(Exported):
    """Which APIs ruled indispensable or useful for a use case a solution's form asks something of."""

    use_case: Annotated[str, told("cas_usage", "Cas d’usage", "L’identifiant du cas d’usage.")]
    use_case_name: Annotated[str, told("cas_usage_nom", "Nom du cas d’usage", "Son nom.")]
    form: Form
    solution: Annotated[str, told("logiciel", "Logiciel", "Le nom du logiciel.")]
    editor: EditorId
    editor_name: EditorName
    wanted: Annotated[
        int, told("api_attendues", "API attendues", "Combien d’API sont indispensables ou utiles au cas d’usage.")
    ]
    covered: Annotated[
        int, told("api_couvertes", "API couvertes", "De combien d’entre elles le formulaire demande une donnée.")
    ]
    covered_apis: Annotated[
        Words, told("api_couvertes_liste", "Liste des API couvertes", "Les identifiants de ces dernières.")
    ]
    source: Source
    checked_on: CheckedOn
    wanted_data: Annotated[
        int, told("donnees_attendues", "Données attendues", "Combien de données portent les API attendues.")
    ]
    asked_data: Annotated[
        int,
        told(
            "donnees_demandees",
            "Données demandées",
            "Combien d’entre elles le formulaire demande, toujours ou au choix.",
        ),
    ]


def editor_records(origin: Origin) -> Iterator[EditorRecord]:
    """Yield a record an editor."""
    for editor in origin.catalogue.editors.values():
        path = editor_path(editor.id)
        yield EditorRecord(
            id=editor.id,
            name=editor.name,
            page=origin.page(path),
            siren=editor.siren,
            site=editor.site,
            certified=editor.franceconnect_certified,
            solutions=tuple(solution.name for solution in editor.solutions),
            forms=tuple(solution.form for solution in editor.solutions),
            use_cases=tuple(dict.fromkeys(item for solution in editor.solutions for item in solution.use_cases)),
            badge=origin.file(badge_path(path)),
            **origin.checked(editor.source, editor.checked_on),
        )


def solution_records(origin: Origin) -> Iterator[SolutionRecord]:
    """Yield a record a solution."""
    catalogue = origin.catalogue
    for editor, solution in catalogue.solutions():
        bundle = catalogue.bundle_of_form(solution.form)
        yield SolutionRecord(
            form=solution.form,
            form_address=origin.form(solution.form),
            name=solution.name,
            editor=editor.id,
            editor_name=editor.name,
            certified=editor.franceconnect_certified,
            bundle=bundle.name if bundle else None,
            use_cases=solution.use_cases,
            fixed=solution.scopes.fixed,
            optional=solution.scopes.optional,
            apis=tuple(dict.fromkeys(api for scope in solution.scopes.asked for api in catalogue.scopes[scope].apis)),
            **origin.checked(editor.source, editor.checked_on),
        )


def coverage_records(origin: Origin) -> Iterator[CoverageRecord]:
    """Yield a record a use case and a solution that serves it, in the order of the pages that compare them."""
    for use_case in origin.catalogue.use_cases.values():
        found = comparison(use_case, origin.catalogue)
        for compared in found.solutions:
            yield CoverageRecord(
                use_case=use_case.id,
                use_case_name=use_case.name,
                form=compared.solution.form,
                solution=compared.solution.name,
                editor=compared.editor.id,
                editor_name=compared.editor.name,
                wanted=len(found.wanted),
                covered=len(compared.covered),
                covered_apis=tuple(api.id for api in compared.covered),
                wanted_data=len(found.data),
                asked_data=len(compared.data),
                **origin.checked(compared.editor.source, compared.editor.checked_on),
            )

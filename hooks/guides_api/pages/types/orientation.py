"""« Puis-je accéder ? », its questions but the first: whose data, for which use case, integrated by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from guides_api.catalogue.applicants import Applicant, Eligibility
from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.models import Bundle, UseCase
from guides_api.catalogue.orientation import open_use_cases, use_cases_of
from guides_api.pages.answers import Answers, among, case_title, publics, software
from guides_api.pages.page import HOME, ORIENTATION, TOOLS, SitePage
from guides_api.pages.steps import ABSENT, ALONE, CASES, FREE, TEAM, step_path
from guides_api.pages.templating import Words


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that may be chosen: its link, a line that says what it is, and what it is about in a few words."""

    title: str
    href: Words
    words: str = ""
    more: str = ""


def orientation_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield the steps that ask something."""
    for applicant in catalogue.applicants.values():
        if applicant.refused:
            continue
        yield _whose_data(catalogue, applicant)
        for bundle in catalogue.bundles.values():
            if use_cases := use_cases_of(catalogue, applicant, bundle.id):
                yield _which_use_case(catalogue, applicant, bundle, use_cases)
    yield _every_use_case(catalogue)
    for use_case in open_use_cases(catalogue):
        yield _who_integrates(catalogue, use_case)


def _whose_data(catalogue: Catalogue, applicant: Applicant) -> SitePage:
    on = Answers(catalogue, step_path(applicant.id), applicant)
    values = {
        "answers": [on.who(among(applicant))],
        "name": among(applicant),
        "examined": applicant.eligible is Eligibility.EXAMINED,
        "reason": applicant.reason or "",
        "options": [_bundle(on, applicant, bundle) for bundle in catalogue.bundles.values()],
    }
    title = f"Étape 2 sur 4 : {among(applicant)}"
    subjects = " ou celles des ".join(bundle.subject for bundle in catalogue.bundles.values())
    told = f"Les données des {subjects}, pour {among(applicant)}."
    return _step(on, title, told, "orientation_data", values)


def _bundle(on: Answers, applicant: Applicant, bundle: Bundle) -> Option:
    found = len(use_cases_of(on.catalogue, applicant, bundle.id))
    return Option(
        f"Les données des {bundle.subject}",
        on.link(step_path(applicant.id, bundle.id) if found else step_path(FREE, bundle.id)),
        bundle.summary,
        f"{bundle.name} : {f'{found} cas d’usage' if found else 'aucun cas d’usage connu, une demande libre'}",
    )


def _which_use_case(
    catalogue: Catalogue, applicant: Applicant, bundle: Bundle, use_cases: Iterable[UseCase]
) -> SitePage:
    on = Answers(catalogue, step_path(applicant.id, bundle.id), applicant)
    title = f"Étape 3 sur 4 : {among(applicant)}, {bundle.name}"
    told = f"Les cas d’usage de {bundle.name} pour {among(applicant)}."
    answers = [on.who(among(applicant)), on.data(bundle)]
    values = {"answers": answers, "groups": [_group(on, bundle, use_cases)], "titled": False}
    return _step(on, title, told, "orientation_use_cases", values)


def _every_use_case(catalogue: Catalogue) -> SitePage:
    on = Answers(catalogue, step_path(CASES))
    opened = open_use_cases(catalogue)
    groups = [
        _group(on, bundle, [use_case for use_case in opened if use_case.bundle == bundle.id])
        for bundle in catalogue.bundles.values()
    ]
    title = "Étape 3 sur 4 : toutes les démarches"
    values = {"answers": [], "groups": groups, "titled": True}
    return _step(on, title, "Tous les cas d’usage, à qui chacun s’adresse.", "orientation_use_cases", values)


def _group(on: Answers, bundle: Bundle, use_cases: Iterable[UseCase]) -> Mapping[str, Any]:
    words = f"Voyez ce qu’attend une demande libre, pour {bundle.name}."
    free = Option("Aucun de ces cas d’usage", on.link(step_path(FREE, bundle.id)), words)
    return {
        "id": bundle.id,
        "title": f"Avec les données des {bundle.subject}",
        "options": [*(_use_case(on, use_case) for use_case in use_cases), free],
    }


def _use_case(on: Answers, use_case: UseCase) -> Option:
    catalogue = on.catalogue
    guide = catalogue.guide_of(use_case.id)
    return Option(
        case_title(catalogue, use_case),
        on.link(step_path(CASES, use_case.id)),
        guide.tagline if guide else use_case.note or "",
        "" if on.applicant else publics(catalogue, use_case),
    )


def _who_integrates(catalogue: Catalogue, use_case: UseCase) -> SitePage:
    on = Answers(catalogue, step_path(CASES, use_case.id))
    solutions = [
        Option(software(editor, solution), on.link(step_path(CASES, use_case.id, solution.form)))
        for editor, solution in catalogue.solutions_for(use_case.id)
    ]
    absent = Option(
        "Mon logiciel n’est pas dans cette liste" if solutions else "L’éditeur de notre logiciel",
        on.link(step_path(ABSENT, use_case.bundle)),
        "Voyez ce qu’il faut demander à votre éditeur.",
    )
    others = [
        Option(
            "Notre équipe informatique ou un prestataire",
            on.link(step_path(CASES, use_case.id, TEAM)),
            "Vous remplirez le formulaire générique de cette démarche.",
        ),
        Option(
            "Personne",
            on.link(step_path(CASES, use_case.id, ALONE)),
            "Voyez s’il existe un moyen de s’en passer.",
        ),
    ]
    case = case_title(catalogue, use_case)
    values = {"answers": on.to(use_case), "solutions": solutions, "editors": [*solutions, absent], "others": others}
    title = f"Étape 4 sur 4 : {case}"
    return _step(
        on, title, f"Qui va intégrer l’API, pour le cas d’usage « {case} » ?", "orientation_integration", values
    )


def _step(on: Answers, title: str, told: str, layout: str, values: Mapping[str, Any]) -> SitePage:
    return SitePage(
        path=on.path,
        title=title,
        description=f"Puis-je accéder aux données ? {told}",
        layout=layout,
        edits=on.applicant.file if on.applicant else "data/use_cases.yaml",
        values=values,
        trail=(HOME, TOOLS, ORIENTATION),
        noindex=True,
        styles=("tools",),
    )

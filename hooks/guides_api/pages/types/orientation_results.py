"""« Puis-je accéder ? », its results: one for each way to integrate a use case, and those of who is not eligible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from guides_api.catalogue.applicants import Alternative, Applicant
from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.datapass import DataPass
from guides_api.catalogue.editors import Editor, Solution
from guides_api.catalogue.models import Bundle, UseCase
from guides_api.catalogue.orientation import (
    alternative_of,
    alternatives_in,
    eligible,
    exceptions,
    open_use_cases,
    use_cases_of,
)
from guides_api.pages.addresses import bundle_path, editor_path
from guides_api.pages.answers import Answers, among, askers, case_title, either, software
from guides_api.pages.components.views import RULING_WORDS
from guides_api.pages.page import SitePage
from guides_api.pages.results import AFTER_A_FORM, BEFORE_A_FORM, MAYBE, NO, YES, at_hand, further, of_use_case, result
from guides_api.pages.steps import ABSENT, ALONE, CASES, FREE, TEAM, step_path
from guides_api.pages.templating import Words


def orientation_result_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield the ends of all paths."""
    for applicant in catalogue.applicants.values():
        if applicant.refused:
            yield _refused(catalogue, applicant)
    for use_case in open_use_cases(catalogue):
        for editor, solution in catalogue.solutions_for(use_case.id):
            yield _with_solution(catalogue, use_case, editor, solution)
        yield _with_team(catalogue, use_case)
        yield _alone(catalogue, use_case)
    for applicant, use_case in exceptions(catalogue):
        yield _exception(catalogue, applicant, use_case)
    for bundle in catalogue.bundles.values():
        yield _free(catalogue, bundle)
        yield _absent(catalogue, bundle)


def _refused(catalogue: Catalogue, applicant: Applicant) -> SitePage:
    on = Answers(catalogue, step_path(applicant.id), applicant)
    titles = _titles(catalogue)
    unless = [catalogue.applicants[other] for other in applicant.unless]
    found = use_cases_of(catalogue, applicant)
    values = {
        "verdict": NO,
        "heading": f"Non, pas pour {among(applicant)}",
        "why": applicant.reason,
        "ways": [{"title": titles[way.page], "href": on.link(way.page), "words": way.words} for way in applicant.ways],
        "unless": [{"name": among(other), "href": on.link(step_path(other.id))} for other in unless],
        "exception": applicant.exception or "",
        "exceptions": [
            {"title": case_title(catalogue, item), "href": on.link(step_path(CASES, item.id))} for item in found
        ],
    }
    return result(on, f"{applicant.name} : l’accès n’est pas ouvert", "refused", [on.who(among(applicant))], values)


def _with_solution(catalogue: Catalogue, use_case: UseCase, editor: Editor, solution: Solution) -> SitePage:
    on = Answers(catalogue, step_path(CASES, use_case.id, solution.form))
    name = software(editor, solution)
    form = {"href": Words(_datapass(catalogue).form(solution.form)), "words": f"Demander l’accès avec {solution.name}"}
    values = {
        "how": f"avec {name}",
        "heading": f"Oui, avec {name}",
        "forms": [form],
        "editor": {"name": editor.name, "href": on.link(editor_path(editor.id)), "asks": _asks(solution)},
        "holder": "l’éditeur",
        **at_hand(catalogue, prefilled=True),
    }
    return of_use_case(on, use_case, "form", name, values)


def _asks(solution: Solution) -> str:
    """Say how many data a solution's form asks for, and what to look at."""
    fixed, optional = len(solution.scopes.fixed), len(solution.scopes.optional)
    data = f"{fixed} donnée{'s' if fixed > 1 else ''}"
    if fixed and optional:
        return (
            f"Il demande toujours {data} et en laisse {optional} au choix : ne cochez que ce dont votre règle a besoin."
        )
    if fixed:
        return f"Il demande {data}, sans choix possible : vérifiez que votre règle en a besoin."
    return f"Il laisse {optional} données au choix : ne cochez que ce dont votre règle a besoin." if optional else ""


def _with_team(catalogue: Catalogue, use_case: UseCase) -> SitePage:
    on = Answers(catalogue, step_path(CASES, use_case.id, TEAM))
    who = "votre équipe ou un prestataire"
    values = {
        "how": f"avec {who}",
        "heading": f"Oui, avec {who}",
        "forms": _generic_forms(catalogue, use_case),
        "editor": {},
        "holder": who,
        **at_hand(catalogue),
    }
    return of_use_case(on, use_case, "form", "notre équipe ou un prestataire", values)


def _exception(catalogue: Catalogue, applicant: Applicant, use_case: UseCase) -> SitePage:
    on = Answers(catalogue, step_path(CASES, use_case.id))
    values = {
        "how": "avant de demander",
        "verdict": MAYBE,
        "heading": "Peut-être : écrivez d’abord au support",
        "why": applicant.exception,
        "forms": _generic_forms(catalogue, use_case),
        "editor": {},
        "holder": "votre équipe",
        **at_hand(catalogue),
    }
    return of_use_case(on, use_case, "form", "", values)


def _alone(catalogue: Catalogue, use_case: UseCase) -> SitePage:
    on = Answers(catalogue, step_path(CASES, use_case.id, ALONE))
    alternative = alternative_of(catalogue, use_case)
    asking = eligible(catalogue, use_case)
    unsure = [item for item in asking if alternative and not alternative.made_for(item)]
    verdict, heading = MAYBE, "Oui, si quelqu’un intègre l’API"
    told = "Mais il faut quelqu’un pour relier votre logiciel à l’API."
    if alternative:
        told = f"Sans personne pour intégrer l’API, une voie existe : {among(alternative)}."
        made = len(unsure) < len(asking)
        verdict, heading = (YES, "Oui, sans intégrer d’API") if made else (MAYBE, "Peut-être, sans intégrer d’API")
    values = {
        "how": "sans éditeur ni informaticien",
        "verdict": verdict,
        "heading": heading,
        "why": f"Vous êtes éligible si vous êtes {askers(catalogue, use_case)}. {told}",
        "alternative": _alternative(on, alternative, use_case) if alternative else {},
        "unsure": either(among(item) for item in unsure) if unsure else "",
        "unfit": [_unfit(catalogue, item) for item in alternatives_in(catalogue, use_case)],
        "solutions": len(catalogue.solutions_for(use_case.id)),
        "before": further(on, use_case.bundle, BEFORE_A_FORM),
        **at_hand(catalogue, spared=alternative.spares if alternative else ()),
    }
    return of_use_case(on, use_case, "alone", "personne", values)


def _alternative(on: Answers, alternative: Alternative, use_case: UseCase) -> Mapping[str, Any]:
    catalogue = on.catalogue
    modality = catalogue.modalities.get(alternative.modality or "")
    api = modality.api if modality else None
    return {
        "name": alternative.name,
        "explanation": alternative.explanation,
        "how": modality.explanation if modality else "",
        "note": alternative.note or "",
        "api": catalogue.apis[api].title if api else "",
        "ruling": RULING_WORDS[catalogue.ruling(use_case, api)][0] if api else "",
        "guide": {"title": _titles(catalogue)[alternative.page], "href": on.link(alternative.page)},
        "form": Words(_datapass(catalogue).choice(modality.request)) if modality and modality.request else "",
    }


def _unfit(catalogue: Catalogue, alternative: Alternative) -> Mapping[str, str]:
    api = catalogue.modalities[alternative.modality].api if alternative.modality else None
    return {"name": alternative.name, "api": catalogue.apis[api].title if api else ""}


def _free(catalogue: Catalogue, bundle: Bundle) -> SitePage:
    on = Answers(catalogue, step_path(FREE, bundle.id))
    values = {
        "verdict": MAYBE,
        "heading": "Peut-être, avec une demande libre",
        "bundle": bundle,
        "form": Words(_datapass(catalogue).choice(bundle.id)),
        "cases": on.link(bundle_path(bundle.id)),
        "further": further(on, bundle.id, AFTER_A_FORM),
        **at_hand(catalogue),
    }
    answers = [on.data(bundle), on.case(bundle, "aucun des cas d’usage connus")]
    return result(on, f"{bundle.name}, aucun cas d’usage ne convient : la demande libre", "free", answers, values)


def _absent(catalogue: Catalogue, bundle: Bundle) -> SitePage:
    on = Answers(catalogue, step_path(ABSENT, bundle.id))
    values = {
        "verdict": MAYBE,
        "heading": "Oui, si votre éditeur sait intégrer l’API",
        "bundle": bundle,
        "cases": on.link(bundle_path(bundle.id)),
        "further": further(on, bundle.id, (*BEFORE_A_FORM, "devenir-editeur")),
    }
    return result(on, f"{bundle.name}, avec un éditeur absent de la liste", "absent", [on.data(bundle)], values)


def _generic_forms(catalogue: Catalogue, use_case: UseCase) -> list[Mapping[str, str]]:
    datapass = _datapass(catalogue)
    return [
        {
            "href": Words(datapass.form(form.id)),
            "words": f"Remplir la demande {form.when}" if form.when else "Remplir la demande",
        }
        for form in use_case.forms
    ]


def _titles(catalogue: Catalogue) -> Mapping[str, str]:
    return {page.path: page.title for page in catalogue.written()}


def _datapass(catalogue: Catalogue) -> DataPass:
    return DataPass(catalogue.site.datapass_url)

"""Whoever answers « Puis-je accéder ? » gets somewhere, and every use case is reached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guides_api.catalogue.applicants import Applicant, Eligibility
from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.orientation import applicants_of
from guides_api.catalogue.problems import Problem


def applicants_led_on(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """Who may ask chooses from use cases; who may not is told why, and what to do instead."""
    for applicant in catalogue.applicants.values():
        yield from _lacking(applicant)
        for rank, other in enumerate(applicant.unless):
            if other in catalogue.applicants and catalogue.applicants[other].refused:
                yield applicant.problem(
                    "demandeur-sans-issue",
                    f"ce demandeur est renvoyé vers « {other} », qui n’est pas éligible non plus.",
                    *("unless", rank),
                    remedy="Retirez-le : « unless » renvoie à des demandeurs qui peuvent demander un accès.",
                )


def _lacking(applicant: Applicant) -> Iterator[Problem]:
    if applicant.refused and not applicant.ways:
        yield applicant.problem(
            "demandeur-sans-issue",
            "ce demandeur n’est pas éligible, et rien ne lui dit quoi faire.",
            "ways",
            remedy="Ajoutez « ways: » : des pages du site (« page ») et ce qu’il y trouve (« words »).",
        )
    if not applicant.refused and not applicant.publics:
        yield applicant.problem(
            "demandeur-sans-issue",
            "ce demandeur est éligible, mais n’a aucun cas d’usage à choisir.",
            "publics",
            remedy="Ajoutez « publics: » : il choisira parmi leurs cas d’usage.",
        )
    if applicant.eligible is not Eligibility.YES and not applicant.reason:
        yield applicant.problem(
            "raison-manquante",
            f"« eligible » vaut « {applicant.eligible} », et rien ne dit pourquoi.",
            "reason",
            remedy="Ajoutez une ligne « reason: … ».",
        )
    if bool(applicant.exception) is not (applicant.refused and bool(applicant.publics)):
        yield applicant.problem(
            "exception-incomplete",
            "« exception » va avec « eligible: non » et des publics, dont elle présente les cas d’usage.",
            "exception",
            remedy="Ajoutez ce qui manque, ou retirez « exception » et « publics ».",
        )


def use_cases_reached(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """Some applicant leads to each use case, unless the publics of all of them are not known yet."""
    if len(catalogue.applicants) != len(catalogue.declared.get("applicants", "?")):
        return
    if not all(applicant.refused or applicant.publics for applicant in catalogue.applicants.values()):
        return
    named = [record.publics for name in ("applicants", "use_cases") for record in getattr(catalogue, name).values()]
    if not all(public in catalogue.publics for publics in named for public in publics):
        return
    for use_case in catalogue.use_cases.values():
        if not applicants_of(catalogue, use_case):
            yield use_case.problem(
                "cas-usage-sans-demandeur",
                "« Puis-je accéder ? » ne mène à ce cas d’usage par aucun demandeur.",
                "publics",
                remedy="Ajoutez l’un de ses publics à un demandeur de data/applicants.yaml.",
            )

"""Rulings and forms of use cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.models import Ruling, UseCase
from guides_api.catalogue.problems import Problem

_FRENCH = {Ruling.REQUIRED: "indispensables", Ruling.USEFUL: "utiles", Ruling.UNJUSTIFIED: "injustifiées"}


def _ruled(catalogue: Catalogue, use_case: UseCase) -> Iterator[tuple[Ruling, int, str]]:
    for ruling in _FRENCH:
        for index, ruled in enumerate(catalogue.ruled(use_case, ruling)):
            yield ruling, index, ruled.api


def one_ruling_each(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """An API stands once in the three lists of a use case."""
    for use_case in catalogue.use_cases.values():
        seen: dict[str, Ruling] = {}
        for ruling, index, api in _ruled(catalogue, use_case):
            if api in seen:
                yield use_case.problem(
                    "api-classee-deux-fois",
                    f"l’API « {api} » est déjà classée parmi les API {_FRENCH[seen[api]]}.",
                    *("apis", ruling.value, index),
                    remedy="Gardez-la dans une seule liste.",
                )
            seen.setdefault(api, ruling)


def rulings_within_bundle(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """A use case rules on APIs of its own bundle: one access request opens no other."""
    for use_case in catalogue.use_cases.values():
        for ruling, index, api in _ruled(catalogue, use_case):
            bundle = catalogue.apis[api].bundle if api in catalogue.apis else use_case.bundle
            unknown = not all(catalogue.knows("bundles", known) for known in (bundle, use_case.bundle) if known)
            if bundle != use_case.bundle and not unknown:
                yield use_case.problem(
                    "api-hors-bouquet",
                    f"l’API « {api} » n’appartient pas au bouquet « {use_case.bundle} » de ce cas d’usage.",
                    *("apis", ruling.value, index),
                    remedy="Retirez-la, ou corrigez le bouquet.",
                )


def forms_of_use_cases(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """Where several forms serve one use case each says when; a form serves one use case and its bundle only."""
    owners: dict[str, UseCase] = {}
    for use_case in catalogue.use_cases.values():
        for index, form in enumerate(use_case.forms):
            if len(use_case.forms) > 1 and not form.when:
                yield use_case.problem(
                    "condition-manquante",
                    f"le formulaire « {form.id} » ne dit pas quand le choisir, alors qu’il y en a plusieurs.",
                    *("forms", index),
                    remedy="Ajoutez une ligne « when: … » : quelques mots qui disent à qui il sert.",
                )
            if catalogue.knows("bundles", use_case.bundle) and not form.id.startswith(f"{use_case.bundle}-"):
                yield use_case.problem(
                    "formulaire-hors-bouquet",
                    f"le formulaire « {form.id} » n’est pas un formulaire du bouquet « {use_case.bundle} ».",
                    *("forms", index, "id"),
                    remedy=f"Son identifiant commence par « {use_case.bundle}- ».",
                )
            if form.id in owners:
                yield use_case.problem(
                    "formulaire-deja-pris",
                    f"le formulaire « {form.id} » est déjà celui du cas d’usage « {owners[form.id].name} ».",
                    *("forms", index, "id"),
                    remedy="Un formulaire ne sert qu’un cas d’usage.",
                )
            owners.setdefault(form.id, use_case)

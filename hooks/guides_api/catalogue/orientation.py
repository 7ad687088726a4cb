"""What leads an applicant to a use case, and a use case to those who may ask for it."""

from __future__ import annotations

from guides_api.catalogue.applicants import Alternative, Applicant
from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.models import Ruling, UseCase


def use_cases_of(catalogue: Catalogue, applicant: Applicant, bundle_id: str | None = None) -> tuple[UseCase, ...]:
    """Return the use cases that an applicant chooses from: those of a bundle, or all."""
    found = {use_case.id for public in applicant.publics for use_case in catalogue.use_cases_for(public)}
    return tuple(
        use_case
        for use_case in catalogue.use_cases.values()
        if use_case.id in found and bundle_id in (None, use_case.bundle)
    )


def applicants_of(catalogue: Catalogue, use_case: UseCase) -> tuple[Applicant, ...]:
    """Return those who choose a use case, whether they are eligible or it is an exception made for them."""
    return tuple(item for item in catalogue.applicants.values() if use_case in use_cases_of(catalogue, item))


def eligible(catalogue: Catalogue, use_case: UseCase) -> tuple[Applicant, ...]:
    """Return those who may ask for a use case, if need be after examination."""
    return tuple(applicant for applicant in applicants_of(catalogue, use_case) if not applicant.refused)


def open_use_cases(catalogue: Catalogue) -> tuple[UseCase, ...]:
    """Return the use cases that somebody eligible chooses."""
    return tuple(use_case for use_case in catalogue.use_cases.values() if eligible(catalogue, use_case))


def exceptions(catalogue: Catalogue) -> tuple[tuple[Applicant, UseCase], ...]:
    """Return the use cases that only a refused applicant has, each with the first of them."""
    opened = open_use_cases(catalogue)
    found: dict[str, tuple[Applicant, UseCase]] = {}
    for applicant in catalogue.applicants.values():
        for use_case in use_cases_of(catalogue, applicant):
            if use_case not in opened:
                found.setdefault(use_case.id, (applicant, use_case))
    return tuple(found.values())


def alternative_of(catalogue: Catalogue, use_case: UseCase) -> Alternative | None:
    """Return what serves a use case with nobody to integrate an API, if anything does."""
    return next((item for item in alternatives_in(catalogue, use_case) if _serves(catalogue, item, use_case)), None)


def alternatives_in(catalogue: Catalogue, use_case: UseCase) -> tuple[Alternative, ...]:
    """Return the alternatives of a use case's bundle, whether they serve it or not."""
    return tuple(item for item in catalogue.alternatives.values() if item.bundle == use_case.bundle)


def _serves(catalogue: Catalogue, alternative: Alternative, use_case: UseCase) -> bool:
    api = alternative.modality and catalogue.modalities[alternative.modality].api
    return not api or catalogue.ruling(use_case, api) in (Ruling.REQUIRED, Ruling.USEFUL)

"""What leads an applicant to a use case, and a use case to those who may ask for it.

All of it stands an unknown id, which is a problem of its own: links are checked whatever else is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable

from guides_api.catalogue.applicants import Alternative, Applicant
from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.models import Ruling, UseCase


def use_cases_of(catalogue: Catalogue, applicant: Applicant, bundle_id: str | None = None) -> tuple[UseCase, ...]:
    """Return the use cases that an applicant chooses from: those of a bundle, or all."""
    chosen = _members(catalogue, applicant.publics)
    return tuple(
        use_case
        for use_case in catalogue.use_cases.values()
        if bundle_id in (None, use_case.bundle) and chosen & _members(catalogue, use_case.publics)
    )


def applicants_of(catalogue: Catalogue, use_case: UseCase) -> tuple[Applicant, ...]:
    """Return those who choose a use case, whether they are eligible or it is an exception made for them."""
    concerned = _members(catalogue, use_case.publics)
    return tuple(item for item in catalogue.applicants.values() if concerned & _members(catalogue, item.publics))


def eligible(catalogue: Catalogue, use_case: UseCase) -> tuple[Applicant, ...]:
    """Return those who may ask for a use case, if need be after examination."""
    return tuple(applicant for applicant in applicants_of(catalogue, use_case) if not applicant.refused)


def open_use_cases(catalogue: Catalogue) -> tuple[UseCase, ...]:
    """Return the use cases that somebody eligible chooses."""
    return tuple(use_case for use_case in catalogue.use_cases.values() if eligible(catalogue, use_case))


def exceptions(catalogue: Catalogue) -> tuple[tuple[Applicant, UseCase], ...]:
    """Return the use cases that only refused applicants choose, each with the first of them."""
    return tuple(
        (found[0], use_case)
        for use_case in catalogue.use_cases.values()
        if (found := applicants_of(catalogue, use_case)) and not eligible(catalogue, use_case)
    )


def alternative_of(catalogue: Catalogue, use_case: UseCase) -> Alternative | None:
    """Return what serves a use case with nobody to integrate an API, if anything does."""
    return next((item for item in alternatives_in(catalogue, use_case) if _serves(catalogue, item, use_case)), None)


def alternatives_in(catalogue: Catalogue, use_case: UseCase) -> tuple[Alternative, ...]:
    """Return the alternatives of a use case's bundle, whether they serve it or not."""
    return tuple(item for item in catalogue.alternatives.values() if item.bundle == use_case.bundle)


def _serves(catalogue: Catalogue, alternative: Alternative, use_case: UseCase) -> bool:
    api = alternative.modality and catalogue.modalities[alternative.modality].api
    return not api or catalogue.ruling(use_case, api) in (Ruling.REQUIRED, Ruling.USEFUL)


def _members(catalogue: Catalogue, publics: Iterable[str]) -> set[str]:
    """Return publics, groups replaced by their members."""
    known = [catalogue.publics[public] for public in publics if public in catalogue.publics]
    return {member for public in known for member in public.includes or (public.id,)}

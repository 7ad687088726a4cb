"""The steps of « Puis-je accéder ? »: each answer is a page, whose address is made of the answers before it.

Who asks is kept as far as the choice of a use case; from there on a page is the same for all who may ask.
"""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.orientation import exceptions, open_use_cases, use_cases_of

CASES = "cas"
TEAM, ALONE = "equipe", "sans-integration"
FREE, ABSENT = "libre", "editeur-absent"


def step_path(*answers: str) -> str:
    """Return the file of the page that some answers lead to."""
    return f"orientation/{'/'.join(answers)}.md"


def step_paths(catalogue: Catalogue) -> Iterator[str]:
    """Yield the files of all steps but the first, which people write, and those of applicants, known by their ids."""
    for applicant in catalogue.applicants.values():
        for bundle in catalogue.bundles:
            if not applicant.refused and use_cases_of(catalogue, applicant, bundle):
                yield step_path(applicant.id, bundle)
    yield step_path(CASES)
    for use_case in open_use_cases(catalogue):
        yield step_path(CASES, use_case.id)
        results = [TEAM, ALONE, *(solution.form for _, solution in catalogue.solutions_for(use_case.id))]
        yield from (step_path(CASES, use_case.id, result) for result in results)
    yield from (step_path(CASES, use_case.id) for _, use_case in exceptions(catalogue))
    yield from (step_path(kind, bundle) for kind in (FREE, ABSENT) for bundle in catalogue.bundles)

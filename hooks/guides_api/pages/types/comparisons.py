"""Comparisons of a use case's solutions: what each one's form asks for."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.addresses import comparison_path, file_link, use_case_path
from guides_api.pages.page import COMPARISONS, EDITORS, HOME, SitePage
from guides_api.pages.templating import Words


def comparison_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield the list of comparisons, then a page a use case that at least one solution serves."""
    compared = [use_case for use_case in catalogue.use_cases.values() if catalogue.solutions_for(use_case.id)]
    if compared:
        yield SitePage(
            path=COMPARISONS.path,
            title=COMPARISONS.title,
            description="Choisissez une démarche : voyez, côte à côte, les données que demande chaque logiciel.",
            layout="comparison_list",
            edits="hooks/guides_api/pages/templates/layouts/comparison_list.md",
            values={},
            trail=(HOME, EDITORS),
            listed=True,
        )
    for use_case in compared:
        path = comparison_path(use_case.id)
        solutions = catalogue.solutions_for(use_case.id)
        count = f"{len(solutions)} logiciels" if len(solutions) > 1 else "un logiciel"
        yield SitePage(
            path=path,
            title=f"Éditeurs comparés : {use_case.name}",
            description=f"{use_case.name} : les données que demandent les formulaires de {count}, côte à côte.",
            layout="comparison",
            edits=solutions[0][0].file,
            values={
                "use_case": use_case,
                "count": len(solutions),
                "guide": Words(file_link(use_case_path(use_case.id), path)),
                "others": Words(file_link(COMPARISONS.path, path)),
            },
            trail=(HOME, EDITORS, COMPARISONS),
            styles=("tools",),
        )

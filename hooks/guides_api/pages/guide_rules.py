"""What holds between a guide's prose and its front matter."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.problems import Problem, Severity
from guides_api.catalogue.written import Guide
from guides_api.pages.links import links
from guides_api.pages.tags import Mistake, parse, walk


def forms_of_others(guide: Guide, catalogue: Catalogue) -> Iterator[Mistake]:
    """Refuse the DataPass form of another use case: readers of a guide were once sent to the form of another."""
    for element in walk(parse(guide.body)[0]):
        use_case = element.attributes.get("use_case")
        known = use_case in catalogue.use_cases
        if guide.use_case and element.name == "DataPass" and known and use_case != guide.use_case:
            yield Mistake(
                element.line,
                "formulaire-d-un-autre",
                f"ce guide porte sur « {guide.use_case} », et ce formulaire sur « {use_case} ».",
                f'Écrivez <DataPass use_case="{guide.use_case}">, ou renvoyez au guide de l’autre cas d’usage.',
            )


def unreachable_guides(catalogue: Catalogue) -> Iterator[Problem]:
    """Warn of a guide that no list shows and no page links to."""
    linked = {
        (posixpath.normpath(posixpath.join(posixpath.dirname(page.path), link.target.partition("#")[0])), page.path)
        for page in catalogue.written()
        for link in links(page.body)
    }
    for guide in catalogue.guides.values():
        if not guide.publish and not any(target == guide.path != page for target, page in linked):
            yield guide.problem(
                "guide-introuvable",
                "ce guide n’est dans aucune liste et aucune page n’y mène.",
                "publish",
                remedy="Faites un lien vers lui depuis une autre page, ou publiez-le.",
                severity=Severity.WARNING,
            )

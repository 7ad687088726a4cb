"""What holds between a guide's prose and its front matter."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.models import Api
from guides_api.catalogue.problems import Problem, Severity
from guides_api.catalogue.written import Guide, Page
from guides_api.pages.links import links
from guides_api.pages.tags import Mistake, parse, walk


def forms_of_others(guide: Guide, catalogue: Catalogue) -> Iterator[Mistake]:
    """Refuse the DataPass form of another use case: readers of a guide were once sent to the form of another."""
    for element in walk(parse(guide.body)[0]) if guide.use_case else ():
        use_case = element.attributes.get("use_case")
        if element.name == "DataPass" and use_case in catalogue.use_cases and use_case != guide.use_case:
            yield Mistake(
                element.line,
                "formulaire-d-un-autre",
                f"ce guide porte sur « {guide.use_case} », et ce formulaire sur « {use_case} ».",
                f'Écrivez <DataPass use_case="{guide.use_case}">, ou renvoyez au guide de l’autre cas d’usage.',
            )


def unreachable_guides(catalogue: Catalogue) -> Iterator[Problem]:
    """Warn of a guide that no list shows and no page links to."""
    unlisted = [guide for guide in catalogue.guides.values() if not guide.publish]
    reached = {path for page in catalogue.written() for path in _linked(page)} if unlisted else set()
    for guide in unlisted:
        if guide.path not in reached:
            yield guide.problem(
                "guide-introuvable",
                "ce guide n’est dans aucune liste et aucune page n’y mène.",
                "publish",
                remedy="Faites un lien vers lui depuis une autre page, ou publiez-le.",
                severity=Severity.WARNING,
            )


def _linked(page: Page | Api) -> Iterator[str]:
    """Yield the files of the other pages that a page links to."""
    folder = posixpath.dirname(page.path)
    for link in links(page.body):
        path = posixpath.normpath(posixpath.join(folder, link.target.partition("#")[0]))
        if path != page.path:
            yield path

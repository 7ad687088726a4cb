"""Preparing a délibération: for each use case, the data to tick and the text that follows."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.written import Guide
from guides_api.pages.addresses import case_file_path, checklist_path, file_link, use_case_path
from guides_api.pages.headings import anchors
from guides_api.pages.page import DELIBERATION, HOME, TOOLS, SitePage
from guides_api.pages.templating import Words

_ADVICE = "guides/deliberation.md"
_PART = "deliberation"  # where a use case's guide speaks of it


def deliberation_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield a page a use case."""
    for use_case in catalogue.use_cases.values():
        path = checklist_path(use_case.id)
        guide = catalogue.guide_of(use_case.id)
        name = catalogue.name_of(use_case)
        yield SitePage(
            path=path,
            title=f"Délibération – {name}",
            description=f"{name} : données à cocher, finalités, texte de délibération à adapter et demande.",
            layout="deliberation",
            edits=use_case.file,
            values={
                "use_case": use_case,
                "name": name,
                "guide": Words(_part(guide, path)),
                "use_case_page": Words(file_link(use_case_path(use_case.id), path)),
                "case_file": Words(file_link(case_file_path(use_case.id), path)),
                "advice": Words(file_link(_ADVICE, path)) if _ADVICE in catalogue.files else "",
            },
            trail=(HOME, TOOLS, DELIBERATION),
            scripts=("deliberation", "print"),
            styles=("tools",),
        )


def _part(guide: Guide | None, path: str) -> str:
    """Return the link to the part of a use case's guide that speaks of its délibération, if there is one."""
    if guide is None or _PART not in anchors(guide.body):
        return ""
    return f"{file_link(guide.path, path)}#{_PART}"

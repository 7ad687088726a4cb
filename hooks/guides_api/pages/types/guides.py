"""Guides, those of use cases included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.written import Guide
from guides_api.pages.addresses import case_file_path, checklist_path, comparison_path, file_link, image_path, tag_path
from guides_api.pages.page import GUIDES, HOME, SitePage
from guides_api.pages.related import related_guides
from guides_api.pages.templating import Words


def guide_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield every guide; one that isn't published is reached by links and search only."""
    for guide in catalogue.guides.values():
        tags = [{"name": tag, "href": Words(file_link(tag_path(tag), guide.path))} for tag in guide.tags]
        related = [
            {"title": other.title, "tagline": other.tagline, "href": Words(file_link(other.path, guide.path))}
            for other in related_guides(guide, catalogue)
        ]
        yield SitePage(
            path=guide.path,
            title=guide.title,
            description=guide.tagline,
            layout="guide",
            edits=guide.file,
            values={
                "title": guide.title,
                "tagline": guide.tagline,
                "body": Words(guide.body),
                "tags": tags if guide.publish else [],
                "tools": _tools(guide, catalogue),
                "related": related,
                "checked_on": _checked_on(guide, catalogue),
                "image": Words(file_link(image_path(guide.image), guide.path)) if guide.image else "",
            },
            trail=(HOME, GUIDES),
            written=True,
            explains=True,
            noindex=guide.noindex,
            listed=guide.publish,
            image=image_path(guide.image) if guide.image else "",
        )


def _tools(guide: Guide, catalogue: Catalogue) -> list[Mapping[str, str]]:
    """Return the tools that take a guide's use case further."""
    if guide.use_case is None:
        return []
    compared = len(catalogue.solutions_for(guide.use_case)) > 1
    tools = (
        ("Préparer ma délibération, ou la relire", checklist_path(guide.use_case)),
        ("Imprimer le dossier de ce cas d’usage", case_file_path(guide.use_case)),
        *([("Comparer les éditeurs de ce cas d’usage", comparison_path(guide.use_case))] if compared else ()),
    )
    return [{"title": title, "href": Words(file_link(path, guide.path))} for title, path in tools]


def _checked_on(guide: Guide, catalogue: Catalogue) -> date | None:
    """Return the day since which all that a use case's guide draws from records is known to be right."""
    if guide.use_case is None:
        return None
    use_case = catalogue.use_cases[guide.use_case]
    drawn = (
        use_case,
        *(catalogue.legal_texts[text] for text in use_case.legal_texts),
        *(editor for editor, _ in catalogue.solutions_for(use_case.id)),
    )
    return min(record.checked_on for record in drawn)

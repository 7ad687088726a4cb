"""Pages that people write and that are no guide: home, introductions of lists, legal pages."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.addresses import GLOSSARY
from guides_api.pages.page import HOME, TOOLS, UNDER_TOOLS, Crumb, SitePage
from guides_api.pages.templating import Words


def prose_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield them in the order of their files."""
    for page in catalogue.pages.values():
        yield SitePage(
            path=page.path,
            title=page.title,
            description=page.tagline or catalogue.site.description,
            layout="prose",
            edits=page.file,
            values={"title": page.title, "tagline": page.tagline, "body": Words(page.body)},
            trail=_trail(page.path),
            written=True,
            explains=not page.path.endswith(("index.md", GLOSSARY)),
            listed=True,
        )


def _trail(path: str) -> tuple[Crumb, ...]:
    if path == HOME.path:
        return ()
    return (HOME, TOOLS) if path in UNDER_TOOLS else (HOME,)

"""The page of the search, which a script fills."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.addresses import file_link
from guides_api.pages.page import DELIBERATION, GUIDES, HOME, SEARCH, SITE_MAP, TOOLS, SitePage
from guides_api.pages.templating import Words


def search_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield the only one; it offers the pages that most readers want."""
    titles = {record.path: record.title for record in catalogue.written()}
    everything = SITE_MAP if SITE_MAP.path in catalogue.pages else GUIDES
    yield SitePage(
        path=SEARCH.path,
        title=SEARCH.title,
        description="Cherchez une démarche, une donnée, un logiciel ou un mot dans toutes les pages du site.",
        layout="search",
        edits="data/site.yaml",
        values={
            "everything": {"title": everything.title, "href": Words(file_link(everything.path, SEARCH.path))},
            "checklists": Words(file_link(DELIBERATION.path, SEARCH.path))
            if DELIBERATION.path in catalogue.pages
            else "",
            "most_wanted": [
                {"title": titles[path], "href": Words(file_link(path, SEARCH.path))}
                for path in catalogue.site.most_wanted
            ],
        },
        trail=(HOME, TOOLS),
        noindex=True,
        scripts=("search-page",),
    )

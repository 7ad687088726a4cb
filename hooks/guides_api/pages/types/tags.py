"""Tags: the listed guides and the news under each."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.addresses import file_link, tag_path
from guides_api.pages.page import HOME, TAGS, SitePage
from guides_api.pages.templating import Words


def tag_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield a page a tag that a listed guide or an article bears."""
    described = {tag.name: tag.description for tag in catalogue.tags.values()}
    for tag, pages in catalogue.by_tag.items():
        path = tag_path(tag)
        yield SitePage(
            path=path,
            title=f"Thème : {tag}",
            description=described.get(tag) or f"Ce que le site dit sur le thème « {tag} ».",
            layout="tag",
            edits=pages[0].file,
            values={
                "tag": tag,
                "description": described.get(tag, ""),
                "all_tags": Words(file_link(TAGS.path, path)) if TAGS.path in catalogue.pages else "",
                "pages": [
                    {"title": page.title, "summary": page.summary, "href": Words(file_link(page.path, path))}
                    for page in pages
                ],
            },
            trail=(HOME, TAGS),
        )

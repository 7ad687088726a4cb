"""Tags: the listed guides under each."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.addresses import file_link, tag_path
from guides_api.pages.page import HOME, TAGS, SitePage
from guides_api.pages.templating import Words


def tag_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield a page a tag that a listed guide bears."""
    for tag, guides in catalogue.guides_by_tag.items():
        path = tag_path(tag)
        yield SitePage(
            path=path,
            title=f"Thème : {tag}",
            description=f"Les guides sur le thème « {tag} ».",
            layout="tag",
            edits=guides[0].file,
            values={
                "tag": tag,
                "all_tags": Words(file_link(TAGS.path, path)) if TAGS.path in catalogue.pages else "",
                "guides": [
                    {"title": guide.title, "tagline": guide.tagline, "href": Words(file_link(guide.path, path))}
                    for guide in guides
                ],
            },
            trail=(HOME, TAGS),
        )

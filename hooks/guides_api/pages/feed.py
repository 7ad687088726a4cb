"""The feed of guides, for those who follow the site in a feed reader."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages import templating
from guides_api.pages.addresses import address
from guides_api.pages.page import SitePage

FEED = "guides.xml"


def feed(catalogue: Catalogue, pages: Mapping[str, SitePage], site_url: str) -> str:
    """Return an RSS 2.0 feed of the listed guides that search engines may see.

    `site_url` is the site's absolute address with its final slash: a feed reader resolves no relative link.
    """
    guides = [pages[guide.path] for guide in catalogue.listed_guides() if not guide.noindex]
    items = [
        {"title": page.title, "description": page.description, "href": urljoin(site_url, address(page.path))}
        for page in guides
    ]
    return templating.html("feed.xml", {"site": catalogue.site, "site_url": site_url, "items": items, "name": FEED})

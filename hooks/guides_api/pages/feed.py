"""The feeds of guides and of news, for those who follow the site in a feed reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, time
from email.utils import format_datetime
from urllib.parse import urljoin

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.written import Guide, News
from guides_api.pages import templating
from guides_api.pages.addresses import address
from guides_api.pages.typography import typographic_words

GUIDES_FEED = "guides.xml"
NEWS_FEED = "actualites.xml"


def feeds(catalogue: Catalogue, site_url: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each RSS 2.0 feed: listed guides that search engines may see, then news, if any.

    `site_url` is the site's absolute address with its final slash: a feed reader resolves no relative link.
    """
    guides = [guide for guide in catalogue.listed_guides if not guide.noindex]
    yield GUIDES_FEED, _feed(catalogue, site_url, GUIDES_FEED, "guides", guides)
    if catalogue.news:
        yield NEWS_FEED, _feed(catalogue, site_url, NEWS_FEED, "actualités", catalogue.latest_news)


def _feed(catalogue: Catalogue, site_url: str, name: str, subject: str, pages: Iterable[Guide | News]) -> str:
    items = [_item(page, site_url) for page in pages]
    values = {"site": catalogue.site, "subject": subject, "site_url": site_url, "items": items, "name": name}
    return templating.html("feed.xml", values)


def _item(page: Guide | News, site_url: str) -> Mapping[str, str]:
    published = datetime.combine(page.date, time(), UTC) if isinstance(page, News) else None
    return {
        "title": typographic_words(page.title),
        "description": typographic_words(page.summary),
        "href": urljoin(site_url, address(page.path)),
        "published": format_datetime(published) if published else "",
    }

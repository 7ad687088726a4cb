"""The news, joined: by date, by year, by category."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from guides_api.catalogue.collections import Collections
from guides_api.catalogue.fields import slugified
from guides_api.catalogue.problems import folded
from guides_api.catalogue.written import News


@dataclass(frozen=True, eq=False)
class Articles(Collections):
    """The collections, and what joins the articles among them."""

    @cached_property
    def latest_news(self) -> tuple[News, ...]:
        """The articles, newest first, those of a day by title."""
        return tuple(sorted(self.news.values(), key=lambda article: (-article.date.toordinal(), folded(article.title))))

    def news_of(self, *, year: str | None = None, category: str | None = None) -> tuple[News, ...]:
        """Return the articles of a year or of a category (its slug), or both, newest first."""
        return tuple(
            article
            for article in self.latest_news
            if year in (None, article.year) and category in (None, *map(slugified, article.categories))
        )

    @cached_property
    def news_by_year(self) -> Mapping[str, int]:
        """How many articles each year has, newest first."""
        return Counter(article.year for article in self.latest_news)

    @cached_property
    def news_categories(self) -> Mapping[str, str]:
        """The names of the categories by slug, in alphabetical order."""
        names = sorted({name for article in self.news.values() for name in article.categories}, key=folded)
        return {slugified(name): name for name in names}

"""`<NewsList />`: the news, newest first; or the latest ones, those of a year, of a category."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.fields import Count
from guides_api.catalogue.records import CategoryRef, YearRef
from guides_api.pages.addresses import category_path, year_path
from guides_api.pages.components.base import Component, On


class NewsList(Component):
    """Articles with their dates and excerpts; the whole list leads to its archives."""

    doc: ClassVar[str] = "Les actualités, de la plus récente à la plus ancienne, et leurs archives."
    example: ClassVar[str] = "<NewsList />"
    latest: Count | None = Field(None, description="combien en montrer, en commençant par la plus récente")
    year: YearRef | None = Field(None, description="une année, pour ne montrer qu’elle")
    category: CategoryRef | None = Field(None, description="une rubrique (en minuscules, sans accent)")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the articles; the archives where the list is whole."""
        catalogue = on.catalogue
        articles = catalogue.news_of(year=self.year, category=self.category)
        whole = (self.latest, self.year, self.category) == (None, None, None)
        return {
            "articles": [
                {
                    "title": article.title,
                    "href": on.link(article.path),
                    "date": article.date,
                    "excerpt": article.excerpt,
                    "categories": article.categories,
                }
                for article in articles[: self.latest]
            ],
            "years": [
                {"name": year, "href": on.link(year_path(year)), "count": count}
                for year, count in (catalogue.news_by_year.items() if whole else ())
            ],
            "categories": [
                {"name": name, "href": on.link(category_path(slug)), "count": len(catalogue.news_of(category=slug))}
                for slug, name in (catalogue.news_categories.items() if whole else ())
            ],
        }

"""News: articles, and their archives by year and by category."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.fields import slugified
from guides_api.catalogue.written import News
from guides_api.pages.addresses import category_path, file_link, tag_path, year_path
from guides_api.pages.page import HOME, NEWS, SitePage
from guides_api.pages.templating import Words


def news_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield a page an article, each with the way to the one before and the one after."""
    around = (None, *catalogue.latest_news, None)
    for (newer, article), (_, older) in pairwise(pairwise(around)):
        if article is not None:
            yield _page(article, newer, older)


def news_archive_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield a page a year that has articles, then a page a category."""
    for year in catalogue.news_by_year:
        yield _archive(catalogue, f"Actualités de {year}", "year", year, year_path(year))
    for category, name in catalogue.news_categories.items():
        yield _archive(catalogue, f"Actualités : {name}", "category", category, category_path(category))


def _page(article: News, newer: News | None, older: News | None) -> SitePage:
    def link(other: News | None) -> Mapping[str, str]:
        return {"title": other.title, "href": Words(file_link(other.path, article.path))} if other else {}

    return SitePage(
        path=article.path,
        title=article.title,
        description=article.excerpt,
        layout="news",
        edits=article.file,
        values={
            "article": article,
            "body": Words(article.body),
            "image": Words(file_link(article.image, article.path)) if article.image else "",
            "categories": [
                {"name": name, "href": Words(file_link(category_path(slugified(name)), article.path))}
                for name in article.categories
            ],
            "tags": [{"name": tag, "href": Words(file_link(tag_path(tag), article.path))} for tag in article.tags],
            "newer": link(newer),
            "older": link(older),
        },
        trail=(HOME, NEWS),
        written=True,
        explains=True,
        listed=True,
        image=article.image or "",
    )


def _archive(catalogue: Catalogue, title: str, kind: str, identifier: str, path: str) -> SitePage:
    articles = catalogue.news_of(**{kind: identifier})
    return SitePage(
        path=path,
        title=title,
        description=f"{title} : {articles[0].title}" + (", et d’autres articles." if articles[1:] else "."),
        layout="news_archive",
        edits=articles[0].file,
        values={
            "title": title,
            "kind": kind,
            "id": identifier,
            "all_news": Words(file_link(NEWS.path, path)) if NEWS.path in catalogue.pages else "",
        },
        trail=(HOME, NEWS),
    )

"""Pages that people write, as records: front matter, and the prose under it."""

from __future__ import annotations

import enum
from typing import Annotated

from pydantic import Field, StrictBool

from guides_api.catalogue.fields import (
    COMMA_SEPARATED,
    EMPTY_IS_NONE_LISTED,
    ArticleImage,
    Filing,
    Image,
    Moment,
    Sentence,
    Slug,
    Title,
)
from guides_api.catalogue.marks import Named
from guides_api.catalogue.records import Addressed, PublicRef, UseCaseRef
from guides_api.catalogue.removed import SiteAddress

TagName = Annotated[Filing, Named("tag_names", closed=False)]
ApiName = Annotated[Title, Named("api_names", closed=True)]


class Page(Addressed):
    """A page people write: `path` is its file below `content/`; `aliases` are the addresses that it had."""

    title: Title
    tagline: Sentence | None = None
    aliases: Annotated[tuple[SiteAddress, ...], EMPTY_IS_NONE_LISTED] = ()
    path: Annotated[str, Field(exclude=True)] = ""
    body: Annotated[str, Field(exclude=True)] = ""
    body_line: Annotated[int, Field(exclude=True)] = 0


class Guide(Page):
    """A guide; `api` holds ids of APIs and bundles once the catalogue is loaded, whatever was written.

    `aliases` are the names that its file had.
    """

    id: Annotated[Slug, Field(exclude=True)] = ""
    tagline: Sentence
    tags: Annotated[tuple[TagName, ...], COMMA_SEPARATED, EMPTY_IS_NONE_LISTED] = ()
    image: Image | None = None
    noindex: StrictBool = False
    publish: StrictBool = True
    api: Annotated[tuple[ApiName, ...], EMPTY_IS_NONE_LISTED] = ()
    use_case: UseCaseRef | None = None
    publics: Annotated[tuple[PublicRef, ...], EMPTY_IS_NONE_LISTED] = ()
    aliases: Annotated[tuple[Slug, ...], EMPTY_IS_NONE_LISTED] = ()

    @property
    def summary(self) -> str:
        """What lists say of it."""
        return self.tagline


class Layout(enum.StrEnum):
    """What Jekyll's articles say of their layout."""

    POST = "post"


class News(Page):
    """An article of the news; `aliases` are the names that its file had.

    `layout` is accepted so that Jekyll's articles can be moved here; it changes nothing.
    """

    id: Annotated[Slug, Field(exclude=True)] = ""
    tagline: Annotated[None, Field(exclude=True)] = None
    date: Moment
    excerpt: Sentence
    categories: Annotated[tuple[Filing, ...], COMMA_SEPARATED, EMPTY_IS_NONE_LISTED] = ()
    tags: Annotated[tuple[TagName, ...], COMMA_SEPARATED, EMPTY_IS_NONE_LISTED] = ()
    image: ArticleImage | None = None
    layout: Layout | None = None
    aliases: Annotated[tuple[Slug, ...], EMPTY_IS_NONE_LISTED] = ()

    @property
    def summary(self) -> str:
        """What lists say of it."""
        return self.excerpt

    @property
    def year(self) -> str:
        """The year under which it is archived."""
        return str(self.date.year)

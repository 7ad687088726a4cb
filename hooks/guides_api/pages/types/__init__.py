"""The kinds of pages. A new one: its file here, its layout among the templates, its line below."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.page import SitePage
from guides_api.pages.types.apis import api_pages
from guides_api.pages.types.bundles import bundle_pages
from guides_api.pages.types.case_files import case_file_pages
from guides_api.pages.types.comparisons import comparison_pages
from guides_api.pages.types.data import data_map_pages, datum_pages
from guides_api.pages.types.deliberation import deliberation_pages
from guides_api.pages.types.editors import editor_pages
from guides_api.pages.types.exports import export_pages
from guides_api.pages.types.guides import guide_pages
from guides_api.pages.types.legal_texts import legal_text_pages
from guides_api.pages.types.news import news_archive_pages, news_pages
from guides_api.pages.types.orientation import orientation_pages
from guides_api.pages.types.orientation_results import orientation_result_pages
from guides_api.pages.types.prose import prose_pages
from guides_api.pages.types.providers import provider_pages
from guides_api.pages.types.publics import public_pages
from guides_api.pages.types.search import search_pages
from guides_api.pages.types.tags import tag_pages
from guides_api.pages.types.use_cases import use_case_pages
from guides_api.pages.types.verification import verification_pages

PageType = Callable[[Catalogue], Iterator[SitePage]]

PAGE_TYPES: tuple[PageType, ...] = (
    prose_pages,
    guide_pages,
    use_case_pages,
    deliberation_pages,
    case_file_pages,
    api_pages,
    bundle_pages,
    provider_pages,
    editor_pages,
    comparison_pages,
    legal_text_pages,
    public_pages,
    news_pages,
    news_archive_pages,
    tag_pages,
    export_pages,
    orientation_pages,
    orientation_result_pages,
    data_map_pages,
    datum_pages,
    verification_pages,
    search_pages,
)

__all__ = ["PAGE_TYPES", "PageType"]

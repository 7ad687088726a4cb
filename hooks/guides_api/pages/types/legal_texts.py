"""Legal texts: what each says, and which use cases rest on it."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.addresses import legal_text_path
from guides_api.pages.page import HOME, LEGAL_TEXTS, SitePage


def legal_text_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield a page a legal text."""
    for text in catalogue.legal_texts.values():
        yield SitePage(
            path=legal_text_path(text.id),
            title=text.short,
            description=f"{text.reference} : {text.summary}",
            layout="legal_text",
            edits=text.file,
            values={"text": text},
            trail=(HOME, LEGAL_TEXTS),
        )

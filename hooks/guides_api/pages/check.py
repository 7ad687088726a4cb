"""What is wrong in the prose of pages, before anything is built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.documents import NOUNS
from guides_api.catalogue.memory import Memory, Wanted
from guides_api.catalogue.models import Api
from guides_api.catalogue.problems import Place, Problem
from guides_api.catalogue.written import Guide, News, Page
from guides_api.pages.addresses import generated_paths, unread_folders
from guides_api.pages.components import On
from guides_api.pages.destinations import Destinations, Led
from guides_api.pages.digests import digest
from guides_api.pages.expand import mistakes
from guides_api.pages.guide_rules import forms_of_others, unreachable_guides
from guides_api.pages.headings import anchors
from guides_api.pages.links import link_mistakes
from guides_api.pages.page import SitePage
from guides_api.pages.prose import prose_mistakes
from guides_api.pages.questions import Answers, Proof, questioned
from guides_api.pages.raw_html import html_mistakes
from guides_api.pages.tags import Mistake


def page_problems(catalogue: Catalogue, answers: Answers, memory: Memory) -> Iterator[Problem]:
    """Yield the mistakes in the prose, in the components and in the HTML of every written page, at their lines."""
    pages = list(catalogue.written())
    wanted = [
        Wanted(
            f"mistakes {page.path}",
            (page.body, page.path, str(getattr(page, "use_case", ""))),
            partial(_with_proof, page, answers),
            answers.hold,
        )
        for page in pages
    ]
    for page, found in zip(pages, memory.values(wanted), strict=True):
        yield from _placed(page, found)
    yield from unreachable_guides(catalogue)


def _with_proof(page: Page | Api, answers: Answers) -> tuple[tuple[Mistake, ...], Proof]:
    catalogue, asked = questioned(answers.catalogue)
    found = tuple(_mistakes(page, catalogue))
    return found, answers.to(asked)


def _mistakes(page: Page | Api, catalogue: Catalogue) -> Iterator[Mistake]:
    """Yield what is wrong in a page's text. A component whose name is misspelt is told as such, and not as HTML."""
    yield from prose_mistakes(page.body)
    found = tuple(mistakes(page.body, On(catalogue, page.path)))
    misspelt = {mistake.line for mistake in found if mistake.rule == "composant-inconnu"}
    yield from found
    yield from (mistake for mistake in html_mistakes(page.body) if mistake.line not in misspelt)
    if isinstance(page, Guide):
        yield from forms_of_others(page, catalogue)


def link_problems(
    catalogue: Catalogue, pages: Mapping[str, SitePage] | None, answers: Answers, memory: Memory
) -> Iterator[Problem]:
    """Yield the links of every written page that lead nowhere, at their lines.

    `pages` is None while something else is wrong: anchors, which need whole pages, are then not looked at.
    """

    @cache
    def anchors_of(path: str) -> frozenset[str] | None:
        return _anchors(pages[path], answers, memory) if pages is not None else None

    to = Destinations(catalogue.files | generated_paths(catalogue), anchors_of, unread_folders(catalogue))
    written = list(catalogue.written())
    wanted = [
        Wanted(f"links {page.path}", (page.body, page.path), partial(_links, page, to), to.hold) for page in written
    ]
    for page, found in zip(written, (memory if pages is not None else Memory()).values(wanted), strict=True):
        yield from _placed(page, found)


def _links(page: Page | Api, to: Destinations) -> tuple[tuple[Mistake, ...], Led | None]:
    """Return a page's mistakes, which may depend on any file of the site, or none and where its links lead."""
    noting = to.noting()
    found = tuple(link_mistakes(page.body, page.path, noting))
    return found, None if found else noting.led()


def _anchors(page: SitePage, answers: Answers, memory: Memory) -> frozenset[str]:
    def made() -> tuple[frozenset[str], Proof]:
        catalogue, asked = questioned(answers.catalogue)
        return anchors(page.markdown(catalogue)), answers.to(asked)

    (found,) = memory.values([Wanted(f"anchors {page.path}", (digest(page),), made, answers.hold)])
    return found


def _placed(page: Page | Api, found: Iterable[Mistake]) -> Iterator[Problem]:
    kinds = {Api: "apis", Guide: "guides", News: "news"}
    noun = NOUNS[kinds.get(type(page), "pages")]
    for mistake in found:
        yield Problem(
            Place(page.file, page.body_line + mistake.line - 1),
            mistake.rule,
            mistake.message,
            f"{noun} « {page.title} »",
            mistake.accepted,
            mistake.remedy,
            severity=mistake.severity,
        )

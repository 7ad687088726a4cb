"""Every page, read by axe with all its rules, those of the RGAA included; every type of page in every state."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import PATIENCE, watched
from tests.build import ROOT
from tests.example import TODAY

from guides_api.pages.addresses import address
from guides_api.pages.project import load_project

ADDRESSES = sorted(address(path) for path in load_project(ROOT, TODAY).pages)
LOT = 12  # pages read in one test: opening a browser's window costs more than reading a page
LOTS = [ADDRESSES[start : start + LOT] for start in range(0, len(ADDRESSES), LOT)]
# One page of each type, by its address.
TYPES = {
    "home": "/",
    "list of guides": "/guides/",
    "written guide": "/guides/ccas/",
    "guide of all use cases": "/guides/franceconnect/",
    "figures": "/chiffres-cles/",
    "questions": "/faq/",
    "glossary": "/glossaire/",
    "sources": "/sources/",
    "list of news": "/actualites/",
    "article": "/actualites/2018-10-18-la-fin-des-justificatifs/",
    "year of news": "/actualites/2024/",
    "category of news": "/actualites/rubrique/donnees/",
    "list of publics": "/publics/",
    "public": "/publics/communes/",
    "list of APIs": "/api/",
    "bundle": "/api/api-particulier/",
    "API": "/api/cnav/quotient-familial/",
    "list of editors": "/editeurs/",
    "editor": "/editeurs/arpege/",
    "list of providers": "/fournisseurs/",
    "provider": "/fournisseurs/cnaf/",
    "list of legal texts": "/cadre-juridique/",
    "legal text": "/cadre-juridique/crpa-l114-8/",
    "list of tags": "/themes/",
    "tag": "/themes/quotient-familial/",
    "accessibility statement": "/accessibilite/",
    "accessibility criteria": "/accessibilite/criteres/",
    "legal page": "/mentions-legales/",
    "site map": "/plan-du-site/",
    "search": "/recherche/",
    "page not found": "/404.html",
}
AXE = Axe()
OPTIONS = {"resultTypes": ["violations"]}
NO_CONTRAST = {"rules": {"color-contrast": {"enabled": False}}}
SPACED = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`)
  document.adoptedStyleSheets = [sheet]
}"""
# Words that no longer fit in what holds them.
CUT = """() => [...document.querySelectorAll("main :is(p, li, a, button, th, td, dt, dd, summary, h1, h2, h3, span)")]
  .filter(part => getComputedStyle(part).overflow !== "visible" && !part.closest(".visually-hidden"))
  .filter(part => part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1)
  .map(part => part.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def window(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, locale="fr-FR", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    elsewhere = watched(context)
    page = context.new_page()
    yield page
    context.close()
    assert elsewhere == []


@pytest.mark.parametrize("lot", LOTS, ids=lambda lot: f"/{lot[0]} and {len(lot) - 1} more")
def test_axe_finds_nothing_on_any_page(lot: list[str], window: Page) -> None:
    """Contrasts apart, which take as long as all the rest: pages of one type share them."""
    assert {place: told for place in lot if (told := of_page(window, place, **NO_CONTRAST))} == {}


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lot", LOTS, ids=lambda lot: f"/{lot[0]} and {len(lot) - 1} more")
def test_axe_finds_nothing_on_any_page_in_any_state(lot: list[str], width: int, scheme: str, window: Page) -> None:
    window.set_viewport_size({"width": width, "height": 900})
    window.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    assert {place: told for place in lot if (told := of_page(window, place))} == {}


def of_page(window: Page, place: str, **options: object) -> list[str]:
    """Return what axe finds on a page and what the page's own policy refuses."""
    refused: list[str] = []
    window.once("console", lambda message: refused.append(message.text) if "Content Security" in message.text else None)
    window.goto(f"/{place}")
    return violations(window, **options) + refused


@pytest.mark.parametrize("path", TYPES.values(), ids=TYPES)
def test_contrasts_suffice_in_the_light(path: str, page: Page) -> None:
    page.goto(path)
    assert violations(page, runOnly=["color-contrast"]) == []


@pytest.mark.parametrize("path", TYPES.values(), ids=TYPES)
def test_axe_finds_nothing_on_a_phone_in_the_dark_with_all_unfolded(path: str, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.goto(path)
    page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("path", TYPES.values(), ids=TYPES)
def test_a_page_holds_in_the_narrowest_window_with_the_spacing_that_some_readers_set(path: str, page: Page) -> None:
    """WCAG 1.4.10 asks for 320 pixels, 1.4.12 for these spacings."""
    page.set_viewport_size({"width": 320, "height": 740})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate(SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_an_open_search(width: int, scheme: str, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.goto("/")
    page.keyboard.press("Control+k")
    page.keyboard.type("quotient", delay=10)
    expect(page.locator(".search-panel:visible a").first).to_be_visible()
    assert violations(page) == []
    page.goto("/recherche/?q=delibaration+quotient+zzzqqq")
    expect(page.locator("[data-search-results] a").first).to_be_visible()
    assert violations(page) == []


def violations(page: Page, **options: object) -> list[str]:
    """Return what axe finds on a page as it is now."""
    response = AXE.run(page, options={**OPTIONS, **options}).response
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in response["violations"]
        for node in violation["nodes"]
    ]

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
    "list of deliberations": "/deliberation/",
    "deliberation with nothing ticked": "/deliberation/portail-gru-instruction/",
    "deliberation with data ticked": "/deliberation/ccas/#donnees=cnaf_enfants,cnav_allocation_enfant_handicape",
    "list of case files": "/dossiers/",
    "case file": "/dossiers/ccas/",
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
    "list of comparisons": "/editeurs/comparer/",
    "comparison in rows": "/editeurs/comparer/tarification-municipale-enfance/",
    "comparison in columns": "/editeurs/comparer/marches-publics/",
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
    "exports": "/exports/",
    "first question": "/orientation/",
    "question of data": "/orientation/delegataire/",
    "question of use case": "/orientation/commune/api-particulier/",
    "question of integration": "/orientation/cas/tarification-municipale-enfance/",
    "all use cases": "/orientation/cas/",
    "refusal": "/orientation/editeur/",
    "result with a form": "/orientation/cas/ccas/equipe/",
    "result without integration": "/orientation/cas/tarification-municipale-enfance/sans-integration/",
    "free request": "/orientation/libre/api-particulier/",
    "absent editor": "/orientation/editeur-absent/api-entreprise/",
    "map of data": "/donnees/",
    "map of data, narrowed": "/donnees/?public=communes&fournisseur=cnaf",
    "datum": "/donnees/cnaf-enfants/",
    "datum of no API": "/donnees/family-name/",
    "verification": "/deliberation/verifier/",
    "search": "/recherche/",
    "page not found": "/404.html",
}
AXE = Axe().axe_script
# Only what it blames comes back: all it looked at is megabytes.
BLAMED = """options => axe.run({ resultTypes: ["violations"], ...options }).then(({ violations }) => violations.flatMap(
  ({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`)))"""
# These look at the colours around each word, and take longer than all other rules together.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
NO_COLOURS = {"rules": {rule: {"enabled": False} for rule in COLOUR_RULES}}
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
    context.add_init_script(AXE)
    elsewhere = watched(context)
    page = context.new_page()
    yield page
    context.close()
    assert elsewhere == []


@pytest.mark.parametrize("lot", LOTS, ids=lambda lot: f"/{lot[0]} and {len(lot) - 1} more")
def test_axe_finds_nothing_on_any_page(lot: list[str], window: Page) -> None:
    """Colours apart: the pages of one type share them."""
    assert {place: told for place in lot if (told := of_page(window, place, **NO_COLOURS))} == {}


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
def test_a_type_of_page_suits_every_reader(path: str, window: Page) -> None:
    """Colours on a desk in the light; all rules on a phone in the dark with all unfolded; the narrowest window (WCAG
    1.4.10 asks for 320 pixels), with the spacings that some readers set (1.4.12).
    """
    window.set_viewport_size({"width": 1280, "height": 900})
    window.emulate_media(color_scheme="light", reduced_motion="reduce")
    window.goto(path)
    assert violations(window, runOnly=COLOUR_RULES) == []

    window.set_viewport_size({"width": 360, "height": 740})
    window.emulate_media(color_scheme="dark")
    window.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
    assert violations(window) == []
    assert window.evaluate("document.documentElement.scrollWidth") <= 360

    window.set_viewport_size({"width": 320, "height": 740})
    assert window.evaluate("document.documentElement.scrollWidth") <= 320
    window.evaluate(SPACED)
    assert window.evaluate("document.documentElement.scrollWidth") <= 320
    assert window.evaluate(CUT) == []


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
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(BLAMED, options)
    return found

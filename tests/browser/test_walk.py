"""What a reader does, in a real browser: with and without JavaScript, with a mouse, with a keyboard, on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

CONCERTO = "https://datapass.api.gouv.fr/formulaires/api-particulier-arpege-concerto/demande/nouveau"
MELISSANDRE = "https://datapass.api.gouv.fr/formulaires/api-particulier-ccas-melissandre-afi/demande/nouveau"

JAVASCRIPT = pytest.mark.parametrize(
    "settings", [{}, {"java_script_enabled": False}], ids=["with JavaScript", "without JavaScript"]
)


def article(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("article")


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


@JAVASCRIPT
def test_an_agent_goes_from_home_to_the_form_of_a_ccas_software(page: Page) -> None:
    page.goto("/")
    article(page).get_by_role("link", name="Aides sociales des CCAS").first.click()
    expect(heading(page)).to_contain_text("Aides sociales des CCAS")
    row = article(page).get_by_role("row").filter(has_text="Mélissandre")
    expect(row.get_by_role("link").filter(has_text="Demander l’accès")).to_have_attribute("href", MELISSANDRE)
    row.get_by_role("link", name="Agence Française d’Informatique (AFI)", exact=True).click()
    expect(heading(page)).to_contain_text("Agence Française d’Informatique (AFI)")
    expect(article(page).get_by_role("link", name="Mélissandre").first).to_have_attribute("href", MELISSANDRE)


@JAVASCRIPT
def test_an_agent_finds_the_form_of_arpege_from_the_list_of_editors(page: Page) -> None:
    page.goto("/")
    article(page).get_by_role("link", name="éditeur").first.click()
    article(page).get_by_role("link", name="Arpège", exact=True).click()
    expect(heading(page)).to_contain_text("Arpège")
    hrefs = [link.get_attribute("href") for link in article(page).get_by_role("link", name="Concerto").all()]
    assert CONCERTO in hrefs


def test_the_keyboard_alone_leads_to_a_form(page: Page) -> None:
    page.goto("/")
    press_to(page, "Aides sociales des CCAS")
    page.keyboard.press("Enter")
    page.wait_for_url("**/guides/ccas/")
    press_to(page, "Agence Française d’Informatique (AFI)")
    page.keyboard.press("Enter")
    page.wait_for_url("**/editeurs/agence-francaise-d-informatique-afi/")
    press_to(page, "avec Mélissandre")
    assert page.evaluate("document.activeElement.href") == MELISSANDRE


def press_to(page: Page, words: str) -> None:
    """Press Tab until a link with these words has the focus, which must then be seen."""
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.evaluate("words => document.activeElement.textContent.includes(words)", words) and page.evaluate(
            "document.activeElement.tagName === 'A' && document.activeElement.closest('main') !== null"
        ):
            shown = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert shown != "none", "the focus can't be seen"
            return
    pytest.fail(f"no way to « {words} » with the keyboard")


def test_the_first_tab_offers_to_skip_to_the_content(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert "#" in page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_search_finds_a_software(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Control+k")
    page.keyboard.type("Mélissandre", delay=20)
    page.get_by_role("banner").get_by_role("link", name="Agence Française d’Informatique (AFI)").click()
    page.wait_for_url("**/editeurs/agence-francaise-d-informatique-afi/**")

"""« Puis-je accéder ? » as a reader goes through it: links only, on a phone, back and forth."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.browser.test_walk import press_to

CONCERTO = "https://datapass.api.gouv.fr/formulaires/api-particulier-arpege-concerto/demande/nouveau"
ROAD = [
    ("Une commune", "/orientation/commune/", "Étape 2 sur 4"),
    ("Les données des personnes", "/orientation/commune/api-particulier/", "Étape 3 sur 4"),
    ("Tarifs municipaux de l’enfance", "/orientation/cas/tarification-municipale-enfance/", "Étape 4 sur 4"),
]
RESULT = "/orientation/cas/tarification-municipale-enfance/api-particulier-arpege-concerto/"
PHONE = {"viewport": {"width": 360, "height": 740}, "java_script_enabled": False}


@pytest.mark.parametrize("settings", [PHONE], ids=["on a phone without JavaScript"])
def test_taps_lead_to_the_form_and_back_returns(page: Page) -> None:
    page.goto("/orientation/")
    for words, path, place in ROAD:
        page.get_by_role("main").get_by_role("link", name=words, exact=True).click()
        page.wait_for_url(f"**{path}")
        expect(page.get_by_text(place, exact=True)).to_be_visible()
    page.get_by_role("link", name="Concerto (Arpège)").click()
    page.wait_for_url(f"**{RESULT}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Oui, avec Concerto (Arpège)")
    expect(page.get_by_role("link", name="Demander l’accès avec Concerto")).to_have_attribute("href", CONCERTO)
    for _, path, _ in reversed(ROAD):
        page.go_back()
        page.wait_for_url(f"**{path}")
    page.get_by_role("link", name="Changer d’organisme").click()
    page.wait_for_url("**/orientation/")


@pytest.mark.parametrize("settings", [{"viewport": PHONE["viewport"]}], ids=["on a phone"])
def test_the_keyboard_alone_leads_to_the_form(page: Page) -> None:
    page.goto("/orientation/")
    for words, path, _ in ROAD:
        press_to(page, words)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{path}")
    press_to(page, "Concerto (Arpège)")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{RESULT}")
    press_to(page, "Demander l’accès avec Concerto")
    assert page.evaluate("document.activeElement.href") == CONCERTO


def test_a_whole_card_answers_and_its_link_says_what(page: Page) -> None:
    page.goto("/orientation/commune/")
    page.get_by_text("Les informations administratives des particuliers").click(force=True)
    page.wait_for_url("**/orientation/commune/api-particulier/")
    names = page.locator(".options a").all_inner_texts()
    assert len(set(names)) == len(names) > 2
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []

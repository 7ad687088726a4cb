"""« Puis-je accéder ? » as a reader goes through it: links only, on a phone, back and forth."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.browser.test_walk import press_to

FORM = "https://datapass.api.gouv.fr/formulaires/api-particulier-ccas-melissandre-afi/demande/nouveau"
ROAD = [
    ("Un CCAS", "/orientation/ccas/", "Étape 2 sur 4"),
    ("Les données des personnes", "/orientation/ccas/api-particulier/", "Étape 3 sur 4"),
    ("Aides sociales des CCAS", "/orientation/cas/ccas/", "Étape 4 sur 4"),
    ("Mélissandre", "/orientation/cas/ccas/api-particulier-ccas-melissandre-afi/", "Oui, avec Mélissandre"),
]
PHONE = {"viewport": {"width": 360, "height": 740}, "java_script_enabled": False}


@pytest.mark.parametrize("settings", [PHONE], ids=["on a phone without JavaScript"])
def test_the_keyboard_alone_leads_to_the_form_and_back_returns(page: Page) -> None:
    page.goto("/orientation/")
    for words, path, place in ROAD:
        press_to(page, words)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{path}")
        expect(page.get_by_role("main").get_by_text(place).last).to_be_visible()
        assert page.get_by_role("main").evaluate("main => main.scrollWidth") <= 360
    expect(page.get_by_role("link", name="Demander l’accès avec Mélissandre")).to_have_attribute("href", FORM)
    for _, path, _ in reversed(ROAD[:-1]):
        page.go_back()
        page.wait_for_url(f"**{path}")
    page.get_by_role("link", name="Changer d’organisme").click()
    page.wait_for_url("**/orientation/")


def test_a_whole_card_answers_and_its_link_says_what(page: Page) -> None:
    page.goto("/orientation/commune/")
    page.get_by_text("Les informations administratives des particuliers").click(force=True)
    page.wait_for_url("**/orientation/commune/api-particulier/")
    names = page.locator(".options a").all_inner_texts()
    assert len(set(names)) == len(names) > 2
    assert "commune" not in page.evaluate("JSON.stringify([localStorage, sessionStorage])")
    assert page.context.cookies() == []

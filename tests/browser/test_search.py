"""The search: from home, and whatever the typography of a page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect


def results(page: Page, words: str) -> Locator:
    page.goto("/")
    page.get_by_role("button", name="Chercher une démarche").click()
    expect(page.get_by_role("textbox", name="Rechercher")).to_be_focused()
    page.keyboard.type(words, delay=10)
    found = page.locator(".md-search-result__link")
    expect(found.first).to_be_visible()
    return found


@pytest.mark.parametrize(
    ("words", "page_found"),
    [
        ("éditeur", "/editeurs/"),  # pages write « l’éditeur », « d’éditeur »
        ("apostrophe l'éditeur de logiciels", "/guides/choisir-un-editeur/"),
        ("Faut-il une délibération ?", "/guides/deliberation/"),
        ("quotient familial", "/api/cnav/quotient-familial/"),
        ("Infogreffe extrait RCS", "/api/infogreffe/rcs/extrait/"),
        ("glossaire DPO", "/glossaire/"),
    ],
)
def test_what_is_typed_finds_its_page(words: str, page_found: str, page: Page) -> None:
    found = results(page, words)
    hrefs = [link.get_attribute("href") or "" for link in found.all()]
    assert any(page_found in href.split("?")[0] for href in hrefs), hrefs[:10]


@pytest.mark.parametrize("settings", [{"java_script_enabled": False}])
def test_without_javascript_home_says_so_and_leads_to_all_pages(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("button", name="Chercher une démarche")).to_be_hidden()
    expect(page.get_by_text("La recherche a besoin de JavaScript")).to_be_visible()
    page.get_by_role("link", name="le plan du site").click()
    page.wait_for_url("**/plan-du-site/")

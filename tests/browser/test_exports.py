"""Exports and badges in a browser: files that download, code that copies."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

WITHOUT_JAVASCRIPT = pytest.mark.parametrize("settings", [{"java_script_enabled": False}], ids=["without JavaScript"])


def test_a_file_downloads_under_its_own_name(page: Page) -> None:
    page.goto("/exports/")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV : Éditeurs").click()
    assert download.value.suggested_filename == "editeurs.csv"
    assert download.value.path().read_bytes().startswith(b"\xef\xbb\xbfidentifiant;nom;")


def test_the_button_copies_the_code_and_says_so(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/editeurs/arpege/")
    snippet = page.locator(".snippet").filter(has_text="HTML")
    snippet.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(snippet.get_by_role("status")).to_have_text("Copié.")
    assert page.evaluate("navigator.clipboard.readText()") == snippet.locator("code").text_content()


def test_a_copy_that_fails_is_told(page: Page) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error())")
    page.goto("/editeurs/arpege/")
    snippet = page.locator(".snippet").first
    snippet.get_by_role("button").click()
    expect(snippet.get_by_role("status")).to_contain_text("sélectionnez le code")


def test_a_badge_is_drawn_at_its_own_size(page: Page) -> None:
    page.goto("/editeurs/arpege/")
    badge = page.locator(".badge img")
    badge.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.badge img').complete")
    width, height, shown = badge.evaluate(
        "it => [it.naturalWidth, it.naturalHeight, it.getBoundingClientRect().height]"
    )
    assert (height, shown) == (20, 20)
    assert width > 100


@WITHOUT_JAVASCRIPT
def test_without_javascript_there_is_code_to_select_and_no_button(page: Page) -> None:
    page.goto("/editeurs/arpege/")
    assert page.get_by_role("button", name="Copier").count() == 0
    expect(page.locator(".snippet code").first).to_be_visible()

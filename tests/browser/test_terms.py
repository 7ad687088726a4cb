"""The glossary where a reader meets its words: by keyboard, mouse and touch, with and without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.test_accessibility import violations

GUIDE = "/guides/informer-les-usagers/"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def term(page: Page, word: str = "DPO") -> Locator:
    return page.locator("button.term", has_text=word).first


def card(page: Page, word: str = "dpo") -> Locator:
    return page.locator(f"#terme_{word}")


def test_a_term_is_explained_once_a_page_and_its_card_holds_its_definition(page: Page) -> None:
    page.goto(GUIDE)
    assert page.locator("button.term").count() > 3
    targets = [button.get_attribute("popovertarget") for button in page.locator("button.term").all()]
    assert len(set(targets)) == len(targets)
    expect(card(page)).to_contain_text("délégué à la protection des données")
    assert page.locator(":is(a, h1, h2, h3, table.cards, code) button.term").count() == 0


def test_the_keyboard_opens_a_card_reaches_its_link_and_closes_it(page: Page) -> None:
    page.goto(GUIDE)
    expect(card(page)).to_be_hidden()
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('popovertarget')") == "terme_dpo":
            break
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    assert page.evaluate("document.activeElement.getAttribute('popovertarget')") == "terme_dpo"
    page.keyboard.press("Enter")
    expect(card(page)).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "../../glossaire/#dpo"
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossaire/#dpo")
    expect(page.locator("#dpo")).to_be_in_viewport()


def test_the_keyboard_goes_on_from_a_card_to_what_follows_its_word(page: Page) -> None:
    page.goto(GUIDE)
    term(page).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(card(page)).to_be_hidden()
    after = "button => Boolean(button.compareDocumentPosition(document.activeElement) & 4)"
    assert term(page).evaluate(after)
    assert page.evaluate("document.activeElement.closest('.terms') === null")


def test_a_mouse_opens_a_card_by_passing_over_and_may_go_into_it(page: Page) -> None:
    page.goto(GUIDE)
    term(page).scroll_into_view_if_needed()
    term(page).hover()
    expect(card(page)).to_be_visible()
    term(page).click()
    expect(card(page)).to_be_visible()
    card(page).get_by_role("link").hover()
    page.wait_for_timeout(500)
    expect(card(page)).to_be_visible()
    page.mouse.move(0, 0)
    expect(card(page)).to_be_hidden()


@pytest.mark.parametrize("settings", [PHONE, {**PHONE, "java_script_enabled": False}], ids=["script", "no script"])
def test_a_finger_opens_a_card_and_closes_it(page: Page) -> None:
    page.goto(GUIDE)
    term(page).scroll_into_view_if_needed()
    term(page).tap()
    expect(card(page)).to_be_visible()
    expect(card(page)).to_be_in_viewport(ratio=1)
    page.touchscreen.tap(5, 100)
    expect(card(page)).to_be_hidden()


@pytest.mark.parametrize("settings", [{"java_script_enabled": False}])
def test_a_click_opens_a_card_without_javascript(page: Page) -> None:
    page.goto(GUIDE)
    term(page).click()
    expect(card(page)).to_be_visible()
    expect(card(page)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_a_card_fits_in_the_window_beside_its_word(width: int, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(GUIDE)
    for button in page.locator("button.term").all():
        button.scroll_into_view_if_needed()
        button.focus()
        opened = page.locator(":popover-open")
        expect(opened).to_be_in_viewport(ratio=1)
        word, shown = button.bounding_box(), opened.bounding_box()
        assert word
        assert shown
        assert min(abs(shown["y"] - word["y"] - word["height"]), abs(word["y"] - shown["y"] - shown["height"])) < 12
        page.keyboard.press("Escape")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_card_is_accessible(scheme: str, page: Page) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(GUIDE)
    term(page).focus()
    expect(card(page)).to_be_visible()
    assert violations(page) == []

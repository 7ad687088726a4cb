"""The choice of a public on the list of guides: what it hides, what it says, what it leaves in the address."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from guides_api.pages.addresses import address, use_case_path
from guides_api.pages.project import Project

CHOICE = "Vous êtes"
WITHOUT_JAVASCRIPT = pytest.mark.parametrize("settings", [{"java_script_enabled": False}], ids=["without JavaScript"])


def choice(page: Page) -> Locator:
    return page.get_by_label(CHOICE)


def cards(page: Page) -> list[str]:
    """Return the addresses of the use cases that a reader sees."""
    links = page.locator("[data-publics] a:visible")
    return [str(link.evaluate("link => link.pathname")).removeprefix("/") for link in links.all()]


def serving(real: Project, public: str) -> list[str]:
    """Return the addresses of the use cases of a public, in any order."""
    catalogue = real.catalogue
    return sorted(
        address(use_case_path(use_case.id))
        for use_case in catalogue.use_cases.values()
        if not public or public in [found.id for found in catalogue.publics_of(use_case)]
    )


def test_choosing_a_public_leaves_exactly_its_use_cases_and_says_how_many(page: Page, real: Project) -> None:
    page.goto("/guides/")
    everything = serving(real, "")
    assert sorted(cards(page)) == everything
    communes = serving(real, "communes")
    assert 1 < len(communes) < len(everything)
    choice(page).select_option(label="Communes")
    assert sorted(cards(page)) == communes
    expect(page.get_by_role("main").get_by_role("status")).to_have_text(f"{len(communes)} résultats")


def test_every_choice_leaves_its_use_cases_and_no_empty_group(page: Page, real: Project) -> None:
    page.goto("/guides/")
    offered = [str(option.get_attribute("value")) for option in choice(page).get_by_role("option").all()]
    assert offered[0] == ""
    assert len(offered) > 5
    for public in offered:
        choice(page).select_option(value=public)
        found = serving(real, public)
        assert found, public
        assert sorted(cards(page)) == found
        groups = page.locator("[data-group]:visible")
        assert all(group.locator("[data-publics]:visible").count() for group in groups.all()), public
        words = f"{len(found)} résultats" if len(found) > 1 else "1 résultat"
        expect(page.get_by_role("main").get_by_role("status")).to_have_text(words)


def test_every_public_that_some_use_case_is_for_is_offered(page: Page, real: Project) -> None:
    page.goto("/guides/")
    offered = [option.inner_text() for option in choice(page).get_by_role("option").all()]
    assert offered[0] == "Tous les publics"
    names = [public.name for public in real.catalogue.publics.values() if serving(real, public.id)]
    assert offered[1:] == names


def test_the_choice_is_in_the_address_to_be_shared(page: Page, real: Project) -> None:
    page.goto("/guides/")
    choice(page).select_option(label="Communes")
    assert page.url.endswith("/guides/?public=communes")
    shared = page.context.new_page()
    shared.goto(page.url)
    expect(choice(shared)).to_have_value("communes")
    assert sorted(cards(shared)) == serving(real, "communes")


def test_reloading_keeps_the_choice(page: Page, real: Project) -> None:
    page.goto("/guides/")
    choice(page).select_option(label="Communes")
    page.reload()
    expect(choice(page)).to_have_value("communes")
    assert sorted(cards(page)) == serving(real, "communes")


def test_coming_back_keeps_the_choice(page: Page, real: Project) -> None:
    page.goto("/")
    page.goto("/guides/")
    choice(page).select_option(label="Communes")
    page.locator("[data-publics] a:visible").first.click()
    page.wait_for_url("**/guides/*/")
    page.go_back()
    page.wait_for_url("**/guides/?public=communes")
    expect(choice(page)).to_have_value("communes")
    assert sorted(cards(page)) == serving(real, "communes")
    page.go_back()
    page.wait_for_url("**/")
    assert page.url.endswith(":" + page.url.rpartition(":")[2].partition("/")[0] + "/")


def test_choosing_everyone_again_cleans_the_address(page: Page, real: Project) -> None:
    page.goto("/guides/?public=communes")
    choice(page).select_option(label="Tous les publics")
    assert page.url.endswith("/guides/")
    assert sorted(cards(page)) == serving(real, "")


@pytest.mark.parametrize("query", ["?public=inconnu", "?public=", "?autre=communes", "?public=%22%3E%3Cb%3E"])
def test_an_address_that_asks_for_nobody_shows_everything(query: str, page: Page, real: Project) -> None:
    page.goto(f"/guides/{query}")
    expect(choice(page)).to_have_value("")
    assert sorted(cards(page)) == serving(real, "")


def test_the_keyboard_alone_chooses(page: Page, real: Project) -> None:
    page.goto("/guides/")
    for _ in range(100):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SELECT":
            break
    expect(choice(page)).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.type("Com")
    expect(choice(page)).to_have_value("communes")
    assert sorted(cards(page)) == serving(real, "communes")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('[data-publics] a')")
    assert page.evaluate("document.activeElement.checkVisibility()")


def test_pressing_enter_in_the_choice_leaves_the_page_as_it_is(page: Page, real: Project) -> None:
    page.goto("/guides/?public=communes")
    page.locator("form[data-filter]").evaluate("form => form.requestSubmit()")
    assert page.url.endswith("/guides/?public=communes")
    assert sorted(cards(page)) == serving(real, "communes")


def test_hidden_use_cases_are_hidden_from_screen_readers_too(page: Page, real: Project) -> None:
    page.goto("/guides/?public=communes")
    kept = len(serving(real, "communes"))
    assert page.locator("[data-publics]").get_by_role("link").count() == kept


@WITHOUT_JAVASCRIPT
@pytest.mark.parametrize("query", ["", "?public=communes"])
def test_without_javascript_everything_is_visible_and_nothing_dead_is_shown(
    query: str, page: Page, real: Project
) -> None:
    page.goto(f"/guides/{query}")
    assert sorted(cards(page)) == serving(real, "")
    expect(choice(page)).to_be_hidden()
    main = page.get_by_role("main")
    assert [main.locator(f"{control}:visible").count() for control in ("select", "input", "button")] == [0, 0, 0]
    expect(main.get_by_text(CHOICE)).to_be_hidden()


@pytest.mark.parametrize("path", ["/", "/api/", "/guides/ccas/"])
def test_a_page_without_the_choice_is_left_alone(path: str, page: Page) -> None:
    page.goto(f"{path}?public=communes")
    assert page.get_by_label(CHOICE).count() == 0
    assert page.locator("[data-publics][hidden]").count() == 0

"""The whole site without a mouse: from home to one page of each type, the focus always in sight."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

# Each page of the walk, and the page type that it stands for; each is reached from the one before.
WALK = {
    "/guides/": "list of guides",
    "/guides/marches-publics/": "guide",
    "/api/insee/unites-legales/": "API",
    "/api/api-entreprise/": "bundle",
    "/api/": "list of APIs",
    "/fournisseurs/": "list of providers",
    "/fournisseurs/cnaf/": "provider",
    "/editeurs/": "list of editors",
    "/editeurs/agence-francaise-d-informatique-afi/": "editor",
    "/guides/ccas/": "guide",
    "/themes/quotient-familial/": "tag",
    "/themes/": "list of tags",
    "/cadre-juridique/": "list of legal texts",
    "/cadre-juridique/crpa-l114-8/": "legal text",
    "/publics/": "list of publics",
    "/publics/communes/": "public",
    "/actualites/": "list of news",
    "/actualites/2018/": "year of news",
    "/actualites/2018-10-18-la-fin-des-justificatifs/": "article",
    "/actualites/rubrique/histoire/": "category of news",
    "/faq/": "questions",
    "/glossaire/": "glossary",
    "/chiffres-cles/": "figures",
    "/sources/": "sources",
}
LOST = "/404.html"
# What a reader sees of the element that has the focus: its outline.
FOCUS = """() => {
  const focused = document.activeElement
  for (const animation of document.getAnimations()) animation.finish()
  const { outlineStyle, outlineWidth, opacity } = getComputedStyle(focused)
  const { width, height, top, bottom, left, right } = focused.getBoundingClientRect()
  const marked = outlineStyle !== "none" && parseFloat(outlineWidth) > 0
  const inside = width > 0 && height > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
  return {
    path: focused.href ? new URL(focused.href).pathname : "",
    lost: focused === document.body,
    words: `${focused.tagName} ${focused.className} « ${(focused.innerText ?? "").trim().slice(0, 40)} »`,
    seen: inside && opacity > 0 && focused.checkVisibility() && marked,
  }
}"""


def tab_to(page: Page, path: str) -> list[str]:
    """Press Tab until a link to a path has the focus; return the stops on the way where it could not be seen."""
    unseen = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        assert not stop["lost"], f"no way to {path}: the focus left the page"
        unseen += [] if stop["seen"] else [stop["words"]]
        if stop["path"] == path:
            return unseen
    pytest.fail(f"no way to {path} with the keyboard")


def test_one_page_of_each_type_is_reached_from_the_one_before_with_the_focus_in_sight(page: Page) -> None:
    page.goto("/")
    titles = [page.title()]
    for path in WALK:
        assert tab_to(page, path) == [], path
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{path}*")
        assert page.get_by_role("heading", level=1).count() == 1, path
        titles.append(page.title())
    page.goto(LOST)
    titles.append(page.title())
    assert len(set(titles)) == len(titles) == len(WALK) + 2


def test_a_lost_reader_finds_the_way_home_and_to_the_guides(page: Page) -> None:
    for path in ("/", "/guides/", "/api/", "/editeurs/"):
        page.goto(LOST)
        assert page.get_by_role("heading", level=1).count() == 1
        assert tab_to(page, path) == []


@pytest.mark.parametrize("path", ["/", "/guides/", "/guides/ccas/", "/cadre-juridique/crpa-l114-8/", LOST])
def test_the_keyboard_goes_through_a_whole_page_and_out_of_it(path: str, page: Page) -> None:
    page.goto(path)
    unseen, stops = [], 0
    for _ in range(800):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop["lost"]:
            break
        stops += 1
        unseen += [] if stop["seen"] else [stop["words"]]
    else:
        pytest.fail("the focus is trapped")
    assert unseen == []
    assert stops > 5


@pytest.mark.parametrize("path", ["/guides/", "/guides/ccas/", "/editeurs/"])
def test_the_focus_is_in_sight_on_a_narrow_screen_too(path: str, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(path)
    assert tab_to(page, "/") == []


def test_no_single_letter_is_a_shortcut(page: Page) -> None:
    page.goto("/guides/ccas/")
    for letter in ("f", "s", "/", "p", "n", ",", "."):
        page.keyboard.press(letter)
        assert page.evaluate("document.activeElement === document.body"), letter
        assert page.url.endswith("/guides/ccas/"), letter
    page.keyboard.press("Control+k")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("fs/pn", delay=10)
    assert page.evaluate("document.activeElement.value") == "fs/pn"

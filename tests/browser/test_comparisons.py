"""A comparison of solutions: a table that scrolls in its frame on a wide screen, cards on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from guides_api.pages.project import Project

USE_CASE = "tarification-municipale-enfance"
ROWS = f"/editeurs/comparer/{USE_CASE}/"
COLUMNS = "/editeurs/comparer/marches-publics/"
WITHOUT_JAVASCRIPT = pytest.mark.parametrize("settings", [{"java_script_enabled": False}], ids=["without JavaScript"])
WHERE = """() => {
  const frame = document.querySelector("main .comparison")
  const { left, top } = frame.getBoundingClientRect()
  const head = frame.querySelector("thead").getBoundingClientRect()
  const first = frame.querySelector("tbody tr:last-child > th").getBoundingClientRect()
  return {
    along: frame.scrollLeft,
    down: frame.scrollTop,
    head: Math.round(head.top - top - frame.clientTop),
    first: Math.round(first.left - left - frame.clientLeft),
  }
}"""


def names(page: Page) -> list[str]:
    """Return the solutions that a reader sees, in the order of the page."""
    heads = page.locator(".comparison tbody tr:visible > th")
    return [head.inner_text().split("\n")[0].strip() for head in heads.all()]


def test_choosing_certified_editors_leaves_their_solutions_and_says_how_many(page: Page, real: Project) -> None:
    page.goto(ROWS)
    served = real.catalogue.solutions_for(USE_CASE)
    assert len(names(page)) == len(served)
    certified = [solution.name for editor, solution in served if editor.franceconnect_certified]
    page.get_by_label("Éditeurs", exact=True).select_option(label="Certifiés FranceConnect")
    assert sorted(names(page)) == sorted(certified)
    expect(page.get_by_role("main").get_by_role("status").first).to_have_text(f"{len(certified)} résultats")
    assert "certification=oui" in page.url


@pytest.mark.parametrize("path", [ROWS, COLUMNS])
def test_the_keyboard_scrolls_the_table_whose_heads_stay_in_sight(path: str, page: Page) -> None:
    page.set_viewport_size({"width": 900, "height": 600})
    page.goto(path)
    frame = page.get_by_role("region", name="logiciels pour")
    for _ in range(80):
        page.keyboard.press("Tab")
        if frame.evaluate("frame => frame === document.activeElement"):
            break
    expect(frame).to_be_focused()
    assert frame.evaluate("frame => getComputedStyle(frame).outlineStyle") != "none"
    for key in ("ArrowRight", "ArrowDown"):
        for _ in range(6):
            page.keyboard.press(key)
    page.wait_for_function(f"() => {{ const at = ({WHERE})(); return at.along > 0 && at.down > 100 }}")
    where = page.evaluate(WHERE)
    assert where["head"] == 0
    assert where["first"] == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", [ROWS, COLUMNS])
def test_on_a_phone_each_line_is_a_card_that_names_its_values(path: str, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    frame = page.locator(".comparison")
    assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    assert frame.locator("thead a, thead button").count() == 0
    nameless = "cell => !getComputedStyle(cell, '::before').content.includes(cell.dataset.label)"
    cells = frame.locator("td[data-label]")
    assert cells.count() > 10
    assert cells.evaluate_all(f"cells => cells.filter({nameless}).length") == 0


@WITHOUT_JAVASCRIPT
def test_without_javascript_every_solution_is_shown_and_nothing_is_offered_to_choose(page: Page, real: Project) -> None:
    page.goto(ROWS)
    assert page.locator(".comparison tbody tr").count() == len(real.catalogue.solutions_for(USE_CASE))
    assert page.locator(".comparison tbody tr[hidden]").count() == 0
    expect(page.get_by_label("Éditeurs", exact=True)).to_be_hidden()

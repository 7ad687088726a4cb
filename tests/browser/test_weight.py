"""What a first visit costs: what is asked for, how much it weighs compressed, and whether the page moves."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Page, Response
from tests.browser.test_accessibility import TYPES

from guides_api.pages.search.shards import FOLDER, START

MOST = 70_000  # bytes, compressed
GUIDES = [path for path in TYPES.values() if path.startswith("/guides/")]
SHIFT = """() => new Promise(resolve => {
  let moved = 0
  new PerformanceObserver(list => { for (const entry of list.getEntries()) moved += entry.value })
    .observe({ type: "layout-shift", buffered: true })
  setTimeout(() => resolve(moved), 300)
})"""


def visited(page: Page, path: str) -> list[Response]:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  Playwright refuses a built-in
    page.goto(path, wait_until="load")
    return answers


def compressed(answer: Response) -> int:
    return len(gzip.compress(answer.body(), 9))


@pytest.mark.parametrize("path", TYPES.values(), ids=TYPES)
def test_a_first_visit_is_light(path: str, page: Page) -> None:
    answers = visited(page, path)
    assert len(answers) <= 20
    assert sum(map(compressed, answers)) <= MOST
    assert not any(START in answer.url or FOLDER in answer.url for answer in answers)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", GUIDES)
def test_a_guide_does_not_move_while_it_loads(path: str, width: int, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    assert page.evaluate(SHIFT) == 0


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_header_has_its_height_before_all_of_it_has_come(width: int, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(GUIDES[0])
    header = page.locator(".md-header")
    whole = header.bounding_box()
    header.evaluate("header => header.firstElementChild.replaceChildren(header.querySelector('.brand'))")
    assert header.bounding_box() == whole

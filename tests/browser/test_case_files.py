"""Case files on paper: two to four sheets of A4, no row cut in two, every address in full."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import PATIENCE, watched
from tests.browser.test_filters import WITHOUT_JAVASCRIPT
from tests.build import ROOT
from tests.example import TODAY

from guides_api.catalogue.datapass import DataPass
from guides_api.catalogue.load import read
from guides_api.pages.project import Project

USE_CASES = tuple(read(ROOT, TODAY)[0].use_cases)
SHEET = re.compile(rb"/Type\s*/Page\b")
# What a sheet of A4 holds between its margins, in CSS pixels.
WIDTH, HEIGHT = 680, 1010
# What must stay whole: its height, and whether the browser may cut it.
CUT = """() => [...document.querySelectorAll(".sheet :is(tr, li, h2, .callout, .caution)")]
  .filter(part => getComputedStyle(part).breakInside !== "avoid" || part.getBoundingClientRect().height > %d)
  .map(part => part.textContent.trim().slice(0, 60))"""
ADDRESSES = """() => [...document.querySelectorAll(".sheet a.external, .sheet a[href^='https://datapass']")]
  .map(link => [link.getAttribute("href"), link.textContent + getComputedStyle(link, "::after").content])"""


@pytest.fixture(scope="module")
def paper(browser: Browser, address: str) -> Iterator[Page]:
    """A page on paper, of a reader who likes dark colours on the screen."""
    context = browser.new_context(base_url=address, locale="fr-FR", viewport={"width": WIDTH, "height": HEIGHT})
    context.set_default_timeout(PATIENCE)
    elsewhere = watched(context)
    page = context.new_page()
    page.emulate_media(media="print", color_scheme="dark")
    yield page
    context.close()
    assert elsewhere == []


@pytest.mark.parametrize("name", USE_CASES)
def test_a_case_file_fits_on_two_to_four_sheets_and_cuts_nothing(name: str, paper: Page) -> None:
    paper.goto(f"/dossiers/{name}/")
    assert 2 <= len(SHEET.findall(paper.pdf(prefer_css_page_size=True))) <= 4
    assert paper.evaluate(CUT % (HEIGHT // 2)) == []
    assert paper.evaluate("document.documentElement.scrollWidth") <= WIDTH
    unprinted = [href for href, printed in paper.evaluate(ADDRESSES) if href not in printed]
    assert unprinted == []


def test_paper_shows_the_sheet_alone_in_dark_ink(paper: Page, real: Project) -> None:
    paper.goto("/dossiers/ccas/")
    sheet = paper.locator(".sheet")
    for form in real.catalogue.use_cases["ccas"].forms:
        expect(sheet).to_contain_text(DataPass(real.catalogue.site.datapass_url).form(form.id))
    assert paper.locator(":is(nav, header, footer, button):visible").count() == 0
    ink = str(sheet.evaluate("part => getComputedStyle(part).color"))
    assert max(map(int, re.findall(r"\d+", ink)[:3])) < 64


def test_the_button_prints(page: Page) -> None:
    page.add_init_script("window.print = () => { document.title = 'printed' }")
    page.goto("/dossiers/ccas/")
    page.get_by_role("button", name="Imprimer ce dossier").click()
    expect(page).to_have_title("printed")


@WITHOUT_JAVASCRIPT
def test_without_javascript_no_button_promises_to_print(page: Page) -> None:
    page.goto("/dossiers/ccas/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.get_by_role("main").locator("button:visible").count() == 0


def test_a_datum_has_a_box_for_a_pen_and_its_known_examples(page: Page, real: Project) -> None:
    page.goto("/dossiers/ccas/")
    for scope in real.catalogue.scopes_of("cnav/quotient_familial"):
        line = page.locator(".boxes li", has_text=scope.label.replace("'", "’")).first
        expect(line).to_contain_text(f"Par exemple\u00a0: {scope.finalities[0]}")
        assert line.evaluate("line => getComputedStyle(line, '::before').borderStyle") == "solid"

"""A site that shares its host with others, below a path: nothing is asked for outside it, and everything works.

The server is nginx, with all its headers: what they forbid would be told in the console.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from tests import build, filled
from tests.browser.conftest import PATIENCE
from tests.browser.test_accessibility import TYPES
from tests.nginx import BELOW, SITE_URL, Served, configure, serve

PAGES = {
    "home": "",
    "guides": "guides/",
    "guide": "guides/aide-exemple/",
    "API": "api/organisme/donnee-exemple/",
    "editor": "editeurs/editeur-exemple/",
    "comparison": "editeurs/comparer/aide-exemple/",
    "map of data": "donnees/",
    "datum": "donnees/couleur-preferee/",
    "legal text": "cadre-juridique/code-exemple/",
    "checklist": "deliberation/aide-exemple/",
    "verifier": "deliberation/verifier/",
    "file to print": "dossiers/aide-exemple/",
    "orientation": "orientation/cas/aide-exemple/bouquet-exemple-logiciel/",
    "exports": "exports/",
    "search": "recherche/",
}


LOST = "nulle/part/"
REAL = {name: path for name, path in TYPES.items() if name != "page not found"}


@contextmanager
def opened(browser: Browser, served: Served) -> Iterator[Page]:
    """Give an empty page below the site's path; nothing may be asked for outside it, refused, or lost."""
    root = f"https://127.0.0.1:{served.secure}{BELOW}"
    context = browser.new_context(base_url=root, locale="fr-FR", ignore_https_errors=True)
    context.set_default_timeout(PATIENCE)
    asked: list[str] = []
    told: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("weberror", lambda error: told.append(str(error.error)))
    context.on("console", lambda message: told.append(f"{message.location['url']}: {message.text}"))
    yield context.new_page()
    context.close()
    assert asked
    assert [url for url in asked if not url.startswith((root, "data:"))] == []
    assert [words for words in told if not words.startswith(f"{root}{LOST}")] == []


@pytest.fixture
def shared(browser: Browser, hosted: Served) -> Iterator[Page]:
    """An empty page below the example's path."""
    with opened(browser, hosted) as page:
        yield page


def visit(page: Page, path: str) -> None:
    """Open a page, see that it gets all that it asks for, and that its links stay below the site's path."""
    statuses: dict[str, int] = {}
    page.on("response", lambda answer: statuses.update({answer.url: answer.status}))
    page.goto(path, wait_until="load")
    assert statuses.pop(page.url.partition("#")[0]) == (404 if path == LOST else 200)
    assert len(statuses) >= 8
    assert {url: status for url, status in statuses.items() if status != 200} == {}
    links: list[str] = page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
    ours = [urlsplit(link).path for link in links if urlsplit(link).hostname == "127.0.0.1"]
    assert len(ours) > 10
    assert [path for path in ours if not path.startswith(BELOW)] == []


@pytest.mark.parametrize("path", [*PAGES.values(), LOST], ids=[*PAGES, "lost readers"])
def test_a_page_has_all_that_it_asks_for(path: str, shared: Page) -> None:
    visit(shared, path)


@pytest.mark.parametrize("start", ["deliberation/aide-exemple/", LOST])
def test_the_search_of_any_page_finds_a_page(start: str, shared: Page) -> None:
    shared.goto(start)
    shared.get_by_role("banner").get_by_role("searchbox").press_sequentially("guide exemple", delay=10)
    shared.get_by_role("banner").locator(".search-panel a").first.click()
    shared.wait_for_url(f"**{BELOW}guides/aide-exemple/**")


def test_the_page_of_the_search_finds_what_an_address_asks(shared: Page) -> None:
    shared.goto("recherche/?q=couleur")
    shared.locator("[data-search-results] h2 a").first.click()
    shared.wait_for_url(f"**{BELOW}donnees/couleur-preferee/**")


def test_a_deliberation_is_read_by_the_verifier(shared: Page) -> None:
    shared.goto("deliberation/verifier/")
    shared.get_by_label("Le texte de votre délibération").fill("Le service demande la couleur préférée.")
    shared.get_by_role("button", name="Vérifier", exact=True).click()
    expect(shared.get_by_role("heading", name="Ce que dit le texte")).to_be_focused()


def test_a_former_address_leads_to_the_page(shared: Page) -> None:
    shared.goto("guides/ancien-nom")
    assert urlsplit(shared.url).path == f"{BELOW}guides/aide-exemple/"
    expect(shared.get_by_role("heading", level=1)).to_contain_text("Guide Exemple")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The real site, below the same path."""
    folder = tmp_path_factory.mktemp("whole")
    project = filled.fill(build.copy(build.ROOT, folder / "source"), address=SITE_URL)
    done = build.run(project, folder / BELOW.strip("/"))
    assert done.returncode == 0, done.stdout
    with serve(configure(tmp_path_factory.mktemp("nginx"), folder, {}, SITE_URL)) as served:
        yield served


@pytest.mark.long
@pytest.mark.parametrize("path", REAL.values(), ids=REAL)
def test_a_type_of_page_of_the_real_site_has_all_that_it_asks_for(path: str, whole: Served, browser: Browser) -> None:
    with opened(browser, whole) as page:
        visit(page, path.removeprefix("/"))

"""A reader who follows an old link, to a page that moved or that was taken away, on a site that stands below a path."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests import build, dom, example
from tests.browser.conftest import PATIENCE, Served, watched
from tests.published import replaced

FOLDER = "sous-dossier"
OLD, NEW = f"{FOLDER}/editeurs/ancien/", f"{FOLDER}/editeurs/editeur-exemple/"
REMOVED = f"{FOLDER}/guides/guide-retire/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a server whose site stands in a folder of its own."""
    root = tmp_path_factory.mktemp("moved")
    source = root / "source"
    example.write(source)
    replaced(source, "data/editors.yaml", "name: Éditeur Exemple", "name: Éditeur Exemple\n    aliases: [ancien]")
    (source / "mkdocs.yml").write_text((build.ROOT / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")
    for name in ("hooks", "overrides"):
        (source / name).symlink_to(build.ROOT / name)
    done = build.run(source, root / "served" / FOLDER)
    assert done.returncode == 0, done.stdout
    return root / "served"


@pytest.fixture
def reader(browser: Browser, built: Path) -> Iterator[Page]:
    """A page of a browser without JavaScript, at the server's root."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Served, directory=str(built)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    origin = f"http://127.0.0.1:{server.server_port}"
    context = browser.new_context(base_url=origin, locale="fr-FR", java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    elsewhere = watched(context)
    yield context.new_page()
    context.close()
    server.shutdown()
    assert elsewhere == []


def read(built: Path, address: str) -> dom.Element:
    tree, faults = dom.read((built / address / "index.html").read_text(encoding="utf-8"))
    assert faults == []
    return tree


def test_an_old_link_leads_to_the_page_and_back_goes_where_the_reader_came_from(reader: Page) -> None:
    reader.goto(f"/{FOLDER}/guides/")
    reader.goto(f"/{OLD}")
    reader.wait_for_url(f"**/{NEW}")
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Éditeur Exemple")
    reader.go_back()
    expect(reader).to_have_url(f"/{FOLDER}/guides/")


def test_a_page_taken_away_says_so_and_leads_on(reader: Page) -> None:
    reader.goto(f"/{REMOVED}")
    main = reader.get_by_role("main")
    expect(main).to_contain_text("Cette page a été retirée le 31 août 2026.")
    main.get_by_role("link", name="Guides", exact=True).last.click()
    expect(reader).to_have_url(f"/{FOLDER}/guides/")


def test_both_say_what_they_are_to_search_engines(built: Path) -> None:
    for address in (OLD, REMOVED):
        assert read(built, address).one("meta", name="robots").attributes["content"] == "noindex"
    assert read(built, OLD).one("link", rel="canonical").attributes["href"] == "../editeur-exemple/"
    found = [path for path in (built / FOLDER).rglob("*") if path.suffix in (".xml", ".txt", ".csv", ".json")]
    assert len(found) > 8
    for path in found:
        text = path.read_text(encoding="utf-8")
        assert "editeurs/ancien" not in text, path
        assert "guide-retire" not in text, path


def test_the_page_of_an_old_address_is_a_whole_page_that_runs_nothing(built: Path, browser: Browser) -> None:
    tree = read(built, OLD)
    policy = tree.one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert tree.all("script", "style") == []
    for link in tree.all("link"):
        if link.attributes["rel"] == "stylesheet":
            assert (built / OLD / link.attributes["href"]).resolve().is_file()
    # Without its refresh, as browsers that follow none show it.
    html = (built / OLD / "index.html").read_text(encoding="utf-8").replace('http-equiv="refresh"', 'name="retenu"')
    (built / OLD / "retenu.html").write_text(html.replace("Content-Security-Policy", "x"), encoding="utf-8")
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((built / OLD / "retenu.html").as_uri())
        expect(page.get_by_role("main")).to_contain_text("Cette page a changé d’adresse")
        assert Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"] == []


def test_a_badge_goes_on_working_where_others_have_put_it(built: Path) -> None:
    badges = built / FOLDER / "exports/v1/badges/editeurs"
    assert (badges / "ancien.svg").read_bytes() == (badges / "editeur-exemple.svg").read_bytes()

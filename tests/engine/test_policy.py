"""No page holds a script or a style of its own, and the theme's faults are put right."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from tests import dom
from tests.build import ROOT

from guides_api.engine.policy import policy
from guides_api.engine.repairs import REPAIRS, repaired
from guides_api.engine.search import FOLDER as SEARCH
from guides_api.pages.fonts import FONT, LICENCE

DATA = ("application/json", "application/ld+json")


def test_every_page_names_its_policy_before_anything_that_it_rules(site: Path) -> None:
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        start = text.index('http-equiv="Content-Security-Policy"')
        assert start < min(text.find(sign) for sign in ("<link", "<script") if sign in text), file
        assert "unsafe" not in text


def test_no_page_holds_a_script_or_a_style_of_its_own(site: Path) -> None:
    for file in site.rglob("*.html"):
        tree, _ = dom.read(file.read_text(encoding="utf-8"))
        scripts = [item for item in tree.all("script") if item.attributes.get("type") not in DATA]
        assert all(item.attributes.get("src") and not item.text for item in scripts), file
        assert tree.all("style") == [], file
        attributes = {name for item in tree.all() for name in item.attributes}
        assert [name for name in attributes if name == "style" or name.startswith("on")] == [], file


@pytest.mark.parametrize(("address", "ruled"), [("http://127.0.0.1:8000/", False), ("https://a.fr/", True), ("", True)])
def test_only_a_preview_that_reloads_itself_has_no_policy(address: str, ruled: bool) -> None:  # noqa: FBT001  a case
    config = MkDocsConfig()
    config.site_url = address
    assert bool(policy(config)) is ruled


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    config = MkDocsConfig()
    config.site_url = ""
    rules = dict(rule.split(" ", 1) for rule in policy(config).split("; "))
    assert rules["default-src"] == "'none'"
    assert set(rules.values()) == {"'none'", "'self'", "'self' data:"}
    assert rules["script-src"] == "'self'"


def test_the_faults_of_the_theme_are_still_there_to_be_put_right(site: Path) -> None:
    page = (site / "guides/index.html").read_text(encoding="utf-8")
    for wrong, right in REPAIRS:
        assert wrong not in page
        assert not right or right in page, "the theme has changed: drop this repair"


def test_a_repair_changes_nothing_else() -> None:
    assert repaired("<p>autocomplete</p>") == "<p>autocomplete</p>"


def test_no_page_holds_what_only_the_script_of_the_theme_would_use(site: Path) -> None:
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert "md-toggle" not in text, file
        assert "md-dialog" not in text, file
        assert "bundle" not in text, file


def test_the_site_holds_no_file_of_the_theme_that_no_page_asks_for(site: Path) -> None:
    found = {file.relative_to(site).as_posix() for file in (site / "assets").rglob("*") if file.is_file()}
    ours = {file.relative_to(ROOT / "overrides").as_posix() for file in (ROOT / "overrides/assets").rglob("*.*")}
    searched = {path for path in found if path.startswith(f"{SEARCH}/")}
    assert found == {*ours, *searched, FONT, LICENCE}

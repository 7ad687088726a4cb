"""No page holds a script or a style of its own, and the site holds no file that none of its pages asks for."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from tests import dom
from tests.build import ROOT

from guides_api.engine.policy import policy
from guides_api.pages.assets import FOLDERS
from guides_api.pages.fonts import FONT, LICENCE
from guides_api.pages.search.shards import FOLDER as SEARCH

NAME = r"[\w-]+(?:\.[0-9a-f]{10})?\.(?:css|js|woff2)|(?:logo|liaison)(?:\.[0-9a-f]{10})?\.svg"
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


def test_the_site_holds_no_file_that_no_page_asks_for(site: Path) -> None:
    found = {
        re.sub(r"\.[0-9a-f]{10}(?=\.\w+$)", "", file.relative_to(site).as_posix())
        for file in (site / "assets").rglob("*")
        if file.is_file()
    }
    ours = {file.relative_to(ROOT / "overrides").as_posix() for file in (ROOT / "overrides/assets").rglob("*.*")}
    searched = {path for path in found if path.startswith(f"{SEARCH}/")}
    assert found == {*ours, *searched, FONT, LICENCE}


def test_what_browsers_keep_for_ever_is_named_after_what_it_holds(site: Path) -> None:
    kept = [file for folder in FOLDERS for file in (site / folder).iterdir()]
    assert len(kept) > 20
    for file in kept:
        mark = file.suffixes[-2].removeprefix(".")
        assert mark == hashlib.sha256(file.read_bytes()).hexdigest()[:10], file


def test_pages_and_files_name_only_what_is_published(site: Path) -> None:
    kept = {file.name for folder in FOLDERS for file in (site / folder).iterdir()}
    named: set[str] = set()
    for file in (*site.rglob("*.html"), *site.rglob("*.css"), *site.rglob("*.js")):
        named |= set(re.findall(rf"/({NAME})(?=[\"'`)?$])", file.read_text(encoding="utf-8")))
    assert named <= kept
    assert {name.partition(".")[0] for name in kept - named} == {"OFL"}, "no page asks for it: delete it"

"""The exports, badges and llms.txt of the real site, and the page that presents them."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from tests import dom
from tests.engine.test_page_types import article, rows, section, targets
from tests.engine.test_site import leads_somewhere, read_aloud

from guides_api.pages.addresses import address, editor_path
from guides_api.pages.exports.fields import fields
from guides_api.pages.exports.files import export_files
from guides_api.pages.exports.registry import EXPORTS
from guides_api.pages.llms_txt import LLMS_TXT
from guides_api.pages.project import Project

PAGE = "exports/index.md"
SITE = "https://site.example.org/"


def records(site: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((site / f"exports/v1/{name}.json").read_text(encoding="utf-8"))["records"]
    return found


def test_another_process_writes_the_same_bytes(site: Path, real: Project) -> None:
    expected = dict(export_files(real.catalogue, ""))
    found = {file.relative_to(site).as_posix(): file for file in (site / "exports/v1").rglob("*") if file.is_file()}
    assert found.keys() == expected.keys()
    assert [name for name, file in found.items() if file.read_bytes() != expected[name].encode()] == []


def test_every_address_of_a_record_leads_to_a_page_or_a_badge(site: Path) -> None:
    followed = 0
    for name in EXPORTS:
        for record in records(site, name):
            places = [record[key] for key in ("page", "comparaison", "badge") if record.get(key)]
            assert [place for place in places if not leads_somewhere(site, site / "index.html", place)] == []
            followed += len(places)
    assert followed > 200


def test_the_page_lists_every_file_with_its_lines_and_its_weight(site: Path) -> None:
    page = article(site, PAGE)
    table = section(page, "Les fichiers").one("table")
    assert len(list(rows(table))) == len(EXPORTS)
    for export, cells in zip(EXPORTS.values(), rows(table), strict=True):
        name, line, count, sheet, program = cells
        assert name.text == read_aloud(export.title)
        assert line.text == read_aloud(export.line)
        text = (site / f"exports/v1/{export.name}.csv").read_text(encoding="utf-8-sig")
        assert int(count.text) == len(list(csv.reader(StringIO(text, newline=""), delimiter=";"))) - 1
        expected = [f"exports/v1/{export.name}{end}" for end in (".csv", ".json", ".schema.json")]
        assert [*targets(PAGE, sheet), *targets(PAGE, program)] == expected
        for told, file in zip((sheet, program), expected, strict=False):
            assert f"{round((site / file).stat().st_size / 1000)} ko" in told.text


def test_the_page_tells_every_field(site: Path) -> None:
    tables = section(article(site, PAGE), "Les champs").all("table")
    for export, table in zip(EXPORTS.values(), tables, strict=True):
        shown = [[cell.text for cell in cells] for cells in rows(table)]
        assert shown == [
            [read_aloud(words) for words in (field.key, field.name, field.kind, field.meaning)]
            for field in fields(export.model)
        ]


@pytest.mark.parametrize("editor_id", ["arpege", "agence-francaise-d-informatique-afi"])
def test_an_editor_s_page_shows_how_to_show_its_badge(editor_id: str, site: Path) -> None:
    path = editor_path(editor_id)
    part = section(article(site, path), "Vous êtes l’éditeur ?")
    (picture,) = part.all("img")
    badge = f"exports/v1/badges/{address(path).rstrip('/')}.svg"
    assert urljoin(f"{SITE}{address(path)}", picture.attributes["src"]) == SITE + badge
    markdown, html = [code.text for code in part.all("code")]
    found = re.fullmatch(r"\[!\[([^\]]+)\]\(/(\S+)\)\]\(/(\S+)\)", markdown)
    assert found
    assert found.groups() == (picture.attributes["alt"], badge, address(path))
    link = dom.read(html)[0].one("a", href=f"/{address(path)}")
    assert link.one("img").attributes == {"src": f"/{badge}", "alt": picture.attributes["alt"], "height": "20"}
    assert "n’a pas encore d’adresse" in part.text


def test_language_models_are_led_to_pages_that_are_there(site: Path, real: Project) -> None:
    text = (site / LLMS_TXT).read_text(encoding="utf-8")
    places = re.findall(r"^- \[.+\]\(([^()]*)\): .+$", text, re.MULTILINE)
    assert len(places) == len(set(places)) == len(re.findall("^- ", text, re.MULTILINE))
    assert [place for place in places if not leads_somewhere(site, site / "index.html", place)] == []
    expected = {guide.path for guide in real.catalogue.listed_guides if not guide.noindex}
    expected |= {api.path for api in real.catalogue.apis.values()}
    assert {address(path) for path in expected} <= set(places)

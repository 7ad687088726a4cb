"""What the real site holds once it is built."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from tests import dom
from tests.search.built import Index

from guides_api.catalogue.datapass import DataPass
from guides_api.catalogue.models import FranceConnect, Ruling
from guides_api.pages.addresses import address, editor_path, use_case_path
from guides_api.pages.project import Project
from guides_api.pages.search.words import stems, words
from guides_api.pages.typography import typographic_words

WORDS = {
    FranceConnect.ONLY: "FranceConnect requis",
    FranceConnect.POSSIBLE: "FranceConnect possible",
    FranceConnect.NO: "Sans FranceConnect",
}


@cache
def tree(file: Path) -> dom.Element:
    return dom.read(file.read_text(encoding="utf-8"))[0]


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def page(site: Path, path: str) -> dom.Element:
    return tree(site / address(path) / "index.html")


def every(site: Path, fault: str) -> list[str]:
    """Return the pages whose HTML matches a pattern, with what matched."""
    found = ((file, re.search(fault, file.read_text(encoding="utf-8"))) for file in pages(site))
    return [f"{file.relative_to(site)}: {match.group()}" for file, match in found if match]


def test_each_api_editor_and_use_case_has_its_page_under_its_own_title(site: Path, real: Project) -> None:
    catalogue = real.catalogue
    titles = {
        **{api.path: api.title for api in catalogue.apis.values()},
        **{editor_path(editor.id): editor.name for editor in catalogue.editors.values()},
        **{
            use_case_path(use_case.id): guide.title if (guide := catalogue.guide_of(use_case.id)) else use_case.name
            for use_case in catalogue.use_cases.values()
        },
    }
    assert len(titles) == len(catalogue.apis) + len(catalogue.editors) + len(catalogue.use_cases)
    shown = {path: page(site, path).one("h1").text.removesuffix("#").strip() for path in titles}
    assert shown == {path: read_aloud(title) for path, title in titles.items()}


def test_every_page_of_the_project_is_there(site: Path, real: Project) -> None:
    assert [path for path in real.pages if not (site / address(path) / "index.html").is_file()] == []


def test_no_trace_of_components_is_left(site: Path) -> None:
    assert every(site, r"</?[A-Z][A-Za-z]*[\s/>]") == []
    assert [str(file) for file in pages(site) if "///" in tree(file).text] == []
    assert [str(file) for file in pages(site) if re.search(r"\{[{%]|[\x02\x03]", tree(file).text)] == []


def test_tags_fit_together_on_every_page(site: Path) -> None:
    faults = {str(file.relative_to(site)): dom.read(file.read_text(encoding="utf-8"))[1] for file in pages(site)}
    assert {name: found for name, found in faults.items() if found} == {}


def test_every_page_is_in_french_with_one_title(site: Path) -> None:
    for file in pages(site):
        html = tree(file).one("html")
        assert html.attributes["lang"] == "fr", file
        assert len(html.all("h1")) == 1, file
        assert html.one("title").text, file


def test_ids_are_unique_on_every_page(site: Path) -> None:
    repeated = {}
    for file in pages(site):
        ids = Counter(element.attributes["id"] for element in tree(file).all() if "id" in element.attributes)
        repeated[str(file.relative_to(site))] = [name for name, times in ids.items() if times > 1]
    assert {name: ids for name, ids in repeated.items() if ids} == {}


def test_nothing_is_fetched_from_a_third_party(site: Path) -> None:
    fetched = [
        f"{file.relative_to(site)}: <{element.tag}> {value}"
        for file in pages(site)
        for element in tree(file).all("link", "script", "img", "iframe", "source", "video", "audio", "embed", "object")
        for name in ("src", "href", "srcset", "data")
        if re.match(r"\s*(?:[a-z]+:)?//", value := element.attributes.get(name, ""))
    ]
    assert fetched == []
    for style in site.rglob("*.css"):
        assert not re.search(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", style.read_text(encoding="utf-8")), style


def test_every_link_image_and_anchor_leads_somewhere(site: Path) -> None:
    dead, followed = [], 0
    for file in pages(site):
        for element in tree(file).all():
            for name in ("href", "src", "action"):
                target = element.attributes.get(name)
                if target is None or urlsplit(target).scheme or target.startswith("//"):
                    continue
                followed += 1
                if not leads_somewhere(site, file, target):
                    dead.append(f"{file.relative_to(site)}: {target}")
    assert dead == []
    assert followed > 1000


def leads_somewhere(site: Path, file: Path, target: str) -> bool:
    parts = urlsplit(target)
    below = unquote(parts.path)
    found = (site / below.lstrip("/") if below.startswith("/") else file.parent / below) if below else file
    if found.is_dir():
        found /= "index.html"
    if not found.is_file() or not parts.fragment or parts.fragment.startswith("__"):
        return found.is_file()
    anchors = {element.attributes.get("id") for element in tree(found).all()}
    return unquote(parts.fragment) in anchors


def test_search_finds_what_components_draw(site: Path, real: Project) -> None:
    index = Index.of_site(site)
    named = {item.name: stems(words(item.name)) for _, item in real.catalogue.solutions_for("ccas")}
    assert len(named) > 3
    for name, terms in named.items():
        assert [term for term in terms if "guides/ccas/" not in index.pages_with(term)] == [], name


def test_every_data_table_has_a_caption_and_scoped_headers(site: Path) -> None:
    tables = 0
    for file in pages(site):
        for table in tree(file).all("table"):
            if not table.all("caption"):
                continue  # a table that somebody wrote in Markdown
            tables += 1
            assert table.one("caption").text, file
            assert all(
                cell.attributes.get("scope") in ("col", "colgroup", "row", "rowgroup") for cell in table.all("th")
            ), file
            assert all(row.all("th") for row in table.all("tr")), file
    assert tables > 100


class TestCcas:
    """The page that everything meets on."""

    @pytest.fixture
    def article(self, site: Path) -> dom.Element:
        return page(site, "guides/ccas.md").one("article")

    def test_its_apis_are_listed_by_class_with_their_data_and_marks_in_words(
        self, article: dom.Element, real: Project
    ) -> None:
        catalogue = real.catalogue
        use_case = catalogue.use_cases["ccas"]
        rows = {row.all("th")[0].all("a")[0].text: row for row in rows_of(article) if row.all("th")[0].all("a")}
        ruled = [
            (ruling, catalogue.apis[item.api])
            for ruling in (Ruling.REQUIRED, Ruling.USEFUL, Ruling.UNJUSTIFIED)
            for item in catalogue.ruled(use_case, ruling)
        ]
        assert ruled
        for _, api in ruled:
            row = rows[read_aloud(api.title)].text
            assert WORDS[catalogue.franceconnect(api)] in row
            assert all(read_aloud(scope.label) in row for scope in catalogue.scopes_of(api.id))
        captions = " ".join(caption.text for caption in article.all("caption"))
        assert "indispensable" in captions
        assert "utile" in captions

    def test_each_solution_leads_to_its_own_form(self, article: dom.Element, real: Project) -> None:
        solutions = real.catalogue.solutions_for("ccas")
        assert len(solutions) > 1
        rows = {link.attributes["href"]: row.text for row in rows_of(article) for link in row.all("a")}
        for editor, solution in solutions:
            row = rows[DataPass("https://datapass.api.gouv.fr").form(solution.form)]
            assert solution.name in row
            assert read_aloud(editor.name) in row
            assert ("Certifié FranceConnect" in row) is editor.franceconnect_certified

    def test_generic_forms_say_their_condition(self, article: dom.Element, real: Project) -> None:
        forms = real.catalogue.use_cases["ccas"].forms
        assert len(forms) > 1
        links = {link.attributes.get("href"): link.text for link in article.all("a")}
        for form in forms:
            assert form.when
            assert form.when in links[f"https://datapass.api.gouv.fr/formulaires/{form.id}/demande/nouveau"]

    def test_its_legal_basis_is_quoted(self, article: dom.Element, real: Project) -> None:
        texts = [real.catalogue.legal_texts[text] for text in real.catalogue.use_cases["ccas"].legal_texts]
        assert len(texts) > 2
        assert [text.reference for text in texts if text.reference not in article.text] == []


def read_aloud(text: str) -> str:
    """Return words as a page writes them, spaces made ordinary."""
    return " ".join(typographic_words(text).split())


def rows_of(article: dom.Element) -> list[dom.Element]:
    return [row for body in article.all("tbody") for row in body.all("tr") if row.all("th")]

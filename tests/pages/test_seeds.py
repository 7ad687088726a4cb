"""Guides of the site that this one replaces: their syntax, and the damage that copies of them have suffered.

The two real ones stand beside the project and are no part of it. Beside them, two of our own words, never absent, with
the same tags, lists, links and faults: components on lines of their own, attributes in single quotes, lists stuck to
their paragraph and nested by three spaces, a table of contents written by hand, UTF-8 read as Mac Roman.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests import dom, example
from tests.build import ROOT
from tests.pages.drawn import as_html, bare

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.problems import Severity
from guides_api.pages.components import On
from guides_api.pages.expand import expand, mistakes
from guides_api.pages.headings import with_anchors
from guides_api.pages.lists import with_lists
from guides_api.pages.project import Project
from guides_api.pages.prose import prose_mistakes

SEEDS = ROOT.parent / "shared" / "seeds"
GOLDEN = Path(__file__).parents[1] / "golden" / "guides"
FIXTURES = sorted(GOLDEN.glob("*.txt"))
PAGE = "guides/ancien.md"


def restored(file: Path) -> str:
    """Return a file's text, as it was before somebody read it as Mac Roman."""
    text = file.read_text(encoding="utf-8")
    return text.encode("mac_roman").decode("utf-8") if "√©" in text else text


def seed(number: str) -> str:
    found = sorted(SEEDS.glob(f"{number}_*.txt"))
    if not found:
        pytest.skip(f"les guides d’origine ne sont pas là : {number}_*.txt est attendu dans ../shared/seeds")
    return restored(found[0])


def body(text: str) -> str:
    return text.split("\n---\n", 1)[1].lstrip("\n")


def html_of(text: str, catalogue: Catalogue) -> str:
    return as_html(with_anchors(expand(with_lists(body(text)), On(catalogue, PAGE))))


def tree_of(html: str) -> dom.Element:
    """Return a page's tree, having checked that nothing of its source is left in it."""
    tree, faults = dom.read(html)
    assert faults == []
    assert not re.search(r"</?[A-Z]", html)
    assert "///" not in tree.text.replace("://", "")
    assert not re.search(r"\*\*|^ *- |\]\(|√|\| ---|#{2}|[\x02\x03]", tree.text)
    return tree


def tables(tree: dom.Element) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.all("th", "td")] for row in table.all("tr")] for table in tree.all("table")]


def headings(tree: dom.Element) -> list[str]:
    return [item.text.removesuffix("#") for item in tree.all("h2", "h3")]


class TestDeliberation:
    """Seed 000: prose, lists and links in raw HTML."""

    @pytest.fixture
    def tree(self, real: Project) -> dom.Element:
        text = seed("000")
        assert list(mistakes(body(text), On(real.catalogue, PAGE))) == []
        return tree_of(html_of(text, real.catalogue))

    def test_it_has_no_table(self, tree: dom.Element) -> None:
        assert tables(tree) == []

    def test_its_headings_are_all_there(self, tree: dom.Element) -> None:
        found = headings(tree)
        assert len(found) == body(seed("000")).count("\n## ") + 1
        assert found[0] == "Pourquoi ce guide"

    def test_each_of_its_items_is_one(self, tree: dom.Element) -> None:
        assert len(tree.all("li")) == len(re.findall(r"^- ", seed("000"), re.MULTILINE)) - len(front_items("000"))
        assert len(tree.all("ul")) == 3

    def test_its_links_are_kept(self, tree: dom.Element) -> None:
        written = re.findall(r'<a href="([^"]+)"', seed("000"))
        followed = [link.attributes["href"] for link in tree.all("a") if not link.attributes["href"].startswith("#")]
        assert followed == written


class TestCcas:
    """Seed 004: every component, read as Mac Roman."""

    @pytest.fixture
    def tree(self, real: Project) -> dom.Element:
        text = seed("004")
        assert "grâce à l'API" in text
        found = [mistake.message for mistake in mistakes(body(text), On(real.catalogue, PAGE))]
        assert found == ["<Quote> : fichier « images/guides/sitiv.png » inconnu."]  # the picture is not ours
        return tree_of(html_of(text, real.catalogue))

    def test_its_two_tables_have_their_rows(self, tree: dom.Element) -> None:
        apis, editors = tables(tree)
        assert apis[0] == ["API utiles", "Données disponibles", "Peut s'utiliser avec FranceConnect"]
        assert [row[0] for row in apis[1:]] == [
            "API Impôt particulier - DGFIP",
            "Bouquet API Particulier - opéré par la DINUM",
        ]
        assert editors == [
            ["Éditeur", "Nom de la solution"],
            ["ArcheMC2", "ArcheMC2 Social"],
            ["Arpège", "Sonate Opus"],
        ]

    def test_its_details_open_on_their_summary(self, tree: dom.Element) -> None:
        (details,) = tree.all("details")
        assert details.one("summary").text == "Quelle est la mission des centres communaux d'action sociale ?"
        assert len(details.all("p")) == 2

    def test_its_headings_are_all_there(self, tree: dom.Element) -> None:
        assert len(headings(tree)) == len(re.findall(r"^###? ", body(seed("004")), re.MULTILINE))
        assert "Améliorer votre service avec l'API Particulier" in headings(tree)

    def test_its_nested_lists_are_lists(self, tree: dom.Element) -> None:
        assert len(tree.all("li")) == len(re.findall(r"^ *- ", body(seed("004")), re.MULTILINE))
        assert [len(item.all("li")) for item in tree.all("li") if item.all("li")] == [2, 6]

    def test_its_buttons_and_its_quote_are_drawn(self, tree: dom.Element) -> None:
        links = {link.text: link.attributes["href"] for link in tree.all("a")}
        assert links["Découvrir l'API Particulier"] == "https://particulier.api.gouv.fr/catalogue"
        quote = tree.one("figure")
        assert "certifiées" in quote.one("blockquote").text
        assert quote.one("figcaption").text == "Le SITIV, membre du réseau Déclic"


def front_items(number: str) -> list[str]:
    return re.findall(r"^- ", seed(number).split("\n---\n", 1)[0], re.MULTILINE)


@pytest.mark.parametrize("file", FIXTURES, ids=lambda path: path.stem)
class TestOurOwn:
    def test_it_gives_the_html_beside_it(
        self,
        file: Path,
        catalogue: Catalogue,
        rewrite_golden: bool,  # noqa: FBT001  a fixture
    ) -> None:
        html = bare(html_of(restored(file), catalogue))
        tree_of(html)
        expected = file.with_suffix(".html")
        if rewrite_golden:
            expected.write_text(html, encoding="utf-8")
        assert html == expected.read_text(encoding="utf-8")

    def test_what_its_author_must_mend_is_told(self, file: Path, project: Path, rewrite_golden: bool) -> None:  # noqa: FBT001  a fixture
        (project / f"content/{PAGE}").write_text(restored(file), encoding="utf-8")
        said = "".join(f"{problem.severity} : {problem}\n" for problem in example.found_in(project))
        expected = file.with_suffix(".problems")
        if rewrite_golden:
            expected.write_text(said, encoding="utf-8")
        assert said == expected.read_text(encoding="utf-8")

    def test_damaged_text_is_refused_and_any_other_is_read(self, file: Path, project: Path) -> None:
        (project / f"content/{PAGE}").write_bytes(file.read_bytes())
        rules = {problem.rule for problem in example.found_in(project)}
        assert ("mojibake" in rules) is ("mac_roman" in file.stem)


def test_contents_written_by_hand_are_told_at_their_first_line() -> None:
    text = body(restored(GOLDEN / "hats_read_as_mac_roman.txt"))
    (mistake,) = prose_mistakes(text)
    assert mistake.severity is Severity.WARNING
    assert text.split("\n")[mistake.line - 1].startswith("- [Prêter")

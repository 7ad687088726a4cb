"""What search engines read of a page: valid JSON-LD, with the properties that Google's documentation requires."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import dom, example

from guides_api.pages.addresses import address
from guides_api.pages.project import Project, load_project
from guides_api.pages.structured_data import Data, Drawn, as_json, questions, structured_data
from guides_api.pages.typography import typographic_words

SITE = "https://guides.example.org/sous/"
# https://developers.google.com/search/docs/appearance/structured-data: breadcrumb, faqpage, article; the last requires
# nothing of its own, and what follows is what ours always has.
REQUIRED = {
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "FAQPage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "Article": {"headline", "description", "inLanguage", "mainEntityOfPage", "publisher"},
    "Organization": {"name"},
}
NOTHING = Drawn("")
NEWS = "---\ntitle: Une nouvelle\ndate: 2026-08-31\nexcerpt: Ce qui a changé.\n---\n\nTexte.\n"
FAQ = """
<h1>Questions</h1><p>Une introduction.</p>
<h2 id="a">Une partie<a class="headerlink" href="#a">#</a></h2>
<h3 id="b">Qui a <em>droit</em>\u202f?<a class="headerlink" href="#b">#</a></h3>
<p>Tout le monde,
 selon <a href="x">la loi</a> &amp; l’<button class="term" popovertarget="t">API</button>.</p>
<ul><li>un</li><li>deux<br>trois</li></ul><table><tr><th>A</th><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>
<h3>Sans réponse</h3>
<h3>La dernière</h3><p>Oui<svg><title>dessin</title></svg>.</p><img src="x" alt="">
<div class="terms"><div popover id="t"><p>Une définition.</p></div></div>
<h2>La suite</h2><p>Rien de plus.</p>
"""


@pytest.fixture
def small(project: Path) -> Project:
    """The example project with an article and questions, and no page above the news."""
    (project / "content/actualites").mkdir()
    (project / "content/actualites/2026-08-31-une-nouvelle.md").write_text(NEWS, encoding="utf-8")
    (project / "content/faq.md").write_text("---\ntitle: Questions\n---\n\nUn texte.\n", encoding="utf-8")
    return load_project(project, example.TODAY)


def of(project: Project, path: str, drawn: Drawn = NOTHING) -> dict[str, Data]:
    """Return what is said of a page, by type."""
    return {data["@type"]: data for data in structured_data(project.pages[path], drawn, project, SITE)}


def parts(data: object) -> Iterator[Data]:
    """Yield every object of a document that has a type."""
    if isinstance(data, dict):
        if "@type" in data:
            yield data
        for value in data.values():
            yield from parts(value)
    elif isinstance(data, list):
        for value in data:
            yield from parts(value)


def test_what_every_real_page_says_has_all_that_is_required(real: Project) -> None:
    modified = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    met = set()
    for page in real.pages.values():
        for data in structured_data(page, Drawn(FAQ, f"{SITE}image.png", modified), real, SITE):
            assert data["@context"] == "https://schema.org"
            for part in parts(json.loads(as_json(data))):
                met.add(part["@type"])
                missing = {name for name in REQUIRED[part["@type"]] if not part.get(name)}
                assert not missing, (page.path, part)
    assert met == set(REQUIRED)


def test_every_page_but_home_says_where_it_stands_and_only_guides_and_news_are_articles(real: Project) -> None:
    types = {
        page.path: {*of(real, page.path, Drawn("<h3>Une question</h3><p>Oui.</p>"))} for page in real.pages.values()
    }
    assert types["index.md"] == set()
    assert [path for path, found in types.items() if "BreadcrumbList" not in found] == ["index.md"]
    articles = {path for path, found in types.items() if "Article" in found}
    catalogue = real.catalogue
    assert articles == {item.path for item in (*catalogue.guides.values(), *catalogue.news.values())}
    assert [path for path, found in types.items() if "FAQPage" in found] == ["faq.md"]


def test_a_trail_goes_from_home_to_the_page_by_full_addresses(small: Project) -> None:
    steps = of(small, "guides/aide-exemple.md")["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert [step["name"] for step in steps] == ["Accueil", "Guides", "Guide Exemple"]
    assert [step["item"] for step in steps] == [SITE, f"{SITE}guides/", f"{SITE}guides/aide-exemple/"]


def test_a_trail_leaves_out_a_page_that_the_site_lacks(small: Project) -> None:
    path = "actualites/2026-08-31-une-nouvelle.md"
    assert [crumb.title for crumb in small.pages[path].trail] == ["Accueil", "Actualités"]
    steps = of(small, path)["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == ["Accueil", "Une nouvelle"]


def test_a_guide_is_an_article_of_the_site(small: Project) -> None:
    modified = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    path = "guides/aide-exemple.md"
    assert of(small, path, Drawn("", f"{SITE}a.png", modified))["Article"] == {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": "Guide Exemple",
        "description": small.pages[path].description,
        "inLanguage": "fr",
        "mainEntityOfPage": f"{SITE}{address(path)}",
        "publisher": {"@type": "Organization", "name": "Site Exemple", "url": SITE},
        "image": [f"{SITE}a.png"],
        "dateModified": "2026-11-22T09:30:00+00:00",
    }
    assert {"image", "dateModified", "datePublished"}.isdisjoint(of(small, path)["Article"])


@pytest.mark.parametrize(("day", "said"), [(30, False), (31, True)])
def test_news_say_their_day_and_no_earlier_change(day: int, said: bool, small: Project) -> None:  # noqa: FBT001  a case
    modified = datetime(2026, 8, day, 23, tzinfo=UTC)
    article = of(small, "actualites/2026-08-31-une-nouvelle.md", Drawn("", modified=modified))["Article"]
    assert article["datePublished"] == "2026-08-31"
    assert ("dateModified" in article) is said


def test_questions_are_the_headings_of_level_3_with_the_words_that_a_reader_sees_under_them() -> None:
    assert questions(FAQ) == [
        ("Qui a droit\u202f?", "Tout le monde, selon la loi & l’API.\nun\ndeux\ntrois\nA 1\nB 2"),
        ("La dernière", "Oui."),
    ]


def test_questions_are_found_on_the_page_of_questions_only(small: Project) -> None:
    (question, _) = of(small, "faq.md", Drawn(FAQ))["FAQPage"]["mainEntity"]
    assert question["@type"] == "Question"
    assert question["name"] == "Qui a droit\u202f?"
    assert question["acceptedAnswer"]["text"].startswith("Tout le monde")
    assert "FAQPage" not in of(small, "guides/aide-exemple.md", Drawn(FAQ))
    assert "FAQPage" not in of(small, "faq.md", Drawn("<h2>Rien</h2><p>À demander.</p>"))


HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "]]> --> &lt;/script>",
    '"};{"@type":"x',
    "\\u003c",
    "\u2028",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_title_closes_the_script_that_holds_it(words: str, small: Project) -> None:
    page = replace(small.pages["guides/aide-exemple.md"], title=words, description=words)
    for data in structured_data(page, Drawn(""), small, SITE):
        text = as_json(data)
        tree, faults = dom.read(f'<script type="application/ld+json">{text}</script><p>après</p>')
        assert faults == []
        assert "".join(map(str, tree.one("script").children)) == text
        assert tree.one("p").text == "après"
        assert json.loads(text) == data
        assert typographic_words(words) in [part.get("headline", part.get("name")) for part in named(data)]


def named(data: Data) -> list[Data]:
    return [data, *data.get("itemListElement", [])]


@given(st.text())
def test_any_words_come_back_from_a_script_without_a_sign_of_html(words: str) -> None:
    text = as_json({"name": words})
    assert json.loads(text) == {"name": words}
    assert not set(text) & set("<>&\u2028\u2029")


@given(st.text(alphabet="<>/h3pi &;abc\"'!-", max_size=60))
def test_reading_questions_never_fails(html: str) -> None:
    assert all(question and answer for question, answer in questions(f"<h3>a</h3>b{html}"))

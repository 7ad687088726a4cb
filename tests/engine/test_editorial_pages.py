"""News, figures, glossary, sources and publics on the real site, counted again from the files themselves."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests import build, dom, example
from tests.build import ROOT
from tests.engine.test_page_types import article, listed, section, targets
from tests.engine.test_site import read_aloud

from guides_api.pages.addresses import address, public_path
from guides_api.pages.project import Project
from guides_api.pages.templating import french_date, french_number


def written_news() -> dict[str, dict[str, Any]]:
    """Return the front matter of every article, read without any of our code, newest first."""
    found = {}
    for file in (ROOT / "content/actualites").glob("*.md"):
        if file.name != "index.md":
            found[file.stem] = yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1])
    return dict(sorted(found.items(), key=lambda item: (str(item[1]["date"]), item[0]), reverse=True))


NEWS = written_news()


def test_the_list_of_news_holds_every_article_newest_first_with_its_date_and_excerpt(site: Path) -> None:
    page = article(site, "actualites/index.md")
    items = page.one("ul", **{"class": "news"}).all("li")
    dates = [item.one("time").attributes["datetime"] for item in items]
    assert dates == sorted(dates, reverse=True)
    assert len(items) == len(NEWS)
    for item in items:
        (name,) = {place.split("/")[-2] for place in targets("actualites/index.md", item)}
        assert str(NEWS[name]["date"]) == item.one("time").attributes["datetime"]
        assert read_aloud(NEWS[name]["excerpt"]) in item.text
        assert french_date(str(NEWS[name]["date"])) in item.text


@pytest.mark.parametrize("name", NEWS)
def test_an_article_says_its_day_and_its_categories(name: str, site: Path) -> None:
    path = f"actualites/{name}.md"
    page = article(site, path)
    assert page.one("h1").text.removesuffix("#") == read_aloud(NEWS[name]["title"])
    assert french_date(str(NEWS[name]["date"])) in page.text
    places = targets(path, page)
    for category in NEWS[name]["categories"]:
        assert any(place.startswith("actualites/rubrique/") for place in places), category


def test_each_article_leads_to_the_one_before_it_until_the_first(site: Path, real: Project) -> None:
    name, seen = real.catalogue.latest_news[0].id, []
    while name:
        seen.append(name)
        page = article(site, f"actualites/{name}.md")
        older = [link.attributes["href"] for link in page.all("a") if link.text.startswith("Plus ancienne")]
        name = older[0].strip("./") if older else ""
    assert seen == [item.id for item in real.catalogue.latest_news]
    assert set(seen) == set(NEWS)


def test_every_year_and_every_category_has_its_archive_with_its_articles_only(site: Path, real: Project) -> None:
    years = {str(item["date"])[:4] for item in NEWS.values()}
    for year in years:
        page = article(site, f"actualites/{year}.md")
        shown = {place for place in targets(f"actualites/{year}.md", page) if re.match(r"actualites/\d{4}-", place)}
        assert shown == {f"actualites/{name}/" for name, item in NEWS.items() if str(item["date"]).startswith(year)}
    for slug, category in real.catalogue.news_categories.items():
        path = f"actualites/rubrique/{slug}.md"
        shown = {place for place in targets(path, article(site, path)) if re.match(r"actualites/\d{4}-", place)}
        assert shown == {f"actualites/{name}/" for name, item in NEWS.items() if category in item["categories"]}
    archives = set(targets("actualites/index.md", article(site, "actualites/index.md")))
    assert {f"actualites/{year}/" for year in years} <= archives
    assert {f"actualites/rubrique/{slug}/" for slug in real.catalogue.news_categories} <= archives


def test_home_shows_the_three_latest_articles_some_figures_and_three_doors(site: Path) -> None:
    page = article(site, "index.md")
    latest = [item.one("time").attributes["datetime"] for item in page.one("ul", **{"class": "news"}).all("li")]
    assert latest == [str(item["date"]) for item in NEWS.values()][:3]
    assert len(page.one("ul", **{"class": "figures"}).all("li")) == 4
    assert len(section(page, "Par où entrer ?").all("h3")) == 3
    cards = {place for place in targets("index.md", page) if place.startswith("guides/")}
    assert {f"guides/{item['id']}/" for item in listed("use_cases")} <= cards


@pytest.mark.parametrize("fact", [pytest.param(item, id=item["id"]) for item in listed("facts")])
def test_a_fact_is_on_the_page_of_figures_with_all_its_sources_and_dates(fact: dict[str, Any], site: Path) -> None:
    page = article(site, "chiffres-cles.md")
    shown = [item for item in (*page.all("li"), *page.all("tr")) if read_aloud(fact["label"]) in item.text]
    assert shown, fact["label"]
    text = shown[-1].text
    titles = {source["id"]: source["short"] for source in listed("sources")}
    for statement in fact["statements"]:
        value = str(statement["value"])
        assert " ".join(french_number(value).split()) in text or read_aloud(value) in text
        assert read_aloud(titles[statement["source"]]) in text
        assert french_date(str(statement["date"])) in text
    if "expires_on" in fact:
        assert f"À vérifier de nouveau après le {french_date(fact['expires_on'])}" in text


@pytest.mark.parametrize("term", [pytest.param(item, id=item["id"]) for item in listed("glossary")])
def test_a_term_stands_in_the_glossary_under_its_anchor(term: dict[str, Any], site: Path) -> None:
    entry = article(site, "glossaire.md").one("div", id=term["id"])
    assert entry.one("dt").text.startswith(read_aloud(term["name"]))
    assert read_aloud(term["definition"]) in entry.one("dd").text
    assert read_aloud(term.get("full", "")) in entry.one("dt").text


@pytest.mark.parametrize("source", [pytest.param(item, id=item["id"]) for item in listed("sources")])
def test_a_source_stands_on_its_page_and_facts_lead_there(source: dict[str, Any], site: Path) -> None:
    entry = article(site, "sources.md").one("div", id=source["id"])
    assert read_aloud(source["title"]) in entry.text
    hrefs = [link.attributes["href"] for link in entry.all("a")]
    assert hrefs == ([source["url"]] if "url" in source else [])


def test_a_quoted_fact_leads_to_its_source(site: Path) -> None:
    page = article(site, "guides/deliberation.md")
    quoted = [item for item in page.all("span") if "fact__source" in item.attributes.get("class", "")]
    assert quoted
    for item in quoted:
        assert all(place.startswith("sources/#") for place in targets("guides/deliberation.md", item))


@pytest.mark.parametrize("public", [pytest.param(item, id=item["id"]) for item in listed("publics")])
def test_a_public_s_page_gathers_its_use_cases_guides_and_apis(
    public: dict[str, Any], site: Path, real: Project
) -> None:
    path = public_path(public["id"])
    page = article(site, path)
    publics = {item["id"]: item for item in listed("publics")}
    members = {public["id"], *public.get("includes", [])}
    concerned = [
        item["id"]
        for item in listed("use_cases")
        if members & {member for name in item["publics"] for member in (name, *publics[name].get("includes", []))}
    ]
    shown = [place for place in targets(path, section(page, "Les cas d’usage")) if place.startswith("guides/")]
    assert sorted(shown) == sorted(f"guides/{name}/" for name in concerned)
    guides = {address(guide.path) for guide in real.catalogue.guides_for(public["id"])}
    assert guides <= set(targets(path, page))
    if public["id"] not in ("aom", "editeurs"):
        assert "cnav/quotient-familial" in str(targets(path, page)) or public["id"] == "administrations"


def test_the_apis_of_a_public_are_those_that_its_use_cases_call_for(site: Path) -> None:
    path = public_path("aom")
    (transports,) = [item for item in listed("use_cases") if item["id"] == "tarification-transports"]
    wanted = {*transports["apis"].get("required", []), *transports["apis"].get("useful", [])}
    shown = {
        place for place in targets(path, section(article(site, path), "Les API utiles")) if place.startswith("api/")
    }
    assert shown == {f"api/{name.replace('_', '-')}/" for name in wanted}


def test_a_fact_that_has_expired_is_still_shown_with_its_date(tmp_path: Path) -> None:
    root = example.write(tmp_path / "source")
    facts = root / "data/facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("2027-08-31", "2026-01-31"), encoding="utf-8")
    page = root / "content/index.md"
    page.write_text(page.read_text(encoding="utf-8") + '\n<FactList topic="delais" />\n', encoding="utf-8")
    (warning,) = example.problems_of(root)
    assert "ce fait n’était sûr que jusqu’au 2026-01-31" in warning
    for name in ("hooks", "overrides"):
        (root / name).symlink_to(ROOT / name)
    (root / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    done = build.run(root, tmp_path / "site")
    assert done.returncode == 0, done.stdout
    tree, _ = dom.read((tmp_path / "site/index.html").read_text(encoding="utf-8"))
    shown = tree.one("ul", **{"class": "figures"}).text
    assert "À vérifier de nouveau après le 31 janvier 2026." in shown
    assert "12 345" in shown


def test_english_words_are_said_to_be_english(site: Path) -> None:
    def english(path: str) -> set[str]:
        return {item.text for item in article(site, path).all() if item.attributes.get("lang") == "en"}

    assert english("glossaire.md") == {term["english"] for term in listed("glossary") if "english" in term} != set()
    assert english("guides/devenir-editeur.md") == {"pull request"}

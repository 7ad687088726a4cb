"""An article of the news: every key that Jekyll's articles have, and what is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from tests import example

from guides_api.catalogue.written import Layout, News
from guides_api.pages.project import load_project

KEYS = {
    "title": "Article Exemple",
    "date": "2026-08-31",
    "excerpt": "L’article inventé annonce une nouveauté inventée, à qui lit les nouveautés.",
}


def write(project: Path, keys: Mapping[str, str], name: str = "2026-08-31-article") -> None:
    file = project / f"content/actualites/{name}.md"
    file.parent.mkdir(exist_ok=True)
    header = "\n".join(f"{key}: {value}".replace(": \n", ":\n").rstrip() for key, value in keys.items())
    file.write_text(f"---\n{header}\n---\n\nUn article.\n", encoding="utf-8")


def article(project: Path, **others: str) -> News:
    """Return the only article of the project, which has these keys and those that all have."""
    write(project, KEYS | others)
    assert example.problems_of(project) == []
    ((found),) = load_project(project, example.TODAY).catalogue.news.values()
    return found


def test_an_article_is_what_its_file_says(project: Path) -> None:
    found = article(project)
    assert (found.id, found.path, found.title) == (
        "2026-08-31-article",
        "actualites/2026-08-31-article.md",
        "Article Exemple",
    )
    assert (found.date, found.year, found.summary) == (date(2026, 8, 31), "2026", KEYS["excerpt"])
    assert (found.categories, found.tags, found.image, found.layout) == ((), (), None, None)
    assert found.body.strip() == "Un article."


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2018-10-18", date(2018, 10, 18)),
        ("2018-10-18T10:16:39.711Z", date(2018, 10, 18)),
        ("2018-10-18T23:59:59Z", date(2018, 10, 18)),
        ("2018-10-18T00:30:00+02:00", date(2018, 10, 18)),
        ("2018-10-18 10:16:39", date(2018, 10, 18)),
        ("2018-10-18 10:16:39 +0200", date(2018, 10, 18)),
        ("'2018-10-18'", date(2018, 10, 18)),
        ("2026-11-22", example.TODAY),
        ("2024-02-29", date(2024, 2, 29)),
    ],
)
def test_a_date_may_have_a_time(project: Path, written: str, expected: date) -> None:
    assert article(project, date=written).date == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("annonces", ("annonces",)),
        ("annonces, exemple", ("annonces", "exemple")),
        (" annonces ,exemple, ", ("annonces", "exemple")),
        ("[annonces, exemple]", ("annonces", "exemple")),
        ("\n  - annonces\n  - exemple", ("annonces", "exemple")),
        ("[]", ()),
        ("", ()),
        ("','", ()),
    ],
)
def test_categories_and_tags_are_a_list_or_words_between_commas(
    project: Path, written: str, expected: tuple[str, ...]
) -> None:
    tags = (project / "data/tags.yaml").read_text(encoding="utf-8")
    annonces = "\n  - id: annonces\n    name: annonces\n    description: Toutes les annonces.\n"
    (project / "data/tags.yaml").write_text(f"{tags.rstrip()}{annonces}", encoding="utf-8")
    assert article(project, categories=written).categories == expected
    assert article(project, tags=written).tags == expected


@pytest.mark.parametrize("written", ["dossier.svg", "/images/dossier.svg", "images/dossier.svg", "/dossier.svg"])
def test_an_image_is_found_below_the_images_of_the_site(project: Path, written: str) -> None:
    assert article(project, image=written).image == "images/dossier.svg"


def test_an_image_may_stand_in_a_folder(project: Path) -> None:
    written = "/images/schemas/echange-exemple.svg"
    assert article(project, image=written).image == "images/schemas/echange-exemple.svg"


def test_the_layout_of_jekyll_is_accepted(project: Path) -> None:
    assert article(project, layout="post").layout is Layout.POST


def test_a_site_may_have_no_news(project: Path) -> None:
    assert not (project / "content/actualites").exists()
    assert example.problems_of(project) == []
    assert load_project(project, example.TODAY).catalogue.news == {}


@pytest.mark.parametrize("day", ["2026-11-21", "2026-11-22"])
def test_nothing_is_said_of_an_article_until_today(project: Path, day: str) -> None:
    write(project, KEYS | {"date": day})
    assert example.problems_of(project) == []


@pytest.mark.parametrize(("length", "told"), [(59, True), (60, False), (200, False), (201, True)])
def test_a_summary_has_sixty_to_two_hundred_letters(project: Path, length: int, *, told: bool) -> None:
    write(project, KEYS | {"excerpt": "a" * length})
    assert [problem.rule for problem in example.found_in(project)] == ["accroche-mal-taillee"] * told


@pytest.mark.parametrize(
    ("first", "second"),
    [("annonces", "Annonces"), ("été", "ete"), ("a b", "a-b")],
)
def test_one_address_has_one_category(project: Path, first: str, second: str) -> None:
    write(project, KEYS | {"categories": first})
    write(project, KEYS | {"categories": second}, "2026-08-31-autre")
    (problem,) = example.found_in(project)
    assert f"« {first} »" in problem.message
    assert f"« {second} »" in problem.message

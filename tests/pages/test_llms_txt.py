"""What language models are told of the site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests import dom, example
from tests.pages.drawn import as_html

from guides_api.pages.llms_txt import llms_txt
from guides_api.pages.project import Project, load_project

SITE = "https://guides.example.org/sous/"


def sections(text: str) -> dict[str, list[str]]:
    """Return the lines of each section, as llmstxt.org cuts them."""
    parts = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    return {
        name: [line for line in body.splitlines() if line] for name, body in zip(parts[1::2], parts[2::2], strict=True)
    }


def test_it_opens_with_the_name_of_the_site_and_its_summary(project: Path) -> None:
    first, blank, second = llms_txt(load_project(project, example.TODAY).catalogue, "").splitlines()[:3]
    assert (first, blank, second) == ("# Site Exemple", "", "> Un site inventé.")


def test_each_section_is_a_list_of_links_that_say_what_is_there(real: Project) -> None:
    found = sections(llms_txt(real.catalogue, ""))
    assert list(found) == ["Cas d’usage", "Guides", "API", "Exports", "Optional"]
    for name, lines in found.items():
        assert lines, name
        assert [line for line in lines if not re.fullmatch(r"- \[[^\n]+\]\([a-z0-9/.-]+\): \S.+", line)] == []
    assert len(found["Cas d’usage"]) == len(real.catalogue.use_cases)
    assert len(found["API"]) == len(real.catalogue.apis) + len(real.catalogue.bundles)


def test_links_are_whole_once_the_site_has_an_address(project: Path) -> None:
    catalogue = load_project(project, example.TODAY).catalogue
    with_one, without = (re.findall(r"\]\(([^)]*)\)", llms_txt(catalogue, site)) for site in (SITE, ""))
    assert with_one == [f"{SITE}{place}" for place in without]
    assert "api/organisme/donnee-exemple/" in without


@pytest.mark.parametrize("hidden", ["publish: false", "noindex: true"])
def test_a_guide_that_search_engines_may_not_see_is_absent(hidden: str, project: Path) -> None:
    text = f"---\ntitle: Discret\ntagline: {example.TAGLINE}\n{hidden}\n---\n\nTexte.\n"
    (project / "content/guides/discret.md").write_text(text, encoding="utf-8")
    link = "\nVoyez le [guide discret](guides/discret.md).\n"
    with (project / "content/index.md").open("a", encoding="utf-8") as home:
        home.write(link)
    assert "discret" not in llms_txt(load_project(project, example.TODAY).catalogue, "").lower()


def test_brackets_in_a_name_close_no_link(project: Path) -> None:
    editors = project / "data/editors.yaml"
    text = editors.read_text(encoding="utf-8")
    editors.write_text(text.replace("name: Éditeur Exemple", "name: 'a](b) [c\\'"), encoding="utf-8")
    (line,) = [
        line for line in llms_txt(load_project(project, example.TODAY).catalogue, "").splitlines() if "c\\" in line
    ]
    assert line.startswith(r"- [a\](b) \[c\\](editeurs/editeur-exemple/): ")


@pytest.mark.parametrize("hidden", ["[a](https://evil.example)", "`a", "![a](https://evil.example/a.png)"])
def test_no_text_hides_a_link_or_makes_code_of_those_that_follow(hidden: str, project: Path) -> None:
    sane = dom.read(as_html(llms_txt(load_project(project, example.TODAY).catalogue, "")))[0]
    for path, key in (
        ("data/site.yaml", "name"),
        ("data/site.yaml", "description"),
        ("content/guides/aide-exemple.md", "tagline"),
        ("data/bundles.yaml", "summary"),
    ):
        file = project / path
        text, times = re.subn(rf"(?m)^( *{key}): .*$", rf'\1: "{hidden}"', file.read_text(encoding="utf-8"))
        assert times == 1
        file.write_text(text, encoding="utf-8")
    tree = dom.read(as_html(llms_txt(load_project(project, example.TODAY).catalogue, "")))[0]
    assert tree.text.count(hidden) == 4
    assert [item.attributes["href"] for item in tree.all("a", "img") if "class" not in item.attributes] == [
        item.attributes["href"] for item in sane.all("a") if "class" not in item.attributes
    ]


def test_a_site_without_solutions_names_no_comparison(project: Path) -> None:
    editors = project / "data/editors.yaml"
    text = editors.read_text(encoding="utf-8")
    editors.write_text(text.replace("\n          - aide-exemple", " []", 1), encoding="utf-8")
    loaded = load_project(project, example.TODAY)
    assert "comparer" not in llms_txt(loaded.catalogue, "")
    assert not [path for path in loaded.pages if "comparer" in path]

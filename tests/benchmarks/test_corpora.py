"""The generated guides are the same each time, and make projects that our engine and a stock one both build."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest
from tests import build, example, trees

from benchmarks import builds, corpora, guides
from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.project import load_project

PROJECTS = {"plain": corpora.plain, "stock": corpora.stock, "rich": corpora.rich}


def loaded(project: Path) -> Catalogue:
    return load_project(project, example.TODAY).catalogue


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three plain guides, built."""
    project = corpora.plain(tmp_path_factory.mktemp("corpus") / "plain", 3)
    done = build.run(project)
    assert done.returncode == 0, done.stdout
    return project


@pytest.mark.parametrize("name", PROJECTS)
def test_a_corpus_has_the_same_bytes_each_time(tmp_path: Path, name: str) -> None:
    one, other = (PROJECTS[name](tmp_path / turn, 4) for turn in ("one", "other"))
    assert trees.differences(one / "content", other / "content") == []
    assert trees.differences(one, other) == []


def test_another_seed_gives_other_guides() -> None:
    ours, others = (list(guides.guides(guides.names(3), seed)) for seed in (1, 2))
    assert all(one.body != other.body for one, other in zip(ours, others, strict=True))


def test_a_guide_does_not_depend_on_how_many_there_are() -> None:
    few, many = (list(guides.guides(guides.names(count))) for count in (3, 30))
    assert [guide.title for guide in few] == [guide.title for guide in many[:3]]
    links = re.compile(r"\[Le guide de \w+\]\(\S+\)")
    ours, theirs = ([links.sub("", " ".join(guide.body.split())) for guide in written] for written in (few, many[:3]))
    assert ours == theirs


def test_guides_weigh_about_six_kilobytes() -> None:
    sizes = [len(guide.text().encode()) for guide in guides.guides(guides.names(200))]
    assert 5_500 < sum(sizes) / len(sizes) < 6_500
    assert max(sizes) < 9_000


def test_guides_have_all_that_a_guide_may_have() -> None:
    text = "\n".join(guide.body for guide in guides.guides(guides.names(20)))
    for part in ("\n## ", "\n### ", "\n- ", "\n1. ", "\n| ", "\n> ", "\n```json", "\n```python", "**", "](guide-000"):
        assert part in text


def test_invented_nouns_are_two_letters_apart() -> None:
    for one, other in combinations(map(guides.invented, range(300)), 2):
        assert len(one) != len(other) or sum(a != b for a, b in zip(one, other, strict=True)) > 1


@pytest.mark.parametrize("write", [corpora.plain, corpora.rich], ids=["plain", "rich"])
def test_our_corpora_have_nothing_to_mend(tmp_path: Path, write: corpora.Writer) -> None:
    assert example.problems_of(write(tmp_path, 20)) == []


def test_the_rich_corpus_has_components_editors_and_apis(tmp_path: Path) -> None:
    catalogue = loaded(corpora.rich(tmp_path, 20))
    assert (len(catalogue.use_cases), len(catalogue.apis), len(catalogue.editors)) == (3, 5, 7)
    assert '<Editors use_case="demarche-00001" />' in catalogue.guides["demarche-00001"].body


def test_our_engine_builds_the_plain_corpus(plain: Path) -> None:
    assert all((plain / f"site/guides/{name}/index.html").is_file() for name in guides.names(3))


def test_a_stock_engine_builds_the_same_guides(tmp_path: Path, plain: Path) -> None:
    project = corpora.stock(tmp_path / "stock", 3)
    done = build.run(project)
    assert done.returncode == 0, done.stdout
    for name in guides.names(3):
        source = f"content/guides/{name}.md"
        assert (project / source).read_bytes() == (plain / source).read_bytes()
        assert (project / f"site/guides/{name}/index.html").is_file()


def test_a_stock_menu_holds_every_guide_and_no_long_list() -> None:
    menu = corpora.menu(guides.names(1_000))
    chapters = [chapter for part in menu for chapters in part.values() for chapter in chapters]
    files = [file for chapter in chapters for files in chapter.values() for file in files]
    assert files == [f"guides/{name}.md" for name in guides.names(1_000)]
    assert len(menu) == 3
    assert {len(files) for chapter in chapters for files in chapter.values()} == {20}


@pytest.mark.parametrize("change", [builds.change_body, builds.change_title])
def test_a_change_of_a_guide_has_words_to_look_for(tmp_path: Path, change: builds.Change) -> None:
    corpora.plain(tmp_path, 3)
    before = trees.read(tmp_path / "content")
    page, words = change(tmp_path, 3, 7)
    after = trees.read(tmp_path / "content")
    assert [name for name in after if after[name] != before[name]] == ["guides/guide-00001.md"]
    assert page == "guides/guide-00001/index.html"
    assert words.encode() in after["guides/guide-00001.md"]
    assert example.problems_of(tmp_path) == []


def test_a_change_of_an_editor_has_words_to_look_for(tmp_path: Path) -> None:
    before = loaded(corpora.rich(tmp_path, 20)).editors
    page, words = builds.change_editor(tmp_path, 20, 7)
    after = loaded(tmp_path).editors
    (changed,) = (name for name in after if after[name].model_dump() != before[name].model_dump())
    assert page == f"editeurs/{changed}/index.html"
    assert after[changed].site == words


def test_what_is_read_and_written_alone_is_the_sources_and_the_site(plain: Path, tmp_path: Path) -> None:
    assert builds.floor(plain, tmp_path / "floor").wall > 0
    assert not (tmp_path / "floor").exists()

"""What is remembered of a project's files spares the work, and never gives what a reading from nothing would not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import example

from guides_api.catalogue import page_files
from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.documents import Document
from guides_api.catalogue.nodes import Path as Within
from guides_api.catalogue.problems import Problem, ProblemsFoundError
from guides_api.catalogue.records import Record
from guides_api.catalogue.shapes import shaped
from guides_api.catalogue.written import Page
from guides_api.engine.cache_file import PLACE
from guides_api.engine.kept_values import KeptValues
from guides_api.pages import check
from guides_api.pages.digests import digest
from guides_api.pages.project import Project, load_project
from guides_api.pages.tags import Mistake


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the pages that are read and checked, as they are."""
    seen: list[str] = []
    mistakes = check._mistakes

    def reading(
        model: type[Record], document: Document, path: Within, around: dict[str, str | int]
    ) -> tuple[Record | None, list[Problem]]:
        seen.append(f"read {document.path}")
        return shaped(model, document, path, around)

    def checking(page: Page, catalogue: Catalogue) -> Iterator[Mistake]:
        seen.append(f"checked {page.file}")
        return mistakes(page, catalogue)

    monkeypatch.setattr(page_files, "shaped", reading)
    monkeypatch.setattr(check, "_mistakes", checking)
    return seen


def loaded(root: Path) -> Project:
    memory = KeptValues(root)
    try:
        project = load_project(root, example.TODAY, memory)
        memory.forget_the_rest()
    finally:
        memory.save()
    return project


def told(project: Project) -> list[object]:
    """Return all that a site is made of: each page's record, where it was read, its text."""
    pages = {path: page.markdown(project.catalogue) for path, page in project.pages.items()}
    written = [(page, page.place("title")) for page in project.catalogue.written()]
    return [digest(written), pages, project.redirects, project.unlisted, project.warnings]


def guide(root: Path) -> Path:
    return root / "content/guides/aide-exemple.md"


def test_a_second_reading_works_nothing_out_and_finds_the_same(tmp_path: Path, worked: list[str]) -> None:
    first = loaded(example.write(tmp_path))
    assert worked
    worked.clear()
    again = loaded(tmp_path)
    of_pages = [item for item in worked if item.endswith(".md")]
    assert of_pages == []
    assert told(again) == told(first) == told(load_project(tmp_path, example.TODAY))


def test_a_changed_page_alone_is_read_again(tmp_path: Path, worked: list[str]) -> None:
    loaded(example.write(tmp_path))
    changed = guide(tmp_path)
    changed.write_text(changed.read_text(encoding="utf-8") + "\nUn mot de plus.\n", encoding="utf-8")
    worked.clear()
    assert "Un mot de plus." in loaded(tmp_path).catalogue.guides[changed.stem].body
    name = changed.relative_to(tmp_path).as_posix()
    assert worked == [f"read {name}", f"checked {name}"]


def test_a_page_is_checked_again_when_what_it_names_is_gone(tmp_path: Path) -> None:
    changed = guide(example.write(tmp_path))
    text = changed.read_text(encoding="utf-8")
    facts = tmp_path / "data/facts.yaml"
    name = next(
        line.split("id:")[1].strip() for line in facts.read_text(encoding="utf-8").splitlines() if "id:" in line
    )
    changed.write_text(f'{text}\nOn compte <Fact id="{name}" />.\n', encoding="utf-8")
    loaded(tmp_path)
    facts.write_text(facts.read_text(encoding="utf-8").replace(f"id: {name}", f"id: {name}-autre"), encoding="utf-8")
    with pytest.raises(ProblemsFoundError) as found:
        loaded(tmp_path)
    with pytest.raises(ProblemsFoundError) as anew:
        load_project(tmp_path, example.TODAY)
    assert found.value.problems == anew.value.problems
    assert any(problem.place.path.endswith(changed.name) for problem in found.value.problems)


@pytest.mark.parametrize("damage", ["SET value = 'x'", "SET mark = sum", "SET value = zeroblob(length(value))"])
def test_a_damaged_memory_is_done_without(damage: str, tmp_path: Path) -> None:
    first = loaded(example.write(tmp_path))
    with sqlite3.connect(tmp_path / PLACE) as base:
        base.execute(f'UPDATE "values" {damage}')
    assert told(loaded(tmp_path)) == told(first)


def test_a_page_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    loaded(example.write(tmp_path))
    (tmp_path / "content/autre.md").write_text("---\ntitle: Autre\n---\n\nUn mot.\n", encoding="utf-8")
    loaded(tmp_path)
    (tmp_path / "content/autre.md").unlink()
    loaded(tmp_path)
    with sqlite3.connect(tmp_path / PLACE) as base:
        names = [name for (name,) in base.execute('SELECT name FROM "values"')]
    assert names
    assert not [name for name in names if "autre.md" in name]


def test_a_mistake_does_not_make_the_rest_forgotten(tmp_path: Path, worked: list[str]) -> None:
    changed = guide(example.write(tmp_path))
    loaded(tmp_path)
    text = changed.read_text(encoding="utf-8")
    changed.write_text(text.replace("title:", "titel:"), encoding="utf-8")
    with pytest.raises(ProblemsFoundError):
        loaded(tmp_path)
    changed.write_text(text, encoding="utf-8")
    worked.clear()
    loaded(tmp_path)
    name = changed.relative_to(tmp_path).as_posix()
    assert set(worked) <= {f"read {name}", f"checked {name}"}


@pytest.mark.parametrize("wrong", [0xDF, 0x00, 0x22])
def test_a_cache_damaged_anywhere_is_done_without(tmp_path: Path, wrong: int) -> None:
    root = example.write(tmp_path)
    whole = told(loaded(root))
    before = (root / PLACE).read_bytes()
    for place in range(100, 4096, 61):  # where SQLite keeps what the tables are, which it quotes when it can't read it
        (root / PLACE).write_bytes(before[:place] + bytes([wrong]) + before[place + 1 :])
        kept = KeptValues(root)
        kept.save()
    (root / PLACE).write_bytes(before.replace(b"CREATE TABLE", b"CREATE\xdfTABLE"))
    assert told(loaded(root)) == whole
    assert told(loaded(root)) == whole

"""Every real record, one by one: read alone, kept whole, and found again where it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import PurePosixPath
from typing import Any

import pytest
from tests.build import ROOT
from tests.example import TODAY

from guides_api.catalogue.documents import Document
from guides_api.catalogue.listing import LISTED
from guides_api.catalogue.load import read
from guides_api.catalogue.nodes import Entries, Plain
from guides_api.catalogue.records import Record
from guides_api.catalogue.shapes import shaped, written_keys
from guides_api.catalogue.sources import Reader
from guides_api.catalogue.strict_yaml import YamlText

CATALOGUE, PROBLEMS = read(ROOT, TODAY)
LISTS: dict[str, dict[str, Record]] = {name: dict(getattr(CATALOGUE, name)) for name in LISTED}
PAGES: dict[str, Record] = {
    record.file: record
    for record in chain(
        CATALOGUE.apis.values(), CATALOGUE.guides.values(), CATALOGUE.news.values(), CATALOGUE.pages.values()
    )
}
ONE_BY_ONE = [
    pytest.param(name, identifier, id=f"data/{name}.yaml:{identifier}")
    for name, records in LISTS.items()
    for identifier in records
]


def test_the_real_project_is_free_of_problems() -> None:
    assert [str(problem) for problem in PROBLEMS] == []


def test_there_is_something_to_test() -> None:
    assert [name for name, records in LISTS.items() if not records] in ([], ["removed"])  # the rarer, the better
    assert len(ONE_BY_ONE) > 250
    assert len(PAGES) > 60


@pytest.mark.parametrize(("name", "identifier"), ONE_BY_ONE)
def test_a_record_stands_at_its_line_and_is_read_the_same_alone(name: str, identifier: str) -> None:
    record = LISTS[name][identifier]
    lines = (ROOT / record.file).read_text(encoding="utf-8").split("\n")
    line = record.place("id").line
    assert lines[line - 1] == f"  - {'address' if name == 'removed' else 'id'}: {identifier}"

    text = YamlText("\n".join(alone(lines, line - 1, name)), record.file)
    tree = text.read()
    assert text.problems == []
    assert isinstance(tree, Entries)
    around = {key: value.plain for key in ("source", "checked_on") if (value := tree.get(key)) is not None}
    shown = {key: value for key, value in around.items() if key in type(record).model_fields}
    again, problems = shaped(type(record), Document(record.file, tree), (name, 0), shown)
    assert problems == []
    assert again is not None
    assert again.model_dump() == record.model_dump()

    listed = tree.get(name)
    assert listed is not None
    assert isinstance(listed.plain, list)
    assert kept(record) == {**shown, **as_mapping(listed.plain[0])}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_keeps_all_that_its_front_matter_says(path: str) -> None:
    record = PAGES[path]
    found = Reader(ROOT).page(path)
    assert found is not None
    root, body, line = found
    written = as_mapping(root.plain)
    resolved = {"api": list(getattr(record, "api", ()))} if "api" in written else {}
    assert kept(record) == {**written, **resolved}
    assert getattr(record, "body", None) == body
    text = (ROOT / path).read_text(encoding="utf-8")
    assert text.split("\n")[line - 1 :] == body.split("\n")
    assert text.split("\n")[record.place("title").line - 1].replace('"', "") == f"title: {written['title']}"


def test_the_site_keeps_its_name() -> None:
    root = Reader(ROOT).yaml("data/site.yaml")
    assert root is not None
    assert CATALOGUE.site.name == as_mapping(root.plain)["name"]


@pytest.mark.parametrize("name", LISTED)
def test_records_of_a_file_are_written_alike(name: str) -> None:
    text = (ROOT / "data" / f"{name}.yaml").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "\r" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert [line for line in text.split("\n") if len(line) > 110 or line != line.rstrip()] == []


def test_a_page_of_an_api_stands_under_its_address() -> None:
    for api in CATALOGUE.apis.values():
        assert PurePosixPath(api.file) == PurePosixPath("content") / api.path


def alone(lines: list[str], start: int, name: str) -> Iterator[str]:
    """Yield a file that holds one of its records only, at the line where it stands there."""
    head = lines.index(f"{name}:")
    yield from lines[: head + 1]
    yield from [""] * (start - head - 1)
    yield lines[start]
    for line in lines[start + 1 :]:
        if re.match(r" {0,3}\S", line):
            return
        yield line


def kept(record: Record) -> dict[str, Any]:
    """Return what a record holds of what was written for it, as it would be written."""
    fields = set(written_keys(type(record))) & record.model_fields_set
    dumped = record.model_dump(mode="json", exclude_unset=True)
    return {key: short(dumped[key]) for key in dumped if key in fields}


def short(value: object) -> object:
    """Return a ruling on an API without a comment as people write it: its id alone."""
    if isinstance(value, dict):
        return value["api"] if set(value) == {"api"} else {key: short(below) for key, below in value.items()}
    return [short(item) for item in value] if isinstance(value, list) else value


def as_mapping(plain: Plain) -> dict[str, Plain]:
    assert isinstance(plain, dict)
    return plain

"""The golden errors are whole: no way to be wrong, no rule, no field of any record lacks one, and all speak French."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel
from tests.catalogue import golden
from tests.catalogue.corpus import CASES, FOLDER, NOT_SHOWN, RULES, WAYS
from tests.example import FILES
from tests.rule_ids import rule_ids

from guides_api.catalogue import patterns
from guides_api.catalogue.legal import Legal
from guides_api.catalogue.listing import LISTED
from guides_api.catalogue.models import Api
from guides_api.catalogue.references import models_in
from guides_api.catalogue.shapes import written_keys
from guides_api.catalogue.site import Site
from guides_api.catalogue.written import Guide, News, Page
from guides_api.pages.components import COMPONENTS

FEWEST = 150
FIELDS_OF: dict[str, type[BaseModel]] = {
    **{f"data/{name}.yaml": model for name, model in LISTED.items()},
    "data/site.yaml": Site,
    "data/legal.yaml": Legal,
    "content/api/organisme/": Api,
    "content/guides/aide-exemple.md": Guide,
    "content/actualites/": News,
    "content/index.md": Page,
    "content/guides/index.md": Page,
}
TOLD = re.compile(r"^(?P<path>(?:data|content)/[^:\n]+?)(?::(?P<line>\d+))? : (?P<words>.*(?:\n  .*)*)", re.MULTILINE)
KEY = re.compile(r"(?P<indent> *(?:- +)*)(?P<key>[a-z_]+):(?: |$)")
ENGLISH = re.compile(
    r"\b(?:the|must|should|invalid|expected|missing|unknown|field|string|integer|allowed|got|found|input|parse\w*|token)\b"
)
NAMES = {"FranceConnect", "DataPass"}
EXAMPLES = [shape.example for shape in vars(patterns).values() if isinstance(shape, patterns.Shape)]


def problems_of(case: Path) -> list[re.Match[str]]:
    return list(TOLD.finditer(golden.parts(case)[1]))


def test_there_are_enough_cases_each_with_its_problems() -> None:
    assert len(CASES) >= FEWEST
    assert [case.stem for case in CASES if not problems_of(case)] == []


@pytest.mark.parametrize("way", WAYS)
def test_a_way_to_be_wrong_has_its_cases(way: str) -> None:
    assert [name for name in WAYS[way] if not (FOLDER / f"{name}.txt").is_file()] == []


def test_every_rule_has_a_case_or_a_test_of_its_own() -> None:
    assert {*RULES} == rule_ids() - NOT_SHOWN  # that a case breaks its rule: see test_errors.py
    assert {*RULES.values()} <= {case.stem for case in CASES}


@pytest.mark.parametrize("path", FIELDS_OF)
def test_every_field_of_a_record_has_a_case(path: str) -> None:
    shown = {keys for at, keys in at_fault() if at.startswith(path)}
    if FIELDS_OF[path] in (Page, Guide, News):
        shown = {keys for at, keys in at_fault() if at.startswith("content/")}
    assert {".".join(field) for field in fields(FIELDS_OF[path])} - shown == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_told_names_nothing_that_only_the_code_knows(case: Path) -> None:
    changes, expected = golden.parts(case)
    written = golden.unshown(changes)
    as_ids = written.replace("-", "_")  # an id is told after the address that it made
    quoted = "\n".join([written, as_ids, *FILES.values(), *known_keys(), *EXAMPLES])
    words = re.findall(r"\w+", re.sub(r"https?://\S+", "", expected))
    joined = {word for word in words if re.search(r"[a-z0-9]_[a-z0-9]|[a-z][A-Z]", word)} - NAMES - {*COMPONENTS}
    assert [word for word in sorted(joined) if word not in quoted] == []
    assert [word for word in ENGLISH.findall(expected) if word not in changes] == []


def fields(model: type[BaseModel], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name in written_keys(model):
        yield (*above, name)
        for part in set(models_in(model.model_fields[name].annotation)):
            yield from fields(part, (*above, name))


@cache
def known_keys() -> frozenset[str]:
    return frozenset(key for model in FIELDS_OF.values() for path in fields(model) for key in path)


@cache
def at_fault() -> frozenset[tuple[str, str]]:
    """Return the path of each file at fault in some case, with the keys that lead to the value at fault."""
    return frozenset(found for case in CASES for found in keys_at_fault(case))


def keys_at_fault(case: Path) -> Iterator[tuple[str, str]]:
    changed = golden.changed(golden.parts(case)[0], FILES.__getitem__)
    for told in problems_of(case):
        path, line = told["path"], int(told["line"] or 0)
        text = changed[path].decode("utf-8", "replace") if path in changed else FILES.get(path, "")
        keys = keys_above(text.split("\n"), line)
        keys = keys[1:] if path == f"data/{keys[:1] and keys[0]}.yaml" else keys
        lacking = re.search(r"la clé « (\w+) » manque", told["words"])
        yield path, ".".join([*(keys[:-1] if lacking else keys), *([lacking[1]] if lacking else [])])


def keys_above(lines: list[str], line: int) -> list[str]:
    """Return the keys that lead to a line, its own last."""
    keys: list[str] = []
    indent = 1000
    for number in range(line - 1, -1, -1):
        found = KEY.match(lines[number]) if number < len(lines) else None
        if found and len(found["indent"]) < indent:
            keys.insert(0, found["key"])
            indent = len(found["indent"])
    return keys

"""The files of the index: what they hold, how much they weigh, and that they are the same each time."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
from tests.search.built import ranks
from tests.search.synthetic import pages, vocabulary

from guides_api.pages.search.index import Index, index
from guides_api.pages.search.phrases import Phrases
from guides_api.pages.search.shards import FOLDER, START, shards
from guides_api.pages.search.words import stem

PHRASES = Phrases.of([("quotient familial", "QF")])
BODY = 40  # words
SHOWN = 10  # results of a first answer


@cache
def made(count: int) -> tuple[Index, Mapping[str, str]]:
    found = pages(count, BODY)
    known = index(found, PHRASES)
    return known, shards(found, known, PHRASES)


def start(count: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(made(count)[1][START])
    return found


def file(count: int, kind: str, mark: str) -> Any:  # noqa: ANN401  what JSON holds
    return json.loads(made(count)[1][f"{FOLDER}/{kind}-{mark}.json"])


def compressed(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


@pytest.mark.parametrize("count", [1, 16, 17, 200])
def test_files_hold_every_term_and_every_page_once_in_order(count: int) -> None:
    known, _ = made(count)
    first = start(count)
    shards_ = [file(count, "mots", mark) for _, mark in first["terms"]]
    assert [term for shard in shards_ for term in shard] == sorted(known.postings)
    assert [next(iter(shard)) for shard in shards_] == [term for term, _ in first["terms"]]
    told = {term: list(ranks(text).items()) for shard in shards_ for term, text in shard.items()}
    assert told == known.postings
    described = [record for mark in first["pages"] for record in file(count, "pages", mark)]
    assert [record[0] for record in described] == [f"pages/{number:05}/" for number in range(count)]
    assert first["count"] == count


@pytest.mark.parametrize("count", [1, 200])
def test_the_first_file_leads_to_all_others_and_each_is_named_after_its_content(count: int) -> None:
    _, files = made(count)
    first = start(count)
    named = {
        *(f"{FOLDER}/mots-{mark}.json" for _, mark in first["terms"]),
        *(f"{FOLDER}/formes-{mark}.json" for mark in first["spellings"].values()),
        *(f"{FOLDER}/pages-{mark}.json" for mark in first["pages"]),
    }
    assert {START, *named} == set(files)
    for path in named:
        assert path.endswith(f"-{hashlib.sha256(files[path].encode()).hexdigest()[:10]}.json")


def test_the_first_file_has_the_same_name_whatever_the_pages_hold() -> None:
    first, second = (shards([page], index([page], PHRASES), PHRASES) for page in pages(2, BODY))
    assert first.keys() & second.keys() == {START}
    assert first[START] != second[START]


def test_no_page_at_all_is_an_index_too() -> None:
    assert json.loads(shards([], index([], PHRASES), PHRASES)[START])["terms"] == []


def test_the_same_pages_give_the_same_bytes() -> None:
    found = pages(50, BODY)
    assert shards(found, index(found, PHRASES), PHRASES) == shards(found, index(found, PHRASES), PHRASES)


def test_words_are_told_by_length_with_how_common_they_are() -> None:
    known, _ = made(200)
    for length, mark in start(200)["spellings"].items():
        for entry in file(200, "formes", mark).split(" "):
            word, common = entry[:-1], entry[-1]
            assert len(word) == int(length)
            assert 2 ** int(common) <= max(len(known.postings.get(stem(word), ())), 1) or common == "0"


@pytest.mark.parametrize(("count", "most"), [(200, 100_000), (5_000, 200_000)])
def test_a_query_of_three_words_one_of_them_misspelt_is_light(count: int, most: int) -> None:
    """What it fetches, at worst: the first file, the heaviest terms, all spellings, and the heaviest descriptions."""
    _, files = made(count)
    heaviest = {
        kind: sorted((compressed(files[path]) for path in files if f"/{kind}-" in path), reverse=True)
        for kind in ("mots", "formes", "pages")
    }
    terms = 3 + 2 + 1  # the words, those that follow each other, a group of synonyms
    total = compressed(files[START]) + sum(heaviest["mots"][:terms]) + sum(heaviest["formes"])
    assert total + sum(heaviest["pages"][:SHOWN]) <= most


def test_common_words_are_in_the_synthetic_pages() -> None:
    known, _ = made(5_000)
    assert len(known.postings[stem(vocabulary()[0])]) > 4_000

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
from guides_api.pages.search.shards import shards
from guides_api.pages.search.words import stem

PHRASES = Phrases.of([("quotient familial", "QF")])
BODY = 40  # words
SHOWN = 10  # results of a first answer


@cache
def made(count: int) -> tuple[Index, str, Mapping[str, str]]:
    found = pages(count, BODY)
    known = index(found, PHRASES)
    return (known, *shards(found, known, PHRASES))


def start(count: int) -> dict[str, Any]:
    _, name, files = made(count)
    found: dict[str, Any] = json.loads(files[name])
    return found


def compressed(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


@pytest.mark.parametrize("count", [1, 16, 17, 200])
def test_files_hold_every_term_and_every_page_once_in_order(count: int) -> None:
    known, _, files = made(count)
    first = start(count)
    shards_ = [json.loads(files[f"mots-{mark}.json"]) for _, mark in first["terms"]]
    assert [term for shard in shards_ for term in shard] == sorted(known.postings)
    assert [next(iter(shard)) for shard in shards_] == [term for term, _ in first["terms"]]
    told = {term: list(ranks(text).items()) for shard in shards_ for term, text in shard.items()}
    assert told == known.postings
    described = [record for mark in first["pages"] for record in json.loads(files[f"pages-{mark}.json"])]
    assert [record[0] for record in described] == [f"pages/{number:05}/" for number in range(count)]
    assert first["count"] == count


@pytest.mark.parametrize("count", [1, 200])
def test_the_first_file_leads_to_all_others_and_each_is_named_after_its_content(count: int) -> None:
    _, name, files = made(count)
    first = start(count)
    named = {
        name,
        *(f"mots-{mark}.json" for _, mark in first["terms"]),
        *(f"formes-{mark}.json" for mark in first["spellings"].values()),
        *(f"pages-{mark}.json" for mark in first["pages"]),
    }
    assert named == set(files)
    for file, text in files.items():
        assert file.endswith(f"-{hashlib.sha256(text.encode()).hexdigest()[:10]}.json")


def test_no_page_at_all_is_an_index_too() -> None:
    name, files = shards([], index([], PHRASES), PHRASES)
    assert json.loads(files[name])["terms"] == []


def test_the_same_pages_give_the_same_bytes() -> None:
    found = pages(50, BODY)
    assert shards(found, index(found, PHRASES), PHRASES) == shards(found, index(found, PHRASES), PHRASES)


def test_words_are_told_by_length_with_how_common_they_are() -> None:
    known, _, files = made(200)
    for length, mark in start(200)["spellings"].items():
        for entry in json.loads(files[f"formes-{mark}.json"]).split(" "):
            word, common = entry[:-1], entry[-1]
            assert len(word) == int(length)
            assert 2 ** int(common) <= max(len(known.postings.get(stem(word), ())), 1) or common == "0"


@pytest.mark.parametrize(("count", "most"), [(200, 100_000), (5_000, 200_000)])
def test_a_query_of_three_words_one_of_them_misspelt_is_light(count: int, most: int) -> None:
    """What it fetches, at worst: the first file, the heaviest terms, all spellings, and the heaviest descriptions."""
    _, name, files = made(count)
    heaviest = {
        kind: sorted((compressed(files[file]) for file in files if file.startswith(kind)), reverse=True)
        for kind in ("mots", "formes", "pages")
    }
    terms = 3 + 2 + 1  # the words, those that follow each other, a group of synonyms
    total = compressed(files[name]) + sum(heaviest["mots"][:terms]) + sum(heaviest["formes"])
    assert total + sum(heaviest["pages"][:SHOWN]) <= most


def test_common_words_are_in_the_synthetic_pages() -> None:
    known, _, _ = made(5_000)
    assert len(known.postings[stem(vocabulary()[0])]) > 4_000

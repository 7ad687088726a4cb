"""The files of the index: what they hold, how much they weigh, and that they are the same each time."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable
from functools import cache

import pytest
from tests.search.built import Index
from tests.search.synthetic import pages, vocabulary

from guides_api.pages.search.phrases import Phrases
from guides_api.pages.search.revision import made
from guides_api.pages.search.shards import FOLDER, START
from guides_api.pages.search.state import Source
from guides_api.pages.search.words import stem

PHRASES = Phrases.of([("quotient familial", "QF")])
BODY = 40  # words
SHOWN = 10  # results of a first answer


def written(found: Iterable[Source]) -> Index:
    return Index(made(found, PHRASES, None)[0])


@cache
def index(count: int) -> Index:
    return written(pages(count, BODY))


def compressed(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


@pytest.mark.parametrize("count", [1, 16, 17, 200])
def test_files_hold_every_term_and_every_page_once_in_order(count: int) -> None:
    found = index(count)
    terms = [term for shard in found.shards for term in shard]
    assert terms == sorted(set(terms))
    assert [next(iter(shard)) for shard in found.shards] == [term for term, _ in found.start["terms"]]
    for source in pages(count, BODY):
        for text in source.read().opening.fields.values():
            for word in text.split(" "):
                assert f"{source.page.path.removesuffix('.md')}/" in found.pages_with(stem(word))
    assert [record[0] for record in found.records] == [f"pages/{number:05}/" for number in range(count)]
    assert found.start["count"] == count


@pytest.mark.parametrize("count", [1, 200])
def test_the_first_file_leads_to_all_others_and_each_is_named_after_its_content(count: int) -> None:
    found = index(count)
    named = {
        *(f"{FOLDER}/mots-{mark}.json" for _, mark in found.start["terms"]),
        *(f"{FOLDER}/formes-{mark}.json" for mark in found.start["spellings"].values()),
        *(f"{FOLDER}/pages-{mark}.json" for mark in found.start["pages"]),
    }
    assert {START, *named} == set(found.texts)
    for path in named:
        assert path.endswith(f"-{hashlib.sha256(found.texts[path].encode()).hexdigest()[:10]}.json")


def test_the_first_file_has_the_same_name_whatever_the_pages_hold() -> None:
    first, second = (written([page]).texts for page in pages(2, BODY))
    assert first.keys() & second.keys() == {START}
    assert first[START] != second[START]


def test_no_page_at_all_is_an_index_too() -> None:
    assert written([]).start["terms"] == []


def test_the_same_pages_give_the_same_bytes_whatever_their_order() -> None:
    assert written(reversed(pages(50, BODY))).texts == written(pages(50, BODY)).texts


def test_a_page_less_at_the_end_leaves_most_files_as_they_were() -> None:
    before, after = written(pages(200, BODY)), written(pages(199, BODY))
    others = [shard for shard in after.shards if shard not in before.shards]
    assert 0 < len(others) < len(after.shards)


def test_words_are_told_by_length_with_how_common_they_are() -> None:
    found = index(200)
    for length, mark in found.start["spellings"].items():
        assert {len(entry[:-1]) for entry in found.file("formes", mark).split(" ")} == {int(length)}
    for word, common in found.spellings.items():
        assert 2 ** int(common) <= max(len(found.pages_with(stem(word))), 1) < 2 ** (int(common) + 1)


@pytest.mark.parametrize(("count", "most"), [(200, 100_000), (5_000, 200_000)])
def test_a_query_of_three_words_one_of_them_misspelt_is_light(count: int, most: int) -> None:
    """What it fetches, at worst: the first file, the heaviest terms, all spellings, and the heaviest descriptions."""
    files = index(count).texts
    heaviest = {
        kind: sorted((compressed(files[path]) for path in files if f"/{kind}-" in path), reverse=True)
        for kind in ("mots", "formes", "pages")
    }
    terms = 3 + 2 + 1  # the words, those that follow each other, a group of synonyms
    total = compressed(files[START]) + sum(heaviest["mots"][:terms]) + sum(heaviest["formes"])
    assert total + sum(heaviest["pages"][:SHOWN]) <= most


def test_common_words_are_in_the_synthetic_pages() -> None:
    assert len(index(5_000).pages_with(stem(vocabulary()[0]))) > 4_000

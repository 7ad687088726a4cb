"""The index, read from its files without any of our code but where they are."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests import dom

from guides_api.pages.search.shards import FOLDER, START


class Index:
    """What the files of an index, by their paths, say of pages."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts
        self.start: dict[str, Any] = json.loads(texts[START])
        self.records = [record for mark in self.start["pages"] for record in self.file("pages", mark)]
        self.shards = [self.file("mots", mark) for _, mark in self.start["terms"]]
        self.terms = {term: ranks(text) for shard in self.shards for term, text in shard.items()}

    @classmethod
    def of_site(cls, site: Path) -> Index:
        """Return the index that the pages of a site lead to."""
        home = dom.read((site / "index.html").read_text(encoding="utf-8"))[0]
        (address,) = {item.attributes.get("data-search-index") for item in home.all("div")} - {None}
        assert address == START
        files = [site / START, *(site / FOLDER).iterdir()]
        return cls({file.relative_to(site).as_posix(): file.read_text(encoding="utf-8") for file in files})

    def file(self, kind: str, mark: str) -> Any:  # noqa: ANN401  what JSON holds
        return json.loads(self.texts[f"{FOLDER}/{kind}-{mark}.json"])

    def pages_with(self, term: str) -> list[str]:
        """Return the addresses of the pages that hold a term."""
        return list(self.levels(term))

    def levels(self, term: str) -> Mapping[str, str]:
        """Return how much a term says of each page that holds it, by its address."""
        return {self.records[rank][0]: level for rank, level in self.terms.get(term, {}).items()}

    @property
    def spellings(self) -> Mapping[str, str]:
        """What a misspelt word may stand for, and how common that is."""
        lists = [self.file("formes", mark).split(" ") for mark in self.start["spellings"].values()]
        return {entry[:-1]: entry[-1] for each in lists for entry in each}


def ranks(postings: str) -> dict[int, str]:
    """Return the ranks that postings tell, with their levels."""
    found: dict[int, str] = {}
    rank = -1
    for step, level in re.findall(r"([0-9a-z]*)([A-Z])", postings):
        rank += int(step, 36) if step else 1
        found[rank] = level
    return found

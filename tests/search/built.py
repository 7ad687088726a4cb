"""The index of a built site, read from its files without any of our code but where they are."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from tests import dom

from guides_api.pages.search.shards import FOLDER, START


class Index:
    """What the index of the site in a folder says of its pages."""

    def __init__(self, site: Path) -> None:
        home = dom.read((site / "index.html").read_text(encoding="utf-8"))[0]
        (address,) = {item.attributes.get("data-search-index") for item in home.all("div")} - {None}
        assert address == START
        self.folder = site / FOLDER
        self.start: dict[str, Any] = json.loads((site / START).read_text(encoding="utf-8"))
        self.records = [record for mark in self.start["pages"] for record in self.file(f"pages-{mark}.json")]
        self.terms = {
            term: ranks(text)
            for _, mark in self.start["terms"]
            for term, text in self.file(f"mots-{mark}.json").items()
        }

    def file(self, name: str) -> Any:  # noqa: ANN401  what JSON holds
        return json.loads((self.folder / name).read_text(encoding="utf-8"))

    def pages_with(self, term: str) -> list[str]:
        """Return the addresses of the pages that hold a term."""
        return [self.records[rank][0] for rank in self.terms.get(term, {})]


def ranks(postings: str) -> dict[int, str]:
    """Return the ranks that postings tell, with their levels."""
    found: dict[int, str] = {}
    rank = -1
    for step, level in re.findall(r"([0-9a-z]*)([A-Z])", postings):
        rank += int(step, 36) if step else 1
        found[rank] = level
    return found

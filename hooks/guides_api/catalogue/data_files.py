"""A file of data, as records: what is found depends on the file and on one source, so that it may be remembered."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

from guides_api.catalogue.documents import Document
from guides_api.catalogue.listing import Listing
from guides_api.catalogue.memory import Wanted
from guides_api.catalogue.nodes import Node
from guides_api.catalogue.problems import Problem
from guides_api.catalogue.records import Record
from guides_api.catalogue.shapes import shaped
from guides_api.catalogue.sources import Reader


class DataFile(NamedTuple):
    """A file's document where it has a list, what is listed as written and as records, what is wrong around them."""

    document: Document | None
    items: tuple[Node, ...]
    records: list[tuple[Record | None, list[Problem]]]
    problems: list[Problem]


def data_file(name: str, model: type[Record], path: str, raw: bytes, source: str) -> Wanted[DataFile]:
    """Return what it takes to read the bytes of a file of records; `source` stands in for one that lacks."""
    return Wanted(path, (name, raw, source), partial(_read, name, model, path, raw, source), lambda _: True)


def _read(name: str, model: type[Record], path: str, raw: bytes, source: str) -> tuple[DataFile, None]:
    reader = Reader(Path())
    root = reader.yaml_in(path, raw)
    if root is None:
        return DataFile(None, (), [], reader.problems), None
    listing = Listing(Document(path, root), name, model)
    items = listing.items()
    if items is None:
        return DataFile(None, (), [], reader.problems + listing.problems), None
    around = listing.defaults(items, source)
    records = [shaped(model, listing.document, (name, rank), around) for rank in range(len(items))]
    return DataFile(listing.document, items, records, reader.problems + listing.problems), None

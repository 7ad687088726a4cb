"""A page's file, as a record: what is found depends on the file alone, so that it may be remembered."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from guides_api.catalogue.documents import NOUNS, Document
from guides_api.catalogue.memory import Wanted
from guides_api.catalogue.models import Api
from guides_api.catalogue.nodes import Plain
from guides_api.catalogue.problems import Problem
from guides_api.catalogue.records import Record
from guides_api.catalogue.shapes import shaped
from guides_api.catalogue.sources import Reader
from guides_api.catalogue.written import Guide, News, Page

KINDS: Mapping[type[Record], str] = {Api: "apis", Guide: "guides", News: "news", Page: "pages"}


class PageFile(NamedTuple):
    """A page's document and its record where it has one, what is wrong with its file, what is wrong with its record."""

    document: Document | None
    record: Record | None
    of_file: list[Problem]
    of_record: list[Problem]


def page_file(model: type[Record], path: str, raw: bytes, named_below: str) -> Wanted[PageFile]:
    """Return what it takes to read a page's bytes.

    The id of a page below the folder `named_below`, where there is one, is the name of its file.
    """
    return Wanted(path, (KINDS[model], raw), partial(_read, model, path, raw, named_below), lambda _: True)


def _read(model: type[Record], path: str, raw: bytes, named_below: str) -> tuple[PageFile, None]:
    reader = Reader(Path())
    found = reader.page_in(path, raw)
    if found is None:
        return PageFile(None, None, reader.problems, []), None
    root, body, body_line = found
    document = Document(path, root, NOUNS[KINDS[model]])
    around: dict[str, Plain | int] = {"body": body, "body_line": body_line}
    if model is not Api:
        around["path"] = path.removeprefix("content/")
    if named_below:
        around["id"] = path.removeprefix(f"{named_below}/").removesuffix(".md")
    record, problems = shaped(model, document, (), around)
    return PageFile(document, record, reader.problems, problems), None

"""The project built as `mkdocs build` does, and read as what a browser, a spreadsheet or a program makes of it."""

from __future__ import annotations

import csv
import io
import json
import logging
import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Any
from unittest import mock
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from tests import dom
from tests.pages.drawn import as_html
from tests.untrusted.whole import MARK

from guides_api.engine import pictures
from guides_api.pages.search.shards import FOLDER, START

Site = Mapping[str, bytes]
_AROUND = re.compile(r"[\w-]*?(zq\d+z)[\w-]*")
_HASH = re.compile(r"-[0-9a-f]{10}\.json")
_SIZE = re.compile(r"\d+ ?ko")
_ESCAPED = re.compile(r"\\([\\`\[\]])")
_IDS = {"id", "href", "src", "for", "value", "content", "action"}
_SNIPPETS = ("[![", "<a href=")  # the code that shows a badge elsewhere


class _Warned(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def built(root: Path) -> Site:
    """Build the project at root and return its files; the pictures of shared pages are left blank.

    Raises what MkDocs raises, and AssertionError where it warns of anything, as `mkdocs build --strict` refuses.
    """
    warned = _Warned()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warned)
    try:
        with mock.patch.object(pictures, "drawn", return_value=b""):
            config = load_config(str(root / "mkdocs.yml"), strict=False)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
    except Abort as stopped:
        warned.messages.append(str(stopped))
    finally:
        logger.removeHandler(warned)
    assert not warned.messages, "\n".join(warned.messages)
    site = root / "site"
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}


def differences(harmless: Site, hostile: Site, values: Mapping[str, str]) -> Iterator[str]:
    """Yield where a site differs from the harmless one by anything but the words of each field's value."""
    names, others = (
        {_AROUND.sub(r"\1", name): name for name in site if not _of_search(name)} for site in (harmless, hostile)
    )
    yield from (f"{name}: only one of the two sites has it" for name in sorted(names.keys() ^ others.keys()))
    compared = _Compared(values)
    for name in sorted(names.keys() & others.keys()):
        kind = Path(name).suffix.removeprefix(".") or "lines"  # « _redirects »
        read = getattr(compared, f"of_{kind}", None)
        if name.endswith(".schema.json") or kind in ("css", "js", "woff2"):
            if harmless[names[name]] != hostile[others[name]]:
                yield f"{name}: its bytes differ"
        elif read is not None:
            try:
                found = list(read(harmless[names[name]].decode(), hostile[others[name]].decode()))
            except (ET.ParseError, ValueError) as error:
                found = [f"malformed: {error}"]
            yield from (f"{name}: {item}" for item in found)
    for number, (before, after) in enumerate(zip(_searched(harmless), _searched(hostile), strict=True)):
        yield from (f"search, page {number}: {item}" for item in compared.of_data(before, after))


def _of_search(name: str) -> bool:
    return name == START or name.startswith(FOLDER)


def _searched(site: Site) -> list[Any]:
    """Return what the search shows of each page but its first words, which are cut."""
    found = []
    for mark in json.loads(site[START])["pages"]:
        for address, title, kind, _, *headings in json.loads(site[f"{FOLDER}/pages-{mark}.json"]):
            found.append([title, kind, [words for _, words in headings], _AROUND.sub(r"\1", address)])
    return found


class _Compared:
    def __init__(self, values: Mapping[str, str]) -> None:
        self.values = {mark: _read_aloud(value) for mark, value in values.items()}
        self.exact = values

    def of_html(self, before: str, after: str) -> Iterator[str]:
        (one, faults_before), (two, faults) = dom.read(before), dom.read(after)
        yield from faults[len(faults_before) :] or ()
        yield from self._elements(_tokens(one), _tokens(two))

    def of_svg(self, before: str, after: str) -> Iterator[str]:
        shapes = [[(item.tag, sorted(item.attrib)) for item in ET.fromstring(text).iter()] for text in (before, after)]  # noqa: S314
        if shapes[0] != shapes[1]:
            yield "not the same drawing"

    def of_xml(self, before: str, after: str) -> Iterator[str]:
        one, two = ([_of_xml(item) for item in ET.fromstring(text).iter()] for text in (before, after))  # noqa: S314
        yield from self._elements(one, two)

    def of_lines(self, before: str, after: str) -> Iterator[str]:
        yield from self.of_data(before.split("\n"), after.split("\n"))

    def of_txt(self, before: str, after: str) -> Iterator[str]:
        """Compare lines, and what Markdown makes links of; the rest of Markdown is only signs to who reads a text."""
        lines = before.split("\n"), [_ESCAPED.sub(r"\1", line) for line in after.split("\n")]
        yield from self.of_data(*lines)
        links = (
            [item.attributes for item in dom.read(as_html(text))[0].all("a", "img") if "class" not in item.attributes]
            for text in (before, after)
        )
        yield from self.of_data(*links)

    def of_json(self, before: str, after: str) -> Iterator[str]:
        yield from self.of_data(json.loads(before), json.loads(after))

    def of_csv(self, before: str, after: str) -> Iterator[str]:
        one, two = (list(csv.reader(io.StringIO(text, newline=""), delimiter=";")) for text in (before, after))
        yield from self.of_data(one, [[cell.removeprefix("'") for cell in row] for row in two])
        for cell in (cell for row in two for cell in row):
            if cell.lstrip()[:1] in tuple("=+-@\uff1d\uff0b\uff0d\uff20") and cell.lstrip():
                yield f"{cell!r} is a formula"

    def of_data(self, before: Any, after: Any) -> Iterator[str]:  # noqa: ANN401
        if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
            for key in before:
                yield from self.of_data(before[key], after[key])
        elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
            for one, two in zip(before, after, strict=True):
                yield from self.of_data(one, two)
        elif isinstance(before, str) and isinstance(after, str):
            if not self.same("", before, after):
                yield f"{after!r} in place of {self.meant(before)!r}"
        elif before != after:
            yield f"{after!r} in place of {before!r}"

    def _elements(self, before: list[Any], after: list[Any]) -> Iterator[str]:
        """Compare elements, or tell the first that is not of the same tag and attributes, or where they end."""
        nothing: Any = ("", {}, "")
        for one, two in zip_longest(before, after, fillvalue=nothing):
            if (one[0], sorted(one[1])) != (two[0], sorted(two[1])):
                yield f"<{two[0]} {two[1]}> {two[2]!r} in place of <{one[0]} {one[1]}> {one[2]!r}"
                return
        for one, two in zip(before, after, strict=True):
            yield from self._element(*one, *two[1:])

    def _element(
        self, tag: str, attributes: Mapping[str, str], words: str, others: Mapping[str, str], found: str
    ) -> Iterator[str]:
        for name in attributes:
            if tag == "meta" and name == "content":
                yield from self._described(attributes[name], others[name])
            elif not self.same(name, attributes[name], others[name]):
                yield f'<{tag} {name}="{others[name]}"> in place of "{self.meant(attributes[name])}"'
        if tag == "script" and words:
            yield from self.of_data(json.loads(words), json.loads(found))
        elif tag == "code" and words.startswith(_SNIPPETS):
            reading = as_html if words.startswith("[") else str
            yield from self.of_html(reading(words), reading(found))
        elif not self.same("", words, found):
            yield f"<{tag}>: {found!r} in place of {self.meant(words)!r}"

    def _described(self, before: str, after: str) -> Iterator[str]:
        """Compare descriptions: one says less where a name is long."""
        *_, end = (0, *(found.end() for found in MARK.finditer(before)))
        start, said = self.meant(before[:end]), _read_aloud(after).removesuffix("…")
        if not self.same("content", before, after) and not said.startswith(start) and not start.startswith(said):
            yield f"<meta> {after!r} in place of {self.meant(before)!r}"

    def same(self, attribute: str, before: str, after: str) -> bool:
        if before.startswith("mailto:"):
            before, after = unquote(before), unquote(after)
        if self.meant(before) == _read_aloud(after):
            return True
        if attribute not in _IDS and not {"/", "#"} & set(before):
            return False
        # In an address or an id, the words of a value may be those of a slug around the mark.
        pieces = re.split(f"({MARK.pattern})", _read_aloud(before))
        ways = [f"(?:{re.escape(self.values[piece])}|[\\w-]*{piece}[\\w-]*)" for piece in pieces[1::2]]
        pattern = "".join(f"{re.escape(fixed)}{way}" for fixed, way in zip(pieces[::2], [*ways, ""], strict=True))
        return bool(re.fullmatch(pattern, _read_aloud(after)))

    def meant(self, text: str) -> str:
        return MARK.sub(lambda found: self.values[found[0]], _read_aloud(text))


def _read_aloud(text: str) -> str:
    """Return text as it is read: typography and case apart."""
    text = _HASH.sub("-H.json", _SIZE.sub("", text))
    return "".join(text.replace("'", "’").casefold().split())


def _tokens(tree: dom.Element) -> list[tuple[str, Mapping[str, str], str]]:
    """Return each element with its attributes and its own words, in the order of the page."""
    return [
        (item.tag, item.attributes, "".join(part for part in item.children if isinstance(part, str)))
        for item in tree.all()
    ]


def _of_xml(item: ET.Element) -> tuple[str, Mapping[str, str], str]:
    return item.tag, item.attrib, (item.text or "") + (item.tail or "")

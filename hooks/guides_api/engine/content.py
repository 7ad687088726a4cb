"""A page's plain Markdown as HTML: one converter serves a whole process."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from mkdocs.config.defaults import MkDocsConfig

from guides_api.engine import quick_markdown
from guides_api.pages.addresses import address, relative
from guides_api.pages.typography import typographic_words

_LEADING = {"a": "href", "img": "src"}


@dataclass(frozen=True, slots=True)
class Content:
    """A page's own HTML, the anchor that it starts at, its other headings for the page's own menu.

    `targets` are the files that its links name, with whether each was there.
    """

    html: str
    start: str
    headings: list[dict[str, Any]]
    targets: Mapping[str, bool]


class Converter:
    """Makes HTML of Markdown, with the extensions that the settings name."""

    def __init__(self, config: MkDocsConfig, files: Container[str]) -> None:
        self._markdown = quick_markdown.converter(config.markdown_extensions, config.mdx_configs or {})
        self._links = _FileLinks(files)
        self._markdown.treeprocessors.register(self._links, "file_links", 0)

    def content(self, text: str, path: str) -> Content:
        """Return the content of the page at `path`; its first heading is the page's title."""
        self._links.start(path)
        html = self._markdown.reset().convert(text)
        first, *_ = self._markdown.toc_tokens  # type: ignore[attr-defined]  # the extension adds it
        return Content(html, f"#{first['id']}", _entries(first["children"]), self._links.targets)


def _entries(headings: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return what templates read of headings. Python-Markdown makes ordinary spaces of all of theirs."""
    return [
        {
            "title": typographic_words(item["name"]),
            "url": f"#{item['id']}",
            "children": _entries(item["children"]),
        }
        for item in headings
    ]


class _FileLinks(Treeprocessor):
    """Makes addresses of the links to files."""

    def __init__(self, files: Container[str]) -> None:
        super().__init__()
        self.files = files
        self.start("")

    def start(self, path: str) -> None:
        """Turn to a page."""
        self.path = path
        self.targets: dict[str, bool] = {}

    def run(self, root: Element) -> None:
        """Change every link of a page."""
        for element in root.iter():
            key = _LEADING.get(element.tag)
            if key and (written := element.get(key)):
                element.set(key, self.address(written))

    def address(self, written: str) -> str:
        """Return where a link leads, as it is written if it is to no file."""
        if written.startswith("#"):
            return written
        parts = urlsplit(written)
        if parts.scheme or parts.netloc or not parts.path or written.startswith(("/", "\\")):
            return written
        if AMP_SUBSTITUTE in written:  # an e-mail address that Python-Markdown hides
            return written
        file = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), unquote(parts.path)))
        known = self.targets[file] = file in self.files
        if not known:
            return written
        if file.endswith(".md"):
            found = relative(file, self.path)
        else:
            found = posixpath.relpath(quote(file), address(self.path) or ".")
        return urlunsplit(("", "", found, parts.query, parts.fragment))

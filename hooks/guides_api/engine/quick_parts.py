"""Parts of Python-Markdown that leave a page alone at once where it holds nothing for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast
from xml.etree.ElementTree import Element

from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.toc import TocTreeprocessor
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import STX
from pymdownx.blocks.html import HTML


class QuickHtmlBlocks(HtmlBlockPreprocessor):
    """Looks for HTML in a text with a sign that opens a tag or a reference."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines of a text without its blocks of HTML."""
        text = "\n".join(lines)
        return super().run(lines) if "<" in text or "&" in text else lines


class _Options(dict[str, Any]):
    """Options that nobody changes: to copy each of their values for each block costs more than the block."""

    def __deepcopy__(self, _memo: object) -> dict[str, Any]:
        return dict(self)


class QuickHTML(HTML):  # type: ignore[misc]  # it ships no types
    """A block of HTML that does not copy the options that a block may have."""

    OPTIONS = _Options(HTML.OPTIONS)


class QuickUnescape(UnescapeTreeprocessor):
    """Looks for escaped signs in a text with the mark that stands before them."""

    def unescape(self, text: str) -> str:
        """Return a text with its own signs."""
        return super().unescape(text) if STX in text else text


class QuickAttrList(AttrListTreeprocessor):
    """Looks for a list of attributes beside what has a brace."""

    def run(self, doc: Element) -> None:
        """Give a page's elements the attributes that are written after them."""
        if "{" in "".join(doc.itertext()):
            super().run(cast("Element", _Braced(doc)))


class _Braced:
    """The elements of a page beside which an attribute list may stand."""

    def __init__(self, doc: Element) -> None:
        self.doc = doc

    def iter(self) -> Iterator[Element]:
        """Yield them in the order of the page, each as the one before left it."""
        for item in self.doc.iter():
            if "{" in (item.text or "") or "{" in (item.tail or "") or any("{" in (part.tail or "") for part in item):
                yield item


class QuickToc(TocTreeprocessor):
    """Draws the menu of a page's headings only where the page asks for it: its own is made of `toc_tokens`."""

    def build_toc_div(self, toc_list: list[Any]) -> Element:
        """Keep what the menu is made of."""
        self.toc_list = toc_list
        return Element("div")

    def replace_marker(self, root: Element, elem: Element) -> None:  # noqa: ARG002  made only now
        """Put the menu where the page asks for it."""
        if any(self.marker in (item.text or "") for item in root.iter()):
            super().replace_marker(root, super().build_toc_div(self.toc_list))


class Unstyled:
    """A style of Pygments for pages that only name classes: it would be read whole for each block of code."""

    def __iter__(self) -> Iterator[tuple[object, object]]:
        return iter(())

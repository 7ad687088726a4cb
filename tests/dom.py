"""A built page as a tree, read strictly enough to notice a tag that is closed in the wrong place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
NEVER_IN_P = {"p", "div", "table", "ul", "ol", "dl", "h1", "h2", "h3", "blockquote", "figure", "details", "section"}


@dataclass(slots=True)
class Element:
    """A tag with its attributes, and its children: elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def all(self, *tags: str) -> list[Element]:
        """Return the elements of these tags below this one, in the order of the page; any tag if none is given."""
        return [element for element in self._below() if not tags or element.tag in tags]

    def one(self, tag: str, **attributes: str) -> Element:
        """Return the only element of a tag that has these attributes."""
        (found,) = [item for item in self.all(tag) if attributes.items() <= item.attributes.items()]
        return found

    @property
    def text(self) -> str:
        """The words that a reader sees, spaces made single."""
        return " ".join("".join(self._texts()).split())

    def _below(self) -> Iterator[Element]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child._below()

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in ("script", "style", "template"):
                yield " " if child.tag in NEVER_IN_P else ""
                yield from child._texts()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.opened = [Element("")]
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.fault(f"<{tag}> repeats an attribute")
        if tag in NEVER_IN_P and "p" in [element.tag for element in self.opened]:
            self.fault(f"<{tag}> in <p>")
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.opened[-1].children.append(element)
        if tag not in VOID:
            self.opened.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.opened.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.opened[-1].tag == tag:
            self.opened.pop()
        else:
            self.fault(f"</{tag}> closes <{self.opened[-1].tag}>")

    def handle_data(self, data: str) -> None:
        self.opened[-1].children.append(data)

    def fault(self, what: str) -> None:
        self.faults.append(f"line {self.getpos()[0]}: {what}")


def read(html: str) -> tuple[Element, list[str]]:
    """Return a page's tree, and where its tags do not fit together."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    unclosed = [f"<{element.tag}> is never closed" for element in reader.opened[1:]]
    return reader.opened[0], reader.faults + unclosed

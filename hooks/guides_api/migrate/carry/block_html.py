"""HTML blocks that Markdown says: paragraphs, headings, lists, quotes, plain tables with a header.

A block that does not start its line, or that holds what Markdown can't say there, stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from guides_api.migrate.carry.move import Carried, Move
from guides_api.migrate.carry.text import Edit, Text, start_of_line
from guides_api.migrate.checks.html import is_html, is_plain, opaque_spans
from guides_api.migrate.losses import Note
from guides_api.migrate.markdown import Tag
from guides_api.pages.spans import end_of_span

_HEADING = re.compile(r"h[1-6]")
_LISTS = ("ul", "ol")
_ROWS = ("thead", "tbody", "tfoot", "tr", "th", "td")
_CLOSED_AT_WILL = ("li", "tr", "td", "th", "p", "thead", "tbody", "tfoot")
_BLOCKS = frozenset(("p", "div", "table", "blockquote", "pre", "hr", *_LISTS, *(f"h{level}" for level in range(1, 7))))
_REST = re.compile(r"[ \t]*(?=\n|\Z)")
_PIPE = re.compile(r"(?<!\\)\|")
_DEEPEST = 40  # blocks within one another; a page with more of them stays as it is
_STEP = 4  # spaces that a list within a list is indented by


@dataclass(slots=True)
class _Node:
    """A tag, what it holds, and where it ends."""

    tag: Tag
    name: str
    inner_end: int = -1
    end: int = -1
    children: list[_Node] = field(default_factory=list)


def block_html(text: Text, move: Move) -> Carried:
    """Return a text in which Markdown says what these blocks said."""
    edits: list[Edit] = []
    notes: list[Note] = []
    if not any(map(is_html, text.markdown.tags)):
        return text, notes
    opaque = opaque_spans(text.markdown.tags)
    whole = text.text
    first, last = len(whole) - len(whole.lstrip()), len(whole.rstrip())
    position = 0
    for node in _walk(_tree(text.markdown.tags)):
        start = node.tag.start
        if start < position or node.end < 0 or not is_html(node.tag) or end_of_span(opaque, start) is not None:
            continue
        opening, ending = start_of_line(whole, start), _REST.match(whole, node.end)
        if opening is None or ending is None:
            continue
        closing = ending.end()
        lines = _said(whole, node)
        if lines is None:
            continue
        apart = position and opening == position + 1  # from what was just written above
        above = not apart and opening > first and not whole.endswith("\n\n", 0, opening)
        below = closing < last and not whole.startswith("\n\n", closing)
        edits.append((opening, closing, "\n".join([*[""] * bool(above), *lines, *[""] * bool(below)])))
        notes.append(move.change("html", text.number(node.tag.line), f"<{node.name}> s’écrit en Markdown."))
        position = closing
    return text.edited(edits), notes


def _tree(tags: Sequence[Tag]) -> list[_Node]:
    """Return the blocks by what holds them; an item or a cell that is not closed ends where the next one starts."""
    roots: list[_Node] = []
    opened: list[_Node] = []
    for tag in tags:
        name = tag.name.lower()
        if name not in (*_BLOCKS, *_ROWS, "li", "details", "summary") or tag.void:
            continue
        if not tag.closing:
            if opened and name == opened[-1].name and name in _CLOSED_AT_WILL:
                opened.pop().inner_end = tag.start
            node = _Node(tag, name)
            (opened[-1].children if opened else roots).append(node)
            opened.append(node)
            if len(opened) > _DEEPEST:
                return []
            continue
        rank = next((rank for rank in range(len(opened) - 1, -1, -1) if opened[rank].name == name), -1)
        if rank < 0 or any(node.name not in _CLOSED_AT_WILL for node in opened[rank + 1 :]):
            continue
        for node in opened[rank + 1 :]:
            node.inner_end = tag.start
        opened[rank].inner_end, opened[rank].end = tag.start, tag.end
        del opened[rank:]
    return roots


def _walk(nodes: list[_Node]) -> Iterator[_Node]:
    for node in nodes:
        yield node
        yield from _walk(node.children)


def _said(text: str, node: _Node) -> list[str] | None:
    """Return the lines of Markdown that say what a block says, None where there are none."""
    if node.name == "table":
        return _table(text, node)
    if is_plain(node.tag):
        return _list(text, node, 0) if node.name in _LISTS else _words(text, node)
    return None


def _words(text: str, node: _Node) -> list[str] | None:
    """Return the lines of a paragraph, of a heading or of a quote."""
    inner = text[node.tag.end : node.inner_end].strip()
    if node.children or "\n\n" in inner or not inner:
        return None
    if _HEADING.fullmatch(node.name):
        return [f"{'#' * int(node.name[1])} {' '.join(inner.split())}"]
    lines = [line.strip() for line in inner.split("\n")]
    if any(line[:1] in ("#", "-", "+", "*", ">", "|", "=") and not line.startswith("*") for line in lines):
        return None
    if node.name == "p":
        return [line if number == len(lines) else _kept(inner, line) for number, line in enumerate(lines, 1)]
    return [f"> {line}" for line in lines] if node.name == "blockquote" else None


def _kept(inner: str, line: str) -> str:
    """Return a line with the two spaces that break it, where it had them."""
    return f"{line}  " if f"{line}  \n" in inner else line


def _list(text: str, node: _Node, indent: int) -> list[str] | None:
    lines: list[str] = []
    position = node.tag.end
    for number, item in enumerate(node.children, 1):
        if item.name != "li" or item.tag.attributes or item.inner_end < 0 or text[position : item.tag.start].strip():
            return None
        words = " ".join(
            text[item.tag.end : min((one.tag.start for one in item.children), default=item.inner_end)].split()
        )
        if not words:
            return None
        mark = "-" if node.name == "ul" else f"{number}."
        lines.append(f"{' ' * indent}{mark} {words}")
        after = item.tag.end
        for below in item.children:
            said = _list(text, below, indent + _STEP) if below.name in _LISTS and is_plain(below.tag) else None
            if said is None or (below is not item.children[0] and text[after : below.tag.start].strip()):
                return None
            lines += said
            after = below.end
        if item.children and text[after : item.inner_end].strip():
            return None
        position = item.end if item.end >= 0 else item.inner_end
    return lines if lines and not text[position : node.inner_end].strip() else None


def _table(text: str, node: _Node) -> list[str] | None:
    if node.tag.attributes:
        return None
    rows = [below for below in _walk(node.children) if below.name == "tr"]
    cells = [_cells(text, row) for row in rows]
    inside = list(_walk(node.children))
    if any(below.name not in _ROWS or below.tag.attributes or below.inner_end < 0 for below in inside):
        return None
    whole = [row for row in cells if row is not None]
    heads = [below.name for below in rows[0].children] if rows else []
    if len(whole) != len(rows) or not heads or set(heads) != {"th"} or len({len(row) for row in whole}) != 1:
        return None
    outside = re.sub(r"<[^<>]*>", "", _without(text, node, [cell for row in rows for cell in row.children]))
    if outside.strip() or not all(whole[0]):
        return None
    first, *others = (f"| {' | '.join(row)} |" for row in whole)
    return [first, f"| {' | '.join('---' for _ in heads)} |", *others]


def _cells(text: str, row: _Node) -> list[str] | None:
    found = [" ".join(text[cell.tag.end : cell.inner_end].split()) for cell in row.children]
    return [_PIPE.sub(r"\\|", words) for words in found] if found else None


def _without(text: str, node: _Node, cells: list[_Node]) -> str:
    """Return what a table holds beside its cells."""
    pieces, position = [], node.tag.end
    for cell in cells:
        pieces.append(text[position : cell.tag.end])
        position = cell.inner_end
    return "".join([*pieces, text[position : node.inner_end]])

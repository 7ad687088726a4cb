"""HTML within sentences that Markdown says: links, images, bold, italics, line breaks, rules."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from guides_api.migrate.carry.move import Carried, Move
from guides_api.migrate.carry.text import Edit, Text, start_of_line
from guides_api.migrate.checks.html import is_html, is_plain, opaque_spans
from guides_api.migrate.losses import Note
from guides_api.migrate.markdown import Tag
from guides_api.pages.spans import end_of_span

_LONGEST = 5000  # letters between two tags
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_REST = re.compile(r"[ \t]*\n?[ \t]*")
_BRACKETS = re.compile(r"[\[\]]")
_ADDRESS = re.compile(r"[^\s<>()]+")


def inline_html(text: Text, move: Move) -> Carried:
    """Return a text in which Markdown says what these tags said, where it says all of it."""
    edits: list[Edit] = []
    notes: list[Note] = []
    if not any(map(is_html, text.markdown.tags)):
        return text, notes
    opaque = opaque_spans(text.markdown.tags)
    last = len(text.text.rstrip())
    for tag, closing in _pairs(text.markdown.tags):
        name = tag.name.lower()
        if not (is_html(tag) and is_plain(tag)) or end_of_span(opaque, tag.start) is not None:
            continue
        if name in ("br", "hr") and any(table.start <= tag.start < table.end for table in text.markdown.tables):
            continue
        new = list(_edits(text.text, tag, closing, last))
        edits += new
        if new:
            notes.append(move.change("html", text.number(tag.line), f"<{name}> s’écrit en Markdown."))
    return text.edited(edits), notes


def _pairs(tags: Sequence[Tag]) -> Iterator[tuple[Tag, Tag | None]]:
    """Yield each opening tag with the tag that closes it, in the order of the text."""
    opened: list[Tag] = []
    closed: dict[int, Tag] = {}
    for tag in tags:
        if not tag.closing:
            opened.append(tag)
            continue
        for rank in range(len(opened) - 1, max(-1, len(opened) - 40), -1):
            if opened[rank].name.lower() == tag.name.lower():
                closed[opened[rank].start] = tag
                del opened[rank:]
                break
    for tag in tags:
        if not tag.closing:
            yield tag, closed.get(tag.start)


def _edits(text: str, tag: Tag, closing: Tag | None, last: int) -> Iterator[Edit]:
    name = tag.name.lower()
    opening = start_of_line(text, tag.start)
    if name == "img":
        yield from _image(tag)
    elif name == "br":
        rest = _REST.match(text, tag.end)
        end = rest.end() if rest else tag.end
        ends = end >= last or text[end : end + 1] == "\n"
        start = tag.start
        while start and text[start - 1] in " \t":
            start -= 1
        if opening is not None:
            yield tag.start, tag.end, ""
        else:
            yield (start, end, "\n" if ends and text[end - 1 : end] == "\n" else "" if ends else "  \n")
    elif name == "hr":
        if opening is not None:
            before = "" if text.endswith("\n\n", 0, opening) or not opening else "\n"
            after = "" if text[tag.end : tag.end + 2] in ("\n\n", "\n", "") else "\n\n"
            yield tag.start, tag.end, f"{before}---{after}"
    elif closing is not None and _is_a_sentence(text, tag, closing):
        if name == "a":
            yield from _link(text, tag, closing)
        elif name in _MARKS:
            yield from _emphasis(text, tag, closing, _MARKS[name])


def _is_a_sentence(text: str, tag: Tag, closing: Tag) -> bool:
    """Tell whether what two tags hold is words of one paragraph."""
    if closing.start - tag.end > _LONGEST or tag.name.lower() not in ("a", *_MARKS):
        return False
    inner = text[tag.end : closing.start]
    return bool(inner.strip()) and "\n\n" not in inner


def _link(text: str, tag: Tag, closing: Tag) -> Iterator[Edit]:
    target = html.unescape(tag.attributes["href"]).strip()
    inner = text[tag.end : closing.start]
    if _BRACKETS.search(re.sub(r"!?\[[^\[\]]*\]\([^()]*\)", "", inner)):
        return
    written = target if _ADDRESS.fullmatch(target) or not target else f"<{target}>"
    if "<" in target or ">" in target or "\n" in target:
        return
    title = tag.attributes.get("title", "").replace('"', "”")
    said = f' "{title}"' if title else ""
    before, words, after = _trimmed(inner)
    yield tag.start, tag.end + len(before), f"{before}["
    yield tag.end + len(before) + len(words), closing.end, f"]({written}{said}){after}"


def _image(tag: Tag) -> Iterator[Edit]:
    target = html.unescape(tag.attributes["src"]).strip()
    alt = html.unescape(tag.attributes.get("alt", ""))
    if _ADDRESS.fullmatch(target) and not _BRACKETS.search(alt):
        title = tag.attributes.get("title", "").replace('"', "”")
        said = f' "{title}"' if title else ""
        yield tag.start, tag.end, f"![{alt}]({target}{said})"


def _emphasis(text: str, tag: Tag, closing: Tag, mark: str) -> Iterator[Edit]:
    """Yield marks that touch the words, and no letter nor mark outside of them, without which Markdown sees none."""
    before, words, after = _trimmed(text[tag.end : closing.start])
    outside = text[tag.start - 1 : tag.start], text[closing.end : closing.end + 1]
    touches = (not before and outside[0].isalnum()) or (not after and outside[1].isalnum())
    if touches or "*" in (*outside, words[:1], words[-1:]) or words.startswith(("_", "<")):
        return
    yield tag.start, tag.end + len(before), f"{before}{mark}"
    yield tag.end + len(before) + len(words), closing.end, f"{mark}{after}"


def _trimmed(inner: str) -> tuple[str, str, str]:
    words = inner.strip()
    before = inner[: len(inner) - len(inner.lstrip())]
    return before, words, inner[len(before) + len(words) :]

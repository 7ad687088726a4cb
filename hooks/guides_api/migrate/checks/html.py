"""HTML among Markdown: what Markdown says better, and what is not closed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guides_api.migrate.checks.context import Context
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Guide
from guides_api.migrate.markdown import Markdown, Tag
from guides_api.pages.spans import Span, end_of_span, joined

# What Markdown says, with the attributes that it can say too.
_SAID: dict[str, tuple[str, frozenset[str]]] = {
    name: (written, frozenset(attributes))
    for name, written, attributes in (
        ("a", "[texte](adresse)", ("href", "title", "target", "rel")),
        ("img", "![texte](image)", ("src", "alt", "title")),
        ("b", "**texte**", ()),
        ("strong", "**texte**", ()),
        ("i", "*texte*", ()),
        ("em", "*texte*", ()),
        ("code", "`texte`", ()),
        ("br", "deux espaces à la fin de la ligne, ou un paragraphe", ()),
        ("hr", "---", ()),
        ("p", "une ligne vide entre deux paragraphes", ()),
        ("ul", "- élément", ()),
        ("ol", "1. élément", ()),
        ("blockquote", "> citation", ()),
        *((f"h{level}", f"{'#' * level} titre", ()) for level in range(1, 7)),
    )
}
_BLOCKS = frozenset(("p", "ul", "ol", "blockquote", *(f"h{level}" for level in range(1, 7))))
_OF_SEVERAL_LINES = ("br", "ul", "ol", "p")  # what a cell of a table can't say otherwise
_CODE = re.compile(r"<code>[^<>`\n]+</code>", re.IGNORECASE)
_NEEDED = {"a": "href", "img": "src"}  # without it, the tag is something else
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_CLOSED_AT_WILL = frozenset(
    ("p", "li", "td", "th", "tr", "dt", "dd", "thead", "tbody", "tfoot", "option", "colgroup", "html", "body", "head")
)
# In these, Markdown is not read, or can't say what HTML says.
_OPAQUE = frozenset(
    (
        *("table", "summary", "div", "figure", "section", "article", "aside", "nav", "center", "dl", "form", "svg"),
        *(
            "iframe",
            "video",
            "audio",
            "object",
            "picture",
            "header",
            "footer",
            "address",
            "fieldset",
            "button",
            "label",
        ),
        "select",
    )
)
_DEEPEST = 40  # tags within one another
_BROKEN = re.compile(
    r"</?(?P<name>a|b|i|u|p|br|em|hr|ul|ol|li|div|img|span|strong|details|summary|table|tr|td|th|h[1-6]|sup|sub)"
    r"(?=[\s/<]|$)[^<>]{0,400}?(?=<|\n[ \t]*\n|\Z)",
    re.IGNORECASE,
)


def html_that_markdown_says(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of tags that Markdown replaces, once a line and a name."""
    markdown = guide.markdown
    opaque = opaque_spans(markdown.tags)
    tables = [(table.start, table.end) for table in markdown.tables]
    seen = set[tuple[str, int]]()
    for name, start in (*_plain_tags(markdown.tags), *_plain_code(markdown)):
        line = markdown.line(start)
        needed = name in _OF_SEVERAL_LINES and end_of_span(tables, start) is not None
        if not needed and end_of_span(opaque, start) is None and (name, line) not in seen:
            seen.add((name, line))
            yield found("html-superflu", guide.path, line, f"<{name}> s’écrit en Markdown : {_SAID[name][0]}.")


def _plain_tags(tags: Iterable[Tag]) -> Iterator[tuple[str, int]]:
    for tag in tags:
        if not tag.closing and is_html(tag) and is_plain(tag):
            yield tag.name.lower(), tag.start


def _plain_code(markdown: Markdown) -> Iterator[tuple[str, int]]:
    for start, end in markdown.code:
        if _CODE.fullmatch(markdown.text, start, end):
            yield "code", start


def is_plain(tag: Tag) -> bool:
    """Tell whether Markdown says all that a tag does."""
    name = tag.name.lower()
    if name not in _SAID or not tag.attributes.keys() <= _SAID[name][1]:
        return False
    return name not in _NEEDED or _NEEDED[name] in tag.attributes


def opaque_spans(tags: Iterable[Tag]) -> list[Span]:
    """Return where Markdown is not read, or can't say what HTML says, as spans that are apart."""
    return list(joined(sorted(_opaque(tags))))


def _opaque(tags: Iterable[Tag]) -> Iterator[Span]:
    """Yield where Markdown is not read, or can't say what HTML says: within these blocks, those that are closed."""
    opened: list[tuple[str, int]] = []
    for tag in tags:
        name = tag.name.lower()
        block = name in _OPAQUE or (name in _SAID and name in _BLOCKS and not is_plain(tag))
        if tag.closing:
            rank = next((rank for rank in range(len(opened) - 1, -1, -1) if opened[rank][0] == name), -1)
            if rank >= 0:
                yield opened[rank][1], tag.start
                del opened[rank:]
        elif block and not tag.void:
            opened.append((name, tag.start + 1))


def html_that_is_not_closed(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of tags that are never closed, closed without having been opened, or cut short."""
    seen = set[tuple[str, int]]()
    for name, line, message in sorted(_faults(guide.markdown), key=lambda fault: fault[1]):
        if (name, line) not in seen:
            seen.add((name, line))
            yield found("html-mal-ferme", guide.path, line, message)


def _faults(markdown: Markdown) -> Iterator[tuple[str, int, str]]:
    opened: list[Tag] = []
    whole = set[int]()
    for tag in markdown.tags:
        whole.add(tag.start)
        name = tag.name.lower()
        if not is_html(tag):
            continue
        if not tag.closing:
            opened += [] if name in _VOID or tag.void else [tag]
        elif name in [above.name.lower() for above in opened[-_DEEPEST:]]:
            while (last := opened.pop()).name.lower() != name:
                yield from _unclosed(last)
        else:
            yield name, tag.line, f"</{name}> ferme une balise qui n’est pas ouverte."
    for tag in opened:
        yield from _unclosed(tag)
    for found_ in _BROKEN.finditer(markdown.masked):
        if found_.start() not in whole:
            name = found_["name"].lower()
            yield name, markdown.line(found_.start()), f"la balise <{name}> n’a pas de « > » à sa fin."


def is_html(tag: Tag) -> bool:
    """Tell HTML, even in capitals, from a component."""
    return tag.name.islower() or (tag.name.isupper() and tag.name.lower() in (*_SAID, *_OPAQUE, *_CLOSED_AT_WILL))


def _unclosed(tag: Tag) -> Iterator[tuple[str, int, str]]:
    name = tag.name.lower()
    if name not in _CLOSED_AT_WILL:
        yield name, tag.line, f"<{name}> n’est jamais fermé : ajoutez </{name}>."

"""HTML among Markdown: what Markdown says better, and what is not closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guides_api.migrate.checks.context import Context
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Guide
from guides_api.migrate.markdown import Markdown, Tag

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
        ("br", "deux espaces à la fin de la ligne, ou un paragraphe", ()),
        ("hr", "---", ()),
        ("p", "une ligne vide entre deux paragraphes", ()),
        ("ul", "- élément", ()),
        ("ol", "1. élément", ()),
        ("blockquote", "> citation", ()),
        *((f"h{level}", f"{'#' * level} titre", ()) for level in range(1, 7)),
    )
}
_NEEDED = {"a": "href", "img": "src"}  # without it, the tag is something else
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_CLOSED_AT_WILL = frozenset(
    ("p", "li", "td", "th", "tr", "dt", "dd", "thead", "tbody", "tfoot", "option", "colgroup", "html", "body", "head")
)
# In these, Markdown is not read, or can't say what HTML says.
_OPAQUE = frozenset(
    ("table", "summary", "div", "figure", "section", "article", "aside", "nav", "center", "dl", "form", "svg", "iframe")
    + ("video", "audio", "object", "picture", "header", "footer", "address", "fieldset", "button", "label", "select")
)
_BROKEN = re.compile(
    r"</?(?P<name>a|b|i|u|p|br|em|hr|ul|ol|li|div|img|span|strong|details|summary|table|tr|td|th|h[1-6]|sup|sub)"
    r"(?=[\s/<]|$)[^<>]{0,400}?(?=<|\n[ \t]*\n|\Z)",
    re.IGNORECASE,
)


def html_that_markdown_says(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of tags that Markdown replaces, once a line and a name."""
    in_tables = [(table.start, table.end) for table in guide.markdown.tables]
    opaque, seen = list[str](), set[tuple[str, int]]()
    for tag in guide.markdown.tags:
        name = tag.name.lower()
        if tag.closing:
            if name in opaque:
                del opaque[len(opaque) - 1 - opaque[::-1].index(name) :]
            continue
        written, attributes = _SAID.get(name, ("", frozenset[str]()))
        plain = (
            bool(written) and tag.attributes.keys() <= attributes and _NEEDED.get(name, name) in (*tag.attributes, name)
        )
        if name in _OPAQUE or (written and not plain and name not in _VOID and name not in _NEEDED):
            opaque += [] if tag.void else [name]
        in_table = name in ("br", "ul", "ol", "p") and any(start <= tag.start < end for start, end in in_tables)
        if plain and tag.name.islower() and not opaque and not in_table and (name, tag.line) not in seen:
            seen.add((name, tag.line))
            yield found("html-superflu", guide.path, tag.line, f"<{name}> s’écrit en Markdown : {written}.")


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
        if tag.name[0].isupper():
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


_DEEPEST = 40


def _unclosed(tag: Tag) -> Iterator[tuple[str, int, str]]:
    name = tag.name.lower()
    if name not in _CLOSED_AT_WILL:
        yield name, tag.line, f"<{name}> n’est jamais fermé : ajoutez </{name}>."

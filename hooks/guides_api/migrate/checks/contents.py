"""Tables of contents that people write by hand, and links to places of the same page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from guides_api.catalogue.problems import did_you_mean, folded
from guides_api.migrate.checks.context import Context
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Guide
from guides_api.migrate.markdown import Markdown
from guides_api.pages.headings import Heading, plain

_IN_PAGE = re.compile(
    r"\[(?P<words>[^\[\]\n]*)\]\(\s*#(?P<anchor>[^)\s]*)\s*(?:[\"'][^\"'\n]*[\"'])?\)"
    r"|<a\s[^<>]*?href=[\"']#(?P<html_anchor>[^\"'<>]*)[\"'][^<>]*>(?P<html_words>[^<\n]*)</a>",
    re.IGNORECASE,
)
_LINKED = re.compile(r"""\(\s*#|=["']#""")
_AROUND = re.compile(r"</?(?:ul|ol|li|nav|p|br|div)\b[^<>]*>|[\s|•·–—,;.*_+>()\d-]", re.IGNORECASE)
_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d+[.)])[ \t]+(?P<words>[^\[\]<>\n]+)")
_ITEM_BELOW = re.compile(rf"\n{_ITEM.pattern}(?=\n|\Z)")  # a first line has no title above
_TITLE = re.compile(
    r"(?:#{1,6}[ \t]*|\*\*|__|<(?:h[1-6]|summary|strong|b|p)[^<>]*>)?[ \t]*"
    r"(?P<words>[^#*_<>\[\]\n]+?)[ \t]*:?[ \t]*"
    r"(?:\*\*|__|</(?:h[1-6]|summary|strong|b|p)>)?[ \t]*:?[ \t]*(?:\{[^{}]*\}|#+)?"
)
_TITLES = re.compile(
    r"(?:le )?sommaire|(?:la )?table des mati[eè]res|(?:le )?plan|table des contenus|au sommaire|au programme"
    r"|sur cette page|dans ce(?:tte|t)? (?:page|guide|article|fiche)|table of contents"
    r"|(?:sommaire|plan) (?:du|de la|de cette|de ce|de l['’]) ?\w+|contenus?(?: (?:du|de la|de cette|de ce) \w+)?",
    re.IGNORECASE,
)
# Each title has one of them; in these letters, to look without case is to compare without case.
_PARTS_OF_TITLES = ("omma", "table d", "table o", "plan", "programme", "sur cette page", "dans ce", "contenu")
_MOST_SUGGESTED = 50  # anchors of a guide: to look for what was meant takes long
_FEWEST, _FEWEST_TITLED = 3, 2  # entries
_FURTHEST, _LONGEST_TITLE = 5, 80  # lines to the title of contents, and its letters


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of contents: the words of its link and the anchor that it leads to, None where it leads nowhere."""

    words: str
    anchor: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents written by hand; `line` is its title's, or its first entry's where it has none."""

    line: int
    title: str
    entries: tuple[Entry, ...]


def hand_written_contents(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of a table of contents, of each of its entries that is not a heading's, and of headings that it lacks."""
    for contents in contents_of(guide.markdown):
        message = "ce sommaire est écrit à la main : le site en fait un, toujours juste. Supprimez-le."
        yield found("sommaire-a-la-main", guide.path, contents.line, message)
        for line, said in _mistakes(contents, guide.markdown):
            yield found("sommaire-faux", guide.path, line, said)


def in_page_links(guide: Guide, _context: Context) -> Iterator[Finding]:
    """Tell of links to a place of the page that is not there."""
    markdown = guide.markdown
    suggested = 0
    for link in markdown.links:
        if link.target.startswith("#") and link.target != "#":
            anchor = unquote(link.target[1:])
            if anchor not in markdown.anchors and anchor != "top":
                message = f"aucune partie de ce guide n’a l’ancre « #{anchor[:80]} »."
                suggestion = did_you_mean(anchor, sorted(markdown.anchors)) if suggested < _MOST_SUGGESTED else ""
                suggested += 1
                yield found("ancre-inconnue", guide.path, link.line, f"{message} {suggestion}".strip())


def contents_of(markdown: Markdown) -> Iterator[Contents]:
    """Yield the tables of contents of a text: a title announces them, or they stand above its parts."""
    lines = markdown.masked.split("\n")
    next_one = 0
    for rank in _may_start(markdown):
        if rank < next_one or not _starts(lines, rank):
            continue
        entries, after = _block(lines, rank, markdown)
        if entries:
            titled, title = _titled(lines, rank)
            first = markdown.first_line + titled if title else entries[0].line
            block = Contents(first, title, tuple(entries))
            leading = sum(entry.anchor is not None for entry in entries)
            enough = len(entries) >= _FEWEST_TITLED if title else leading >= _FEWEST
            if enough and (title or _opens(block, markdown)):
                yield block
        next_one = after


def _may_start(markdown: Markdown) -> list[int]:
    """Return the ranks of the lines that hold a link to a place of the page, or an item below another line."""
    linked = (found.end() - 1 for found in _LINKED.finditer(markdown.masked))
    items = (found.start() + 1 for found in _ITEM_BELOW.finditer(markdown.masked))
    return sorted({bisect_right(markdown.starts, place) - 1 for place in (*linked, *items)})


def _starts(lines: list[str], rank: int) -> bool:
    """Tell whether contents may start on a line: it leads to a place of the page, or is an item below a title."""
    if "#" in lines[rank] and _LINKED.search(lines[rank]):
        return True
    return bool(_ITEM.fullmatch(lines[rank]) and _may_be_titled(lines, rank) and _titled(lines, rank)[1])


def _may_be_titled(lines: list[str], rank: int) -> bool:
    """Tell whether the lines above hold a part of a title's words: to tell for sure takes longer."""
    above = "\n".join(lines[max(0, rank - _FURTHEST + 1) : rank]).casefold()
    return any(part in above for part in _PARTS_OF_TITLES)


def _block(lines: list[str], rank: int, markdown: Markdown) -> tuple[list[Entry], int]:
    """Return the entries of a list that starts on a line, and the rank of the line after the last of them."""
    entries: list[Entry] = []
    after = rank
    for number in range(rank, len(lines)):
        on_line = list(_entries(lines[number], markdown.first_line + number, markdown))
        if on_line:
            entries += on_line
            after = number + 1
        elif _AROUND.sub("", lines[number]) or (not lines[number].strip() and not entries):
            break
    return entries, after


def _entries(line: str, number: int, markdown: Markdown) -> Iterator[Entry]:
    links = list(_IN_PAGE.finditer(line)) if "#" in line else []
    if links and not _AROUND.sub("", _IN_PAGE.sub("", line)):
        for link in links:
            words, anchor = link["words"], link["anchor"]
            words, anchor = (words, anchor) if anchor is not None else (link["html_words"], link["html_anchor"])
            yield Entry(plain(words).strip(), unquote(anchor), number)
    elif not links and (item := _ITEM.fullmatch(line)) and folded(plain(item["words"])) in markdown.titles:
        yield Entry(plain(item["words"]), None, number)


def _titled(lines: list[str], rank: int) -> tuple[int, str]:
    """Return the line above a list and the title that it is of a table of contents, empty where it is none."""
    near = range(rank - 1, max(-1, rank - _FURTHEST), -1)
    above = next((number for number in near if _AROUND.sub("", lines[number])), -1)
    if above < 0 or len(lines[above]) > _LONGEST_TITLE:
        return above, ""
    title = _TITLE.fullmatch(lines[above].strip())
    words = title["words"].strip() if title else ""
    return above, words if _TITLES.fullmatch(words) else ""


def _opens(block: Contents, markdown: Markdown) -> bool:
    """Tell whether a list without a title is of the whole page: above its parts, or of most of them."""
    parts = [heading for heading in markdown.headings if heading.level > 1]
    led_to = {entry.anchor for entry in block.entries}
    above = not any(markdown.line(part.start) < block.line for part in parts)
    return above or 2 * sum(part.anchor in led_to for part in parts) > len(parts)


def _mistakes(contents: Contents, markdown: Markdown) -> Iterator[tuple[int, str]]:
    own = [heading for heading in markdown.headings if not _TITLES.fullmatch(heading.words)]
    by_anchor = {heading.anchor: heading for heading in own}
    by_words = {folded(heading.words): heading for heading in reversed(own)}
    listed = set[str]()
    for entry in contents.entries:
        heading = by_anchor.get(entry.anchor or "")
        named = by_words.get(folded(entry.words))
        listed.update(item.anchor for item in (heading, named) if item)
        if entry.anchor is None:
            continue
        if heading is None and entry.anchor not in markdown.anchors:
            meant = f" : l’ancre de ce titre est « #{named.anchor} »" if named else ""
            yield entry.line, f"« {entry.words[:60]} » mène à « #{entry.anchor[:60]} », qui n’existe pas{meant}."
        elif heading and folded(entry.words) != folded(heading.words):
            yield entry.line, f"« {entry.words[:60]} » mène au titre « {heading.words[:60]} » : les mots diffèrent."
    yield from _missing(contents, own, listed, markdown)


def _missing(contents: Contents, own: list[Heading], listed: set[str], markdown: Markdown) -> Iterator[tuple[int, str]]:
    levels = {heading.level for heading in own if heading.anchor in listed}
    for heading in own:
        line = markdown.line(heading.start)
        if heading.level in levels and heading.anchor not in listed and line > contents.line:
            yield line, f"le titre « {heading.words[:60]} » manque au sommaire de la ligne {contents.line}."

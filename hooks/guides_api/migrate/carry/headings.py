"""Headings: the page's title is that of its header, and no other heading stands beside it."""

from __future__ import annotations

import re

from guides_api.catalogue.problems import folded
from guides_api.migrate.carry.move import Carried, Move
from guides_api.migrate.carry.text import Edit, Text
from guides_api.migrate.losses import Note
from guides_api.pages.headings import levels

# After a line break, a level 1 has one « # », or « = » under it; few texts have any, and to be sure takes longer.
_MAYBE = re.compile(r"\n(?:[ \t>\d.)*+-]*#(?!#)|=)")
_UNDERLINE = re.compile(r"\n=+ *(?=\n|\Z)")
_BLANK = re.compile(r"(?:[ \t]*\n)*")
_SIGN = re.compile(r"(?P<before>[ \t>]*)#(?=[ \t#]|\S)")


def titles(text: Text, move: Move) -> Carried:
    """Return a text without the title that its header says already; another title becomes one of its parts."""
    edits: list[Edit] = []
    notes: list[Note] = []
    if not _MAYBE.search(f"\n{text.text}") or all(level > 1 for _, level in levels(text.text)):
        return text, notes
    for heading in text.markdown.headings:
        if heading.level != 1:
            continue
        line = text.line(heading.start)
        underline = _UNDERLINE.match(text.text, heading.end)
        end = underline.end() if underline else heading.end
        if folded(heading.words) == folded(move.title):
            below = _BLANK.match(text.text, end + 1)
            edits.append((heading.start, below.end() if below else len(text.text), ""))
            notes.append(move.change("titre-h1", line, f"« {heading.words} » est déjà le titre de la page."))
            continue
        written = text.text[heading.start : heading.end]
        new = f"## {written}" if underline else _SIGN.sub(r"\g<before>##", written, count=1)
        edits.append((heading.start, end, new))
        notes.append(move.change("titre-h1", line, f"« {heading.words} » est le titre d’une partie : « ## »."))
    return text.edited(edits), notes

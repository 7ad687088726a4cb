"""Tables of contents that people typed: the site makes its own."""

from __future__ import annotations

from guides_api.catalogue.problems import folded
from guides_api.migrate.carry.move import Carried, Move
from guides_api.migrate.carry.text import Edit, Text
from guides_api.migrate.checks.contents import contents_of
from guides_api.migrate.losses import Note


def without_contents(text: Text, move: Move) -> Carried:
    """Return a text without them; what they say that no heading does is told."""
    edits: list[Edit] = []
    notes: list[Note] = []
    lines = text.text.split("\n")
    for contents in contents_of(text.markdown):
        last = max(entry.line for entry in contents.entries)
        while last < len(lines) and not lines[last].strip():
            last += 1
        start, end = text.span(contents.line, last)
        edits.append((start, end, ""))
        named = f"« {contents.title} »" if contents.title else "sans titre"
        others = [f"« {entry.words} »" for entry in contents.entries if folded(entry.words) not in text.markdown.titles]
        also = f" Il nommait aussi : {', '.join(others)}." if others else ""
        message = f"le sommaire {named} est retiré : le site en fait un, toujours juste.{also}"
        notes.append(move.change("sommaire", text.number(contents.line), message))
    return text.edited(edits), notes

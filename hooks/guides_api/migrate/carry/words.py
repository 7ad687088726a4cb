"""The last net: words that a guide had, and that nothing says any more, neither what it became nor the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guides_api.migrate.carry.move import Move
from guides_api.migrate.carry.text import Text
from guides_api.migrate.losses import Note

_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(r"[ \t>]*\d+[.)][ \t]")  # of a list: Markdown counts by itself


def lost_words(text: Text, move: Move, told: Iterable[Note]) -> Iterator[Note]:
    """Yield a loss for each line of the source of which a word that somebody read is nowhere to be found."""
    source, now = set(move.guide.text.split("\n")), set(text.text.split("\n"))
    there = set(_WORD.findall("\n".join([*(now - source), *(note.message for note in told)])))
    if there.issuperset(_WORD.findall("\n".join(source - now))):  # most lines keep their words
        return
    there.update(_WORD.findall(text.text))
    header = move.guide.header
    for number, line in enumerate(header.lines, header.first_line):
        if line not in now:
            yield from _missing(line, number, _WORD.findall(line), there, move)
    start = 0
    for number, line in enumerate(move.guide.body.split("\n"), move.guide.body_line):
        if line not in now and not there.issuperset(_WORD.findall(line)):  # few are not, whoever reads them
            mark = _MARK.match(line)
            words = _WORD.finditer(line, mark.end() if mark else 0)
            read = [found[0] for found in words if move.guide.markdown.reading.reads(start + found.start())]
            yield from _missing(line, number, read, there, move)
        start += len(line) + 1


def _missing(line: str, number: int, words: list[str], there: set[str], move: Move) -> Iterator[Note]:
    gone = [word for word in dict.fromkeys(words) if word not in there]
    if gone:
        named = ", ".join(f"« {word} »" for word in gone)
        message = f"ces mots ne sont plus dans le guide : {named}. La ligne disait : {line.strip()}"
        yield move.loss("texte-perdu", number, message)

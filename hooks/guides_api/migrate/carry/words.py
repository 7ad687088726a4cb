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
    gone = set(_WORD.findall("\n".join(source - now)))  # a line that stays keeps its words
    gone.difference_update(_WORD.findall("\n".join(now - source)))
    if gone:
        said = "\n".join(note.message for note in told)
        gone = {word for word in gone if not _stands(word, said)}
    gone = {word for word in gone if not _stands(word, text.text)}
    if not gone:
        return
    header = move.guide.header
    for number, line in enumerate(header.lines, header.first_line):
        if line not in now:
            yield from _missing(line, number, _WORD.findall(line), gone, move)
    start = 0
    for number, line in enumerate(move.guide.body.split("\n"), move.guide.body_line):
        if line not in now and not gone.isdisjoint(_WORD.findall(line)):
            mark = _MARK.match(line)
            words = _WORD.finditer(line, mark.end() if mark else 0)
            read = [found[0] for found in words if move.guide.markdown.reading.reads(start + found.start())]
            yield from _missing(line, number, read, gone, move)
        start += len(line) + 1


def _stands(word: str, text: str) -> bool:
    """Tell whether a text has a word, and not only within a longer one."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (text[end : end + 1].isalnum() or text[max(start - 1, 0) : start].isalnum()):
            return True
        start = text.find(word, end)
    return False


def _missing(line: str, number: int, words: list[str], gone: set[str], move: Move) -> Iterator[Note]:
    missing = [word for word in dict.fromkeys(words) if word in gone]
    if missing:
        named = ", ".join(f"« {word} »" for word in missing)
        message = f"ces mots ne sont plus dans le guide : {named}. La ligne disait : {line.strip()}"
        yield move.loss("texte-perdu", number, message)

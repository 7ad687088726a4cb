"""A header with the keys of our model: lines that will do stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise

from guides_api.catalogue import written
from guides_api.catalogue.problems import folded
from guides_api.catalogue.shapes import written_keys
from guides_api.migrate.carry.move import Move
from guides_api.migrate.carry.values import SORTS, Given, a_day, one_line, shown
from guides_api.migrate.header import Entry, Kind
from guides_api.migrate.losses import Note

Line = tuple[str, int]  # and the line of the source that it comes from

_ALIKE = 0.75
_REMEMBERED = 1024  # keys of headers: the same come back in each
_FENCE = re.compile(r"---[ \t]*")
_LIKEWISE = {"published": "publish"}
_DRAFTS = ("publish", "published")  # what an article keeps as long as its owner keeps it back
_DATED = re.compile(r"(?:.*/)?(\d{4}-\d{1,2}-\d{1,2})-[^/]+")


def header(move: Move) -> tuple[list[Line], list[Note]]:
    """Return the lines of a header, fences among them, and what to say of those that changed."""
    source = move.guide.header
    notes = [move.change(trouble.rule, trouble.line, trouble.message) for trouble in source.troubles]
    if not source.whole:
        raw = " / ".join(filter(None, map(str.strip, source.lines)))
        message = f"l’en-tête ne se lit pas : ce qui suit est deviné. Il disait : {raw}"
        notes.append(move.loss("entete-devine", source.first_line, message))
    lines: list[Line] = []
    keys = _keys(source.entries, move)
    for entry, raw_lines in _stretches(source.entries, source.lines, source.first_line):
        if entry is None:
            lines += raw_lines
            continue
        new, said = _carried(entry, keys.get(id(entry), ""), raw_lines, move)
        lines += new
        notes += said
    added, said = _added(set(keys.values()), move)
    first = source.first_line
    fences = ("---", "---")
    if lines_of := move.guide.text.split("\n")[max(first - 2, 0) : move.guide.body_line - 1] if first else []:
        fences = tuple(one if _FENCE.fullmatch(one) else "---" for one in (lines_of[0], lines_of[-1]))  # type: ignore[assignment]
    end = max(move.guide.body_line - 1, 1)
    whole = [(fences[0], max(first - 1, 1)), *((line, max(first - 1, 1)) for line in added), *lines, (fences[1], end)]
    return whole, [*notes, *said]


def _keys(entries: Sequence[Entry], move: Move) -> dict[int, str]:
    """Return the key of ours that each entry gives, by the entry; the last one wins where several give the same."""
    known = [*written_keys(written.News if move.news else written.Guide), *(_DRAFTS if move.draft else ())]
    found = {entry.key: entry for entry in entries if entry.key in known}
    others = {folded(_LIKEWISE.get(entry.key, entry.key)): entry for entry in entries if entry.key not in known}
    for key in known:
        near = _nearest(folded(key), tuple(others)) if others and key not in found else ""
        if near:
            found[key] = others.pop(near)
    return {id(entry): key for key, entry in found.items()}


@lru_cache(maxsize=_REMEMBERED)
def _nearest(key: str, others: tuple[str, ...]) -> str:
    return next(iter(get_close_matches(key, others, n=1, cutoff=_ALIKE)), "")


def _stretches(entries: Sequence[Entry], lines: Sequence[str], first: int) -> Iterator[tuple[Entry | None, list[Line]]]:
    """Yield each entry with its lines; blank lines and comments between two entries are nobody's."""
    starts = [entry.line - first for entry in entries]
    numbered = [(line, number) for number, line in enumerate(lines, first)]
    yield None, numbered[: starts[0]] if starts else [one for one in numbered if one[0].lstrip()[:1] in ("", "#")]
    for entry, (start, end) in zip(entries, pairwise([*starts, len(lines)]), strict=True):
        last = end
        while last > start + 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
            last -= 1
        yield entry, numbered[start:last]
        yield None, numbered[last:end]


def _carried(entry: Entry, key: str, raw: list[Line], move: Move) -> tuple[list[Line], list[Note]]:
    if not key:
        return [], [_unknown(entry, move)]
    given = SORTS[key](entry, key, move) if key in SORTS else Given()
    notes = list(given.notes)
    if given.lines == ():
        return [], notes
    name = re.compile(rf"[\"']?{re.escape(entry.key)}[\"']?[ \t\u00a0]*:(?=\s|$)")
    alone = bool(raw) and name.match(raw[0][0])
    if entry.key != key:
        notes.append(move.change("cle-renommee", entry.line, f"la clé « {entry.key} » s’écrit « {key} »."))
    if given.lines is None and alone and move.guide.header.whole:
        opening = raw[0][0] if entry.key == key else name.sub(f"{key}:", raw[0][0], count=1)
        return [(opening, raw[0][1]), *raw[1:]], notes
    if given.lines is None:
        value = entry.value
        if value.kind is Kind.LIST:
            written_lines: tuple[str, ...] = ("", *(f"  - {one_line(item.text)}" for item in value.items))
        else:
            written_lines = (value.text if value.kind is not Kind.TEXT else one_line(value.text),)
        given = Given(written_lines)
    comment = entry.comment or entry.value.comment
    beside = f" # {comment}" if comment else ""
    first, *others = given.lines or ("",)
    opening = f"{key}: {first}" if first else f"{key}:"
    return [(f"{opening}{beside}", entry.line), *((line, entry.line) for line in others)], notes


def _unknown(entry: Entry, move: Move) -> Note:
    said = shown(entry.value) or "rien"
    beside = f" Le commentaire disait : « {entry.comment} »." if entry.comment else ""
    message = f"la clé « {entry.key} » n’a pas de place ici : la ligne est retirée ; elle valait : {said}.{beside}"
    return move.loss("cle-retiree", entry.line, message)


def _added(keys: set[str], move: Move) -> tuple[list[str], list[Note]]:
    """Return the lines that the rest of the file gives: a title that its text bears, a date that its name bears."""
    lines, notes = [], []
    if move.title and "title" not in keys:
        lines.append(f"title: {one_line(move.title)}")
        notes.append(move.change("titre", 1, f"le titre du texte, « {move.title} », est celui de la page."))
    dated = _DATED.fullmatch(move.guide.path)
    if move.news and dated and "date" not in keys and (day := a_day(dated[1])):
        lines.append(f"date: {day}")
        notes.append(move.change("date", 1, f"la date est celle du nom du fichier, {day}."))
    return lines, notes

"""The records of a data file put in order: whole, each with its comments, and every other line where it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from guides_api.catalogue.nodes import Entries, Items, Node
from guides_api.catalogue.order import ORDERED, in_order
from guides_api.catalogue.strict_yaml import YamlText


def arranged(text: str, name: str) -> str:
    """Return the text of data/<name>.yaml, whose lines end with LF, with its lists in alphabetical order.

    Comments right above a record go with it; those that a blank line parts from it stay. The text is left as it is
    where anything but the order would change.
    """
    root = _read(text)
    listed = root.get(name) if root and name in ORDERED else None
    if root is None or not isinstance(listed, Items):
        return text
    lines = text.split("\n")
    for record in listed.items:
        for part in ORDERED[name]:
            _arrange(lines, record.get(part) if isinstance(record, Entries) else None)
    _arrange(lines, listed)
    written = "\n".join(lines)
    after = _read(written)
    return written if after is not None and _sorted(after.plain, name) == _sorted(root.plain, name) else text


def _arrange(lines: list[str], listed: Node | None) -> None:
    """Put the blocks of lines of a list in order, in their place."""
    items = listed.items if isinstance(listed, Items) else ()
    names = _names([item.plain for item in items])
    starts = [item.place.line - 1 for item in items]
    of_their_own = len(set(starts)) == len(starts) and all(lines[start].lstrip()[:2] == "- " for start in starts)
    if names is None or not of_their_own:
        return
    indent = min((len(lines[start]) - len(lines[start].lstrip()) for start in starts), default=0)
    firsts = [_first_comment(lines, start, indent) for start in starts]
    ends = [_end(lines, start, indent) for start in starts]
    blocks = [lines[first:end] for first, end in zip(firsts, ends, strict=True)]
    between = [lines[end:first] for end, first in zip(ends, firsts[1:], strict=False)]
    written: list[str] = []
    for position, rank in enumerate(in_order(names)):
        written += [*blocks[rank], *(between[position] if position < len(between) else ())]
    if items:
        lines[firsts[0] : ends[-1]] = written


def _first_comment(lines: Sequence[str], start: int, indent: int) -> int:
    """Return the first of the lines of comment right above a record, as far in as its dash."""
    first = start
    while first and lines[first - 1].startswith(f"{' ' * indent}#"):
        first -= 1
    return first


def _end(lines: Sequence[str], start: int, indent: int) -> int:
    """Return the line after a record's last one; a comment inside it is indented deeper than its dash."""
    end = start + 1
    for number in range(start + 1, len(lines)):
        words = lines[number].lstrip(" ")
        if words and len(lines[number]) - len(words) <= indent:
            break
        if words:
            end = number + 1
    return end


def _names(records: Sequence[Any]) -> list[str] | None:
    """Return the name of each record, None where one has none to be put in order by."""
    names = [record.get("name") if isinstance(record, Mapping) else None for record in records]
    return names if all(isinstance(name, str) for name in names) else None  # type: ignore[return-value]


def _sorted(plain: Any, name: str) -> Any:  # noqa: ANN401  what YAML holds
    """Return what a file holds, with the lists that can be put in order."""
    records = []
    for record in plain[name]:
        parts = {part: _in_order(record[part]) for part in ORDERED[name] if isinstance(record.get(part), list)}
        records.append({**record, **parts})
    return {**plain, name: _in_order(records)}


def _in_order(records: list[Any]) -> list[Any]:
    names = _names(records)
    return records if names is None else [records[rank] for rank in in_order(names)]


def _read(text: str) -> Entries | None:
    source = YamlText(text, "")
    root = source.read()
    return root if isinstance(root, Entries) and not source.problems else None

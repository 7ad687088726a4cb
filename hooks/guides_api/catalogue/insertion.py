"""A record added to the text of a data file: at its place, in the file's own style, with every other byte kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guides_api.catalogue.listing import LISTED
from guides_api.catalogue.nodes import Entries, Items, Node, Scalar
from guides_api.catalogue.problems import folded
from guides_api.catalogue.strict_yaml import YamlText
from guides_api.catalogue.yaml_writing import record_lines

KINDS = ("editors", "use_cases")
_FILE = "data/{}.yaml"


def inserted(text: str, key: str, record: Mapping[str, object]) -> str:
    """Return the whole text of data/<key>.yaml with one more record.

    Editors stand in alphabetical order, a use case after the last of its bundle. Values are texts, true or false, lists
    and mappings; nothing checks that they make a valid record. Raises ValueError, in French, where what would be read
    back is anything but the old records and this one.
    """
    if key not in KINDS:
        raise ValueError(f"rien ne s’ajoute ainsi sous « {key} » : seulement sous {' ou '.join(KINDS)}.")
    source = YamlText(text, _FILE.format(key))
    root = source.read()
    if source.problems or not isinstance(root, Entries):
        told = "\n".join(map(str, source.problems)) or f"{source.path} : des lignes « clé: valeur » sont attendues."
        raise ValueError(told)
    found = root.get(key)
    if not isinstance(found, Items) and not (isinstance(found, Scalar) and found.value is None):
        raise ValueError(f"la liste « {key} » manque dans {_FILE.format(key)}.")
    items = found.items if isinstance(found, Items) else ()
    rank = _rank([item.plain for item in items], key, record)
    layout = _Layout(text, root, key, items)
    block = [f"{' ' * layout.indent}{line}" for line in record_lines([record], LISTED[key])]
    after = layout.with_block(block, rank)
    _ensure_only_added(root, after, key, rank, record)
    return after


def _rank(records: Sequence[Any], key: str, record: Mapping[str, object]) -> int:
    """Return how many of the records stand before the new one."""
    by = "name" if key == "editors" else "bundle"
    given = record.get(by)
    if not isinstance(given, str):
        raise ValueError(f"« {by} » manque : il dit où placer l’enregistrement.")  # noqa: TRY004  said to a person
    written = [str(other.get(by)) if isinstance(other, dict) else "" for other in records]
    if key == "editors":
        return next((rank for rank, name in enumerate(written) if folded(name) > folded(given)), len(written))
    return max((rank for rank, bundle in enumerate(written, 1) if bundle == given), default=len(written))


@dataclass(slots=True)
class _Layout:
    """Where the lines of a list stand in a file, and how they are laid out."""

    text: str
    root: Entries
    key: str
    items: Sequence[Node]

    @property
    def indent(self) -> int:
        """The spaces before the dash of a record."""
        if not self.items:
            return 2
        line = self.text.split("\n")[self.items[0].place.line - 1]
        return len(line) - len(line.lstrip(" "))

    def with_block(self, block: Sequence[str], rank: int) -> str:
        """Return the text with the block after the record before it, whatever comment leads to the next one."""
        end = "\r\n" if "\r\n" in self.text else "\n"
        lines = self.text.split("\n")
        at = self._line_after(lines, rank)
        kept = [f"{line}\n" for line in lines[:-1]] + [lines[-1]] * bool(lines[-1])
        if at and not kept[at - 1].endswith("\n"):
            kept[at - 1] += end
        written = [f"{line}{end}" for line in block]
        if self.items and self._spaced(lines):
            written = [end, *written] if rank else [*written, end]
        return "".join([*kept[:at], *written, *kept[at:]])

    def _line_after(self, lines: Sequence[str], rank: int) -> int:
        """Return the number of lines that stay above: up to the list's key, or to the end of the record before."""
        opened = next(written.place.line for written, _ in self.root.entries if written.value == self.key)
        if rank == 0:
            return opened
        start = self.items[rank - 1].place.line
        following = [item.place.line for item in self.items[rank:]]
        following += [written.place.line for written, _ in self.root.entries if written.place.line > opened]
        stop = min(following, default=len(lines) + 1)
        numbers = range(start, stop)
        return max(number for number in numbers if number == start or self._is_kept(lines[number - 1]))

    def _is_kept(self, line: str) -> bool:
        """Tell whether a line below a record's first one is part of it; a comment is when it is indented deeper."""
        words = line.lstrip(" ")
        return bool(words.strip()) and (not words.startswith("#") or len(line) - len(words) > self.indent)

    def _spaced(self, lines: Sequence[str]) -> bool:
        if len(self.items) == 1:
            return True
        first, second = (item.place.line for item in self.items[:2])
        return any(not line.strip() for line in lines[first : second - 1])


def _ensure_only_added(old: Entries, after: str, key: str, rank: int, record: Mapping[str, object]) -> None:
    source = YamlText(after, _FILE.format(key))
    new = source.read()
    before: Any = old.plain
    expected = {**before, key: [*(before[key] or [])[:rank], _as_read(record), *(before[key] or [])[rank:]]}
    if source.problems or new is None or new.plain != expected:
        raise ValueError(
            f"{source.path} est écrit d’une façon qui ne permet pas d’y ajouter sans risque : faites-le à la main."
        )


def _as_read(value: object) -> object:
    if isinstance(value, Mapping):
        return {name: _as_read(below) for name, below in value.items()}
    return [_as_read(below) for below in value] if isinstance(value, list | tuple) else value

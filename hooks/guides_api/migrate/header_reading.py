"""Anybody's front matter, read as far as it can be when it is no YAML, nor even closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import yaml

from guides_api.catalogue.strict_yaml import MAX_DEPTH, YamlText
from guides_api.migrate.header import Entry, Header, Kind, Trouble, Value

LONGEST = 64 * 1024  # letters of a header; what is longer is none
_REMEMBERED = 1024  # values: « true », « false » and days come back in each header
_FENCE = re.compile(r"---[ \t]*|\.\.\.[ \t]*")
_DRAWN = " \t-–—=*_~+.`"  # what a line drawn in place of a fence is made of
_FAST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SURELY_TEXT = re.compile(
    r"(?!(?:y|n|yes|no|on|off|true|false|null)\b)[^\W\d_]", re.IGNORECASE
)  # no other word means more
_RESOLVER = yaml.resolver.Resolver()
_COMMENT = re.compile(r"(?:^|\s)#(?P<words>.*)$")
_KEY = re.compile(r"(?P<key>[^\W\d][\w -]{0,40}?)[ \u00a0]*:(?:[ \t\u00a0]+(?P<value>\S.*?))?[ \t]*")
_SEVERAL = 2
_ITEM = re.compile(r"[ \t]*-[ \t\u00a0]+(?P<value>\S.*?)[ \t]*")
_QUOTED = re.compile(r"(?P<quote>[\"'])(?P<words>.*)(?P=quote)")


def split(lines: list[str]) -> tuple[Header, int]:
    """Return the header that lines start with, and the rank of the first line of what follows it."""
    opening = next((rank for rank, line in enumerate(lines) if line.strip()), len(lines))
    if opening == len(lines):
        return Header(), 0
    if not _FENCE.fullmatch(lines[opening]) or lines[opening].startswith("."):
        return _without_fence(lines, opening)
    closing = next((rank for rank in range(opening + 1, len(lines)) if _FENCE.fullmatch(lines[rank])), -1)
    troubles = []
    if opening:
        message = f"l’en-tête ne commence qu’à la ligne {opening + 1} : il doit ouvrir le fichier."
        troubles.append(Trouble("entete-absent", 1, message))
    end, after = closing, closing + 1
    if closing < 0 or not _is_a_header(lines[opening + 1 : closing]):
        troubles.append(Trouble("entete-non-ferme", opening + 1, "l’en-tête ouvert ici n’est jamais fermé."))
        end = next((rank for rank in range(opening + 1, len(lines)) if _ends(lines[rank])), len(lines))
        after = end + (end < len(lines) and bool(lines[end].strip()) and not lines[end].strip(_DRAWN))
    header = _read(lines[opening + 1 : end], opening + 2)
    return Header(header.entries, header.lines, opening + 2, (*troubles, *header.troubles)), after


def _without_fence(lines: list[str], opening: int) -> tuple[Header, int]:
    """Return the header that lines start with as if a fence opened it, where they look like one."""
    trouble = Trouble("entete-absent", 1, "le fichier ne commence pas par un en-tête « --- ».")
    end = next((rank for rank in range(opening, len(lines)) if _ends(lines[rank]) or _FENCE.fullmatch(lines[rank])), 0)
    keys = [found["key"] for line in lines[opening:end] if (found := _KEY.fullmatch(line))]
    if "title" not in keys and "layout" not in keys:
        return Header(troubles=(trouble,)), 0
    header = _read(lines[opening:end], opening + 1)
    return Header(header.entries, header.lines, opening + 1, (trouble,)), end + bool(_FENCE.fullmatch(lines[end]))


def _is_a_header(lines: list[str]) -> bool:
    """Tell whether lines between two fences are a header, or the text of a page up to some line drawn across it."""
    return not any(line.startswith("##") and re.match(r"#{2,6} \S", line) for line in lines)


def _ends(line: str) -> bool:
    return not line.strip(_DRAWN) or bool(re.match(r"#{1,6} \S", line)) or line.lstrip()[:1] in ("<", "|", "!", ">")


def _read(lines: list[str], first_line: int) -> Header:
    text = "\n".join(lines)
    if len(text) > LONGEST:
        message = f"l’en-tête dépasse {LONGEST // 1024} Kio."
        return Header((), tuple(lines), first_line, (Trouble("entete-illisible", first_line - 1, message),))
    try:
        entries = tuple(_Reader(lines, first_line).entries())
        return Header(entries, tuple(lines), first_line)
    except (yaml.YAMLError, _RefusedError, ValueError, OverflowError) as error:
        trouble = _told(text, first_line, error)
        return Header(tuple(_guessed(lines, first_line)), tuple(lines), first_line, (trouble,))


class _RefusedError(Exception):
    """The header is YAML, and no header: the line, counted from 0, and why."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True)
class _Reader:
    lines: list[str]
    first_line: int
    events: Iterator[yaml.Event] = field(init=False)

    def __post_init__(self) -> None:
        self.events = yaml.parse("\n".join(self.lines), Loader=_FAST_LOADER)

    def entries(self) -> Iterator[Entry]:
        """Yield the keys of the mapping that the header is."""
        for event in self.events:
            if isinstance(event, yaml.MappingStartEvent):
                break
            if isinstance(event, yaml.NodeEvent):
                if isinstance(event, yaml.ScalarEvent) and not event.value:
                    return
                raise _RefusedError(_start(event)[0], "des lignes « clé: valeur » sont attendues ici.")
        else:
            return
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key_line, key_end = _start(event)[0], _end(event)[1]
            key = self.value(event, 1)
            event = next(self.events)
            value = self.value(event, 1)
            same_line = _start(event)[0] == key_line and isinstance(event, yaml.ScalarEvent)
            block = same_line and getattr(event, "style", None) in ("|", ">")
            comment = "" if block else value.comment if same_line else self.comment(key_line, key_end)
            yield Entry(key.text, self.first_line + key_line, value, comment)
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                raise _RefusedError(_start(event)[0], "une ligne « --- » ouvre un second en-tête.")

    def value(self, event: yaml.Event, depth: int) -> Value:
        """Return the value that an event opens."""
        line = self.first_line + _start(event)[0]
        if depth > MAX_DEPTH:
            raise _RefusedError(_start(event)[0], f"plus de {MAX_DEPTH} niveaux imbriqués.")
        if isinstance(event, yaml.ScalarEvent):
            kind = _kind(event)
            return Value(kind, event.value, line, comment=self.comment(*_end(event)))
        if isinstance(event, yaml.AliasEvent):
            return Value(Kind.TEXT, f"*{event.anchor}", line)
        ending: type[yaml.Event]
        if isinstance(event, yaml.SequenceStartEvent):
            kind, ending = Kind.LIST, yaml.SequenceEndEvent
        else:
            kind, ending = Kind.MAPPING, yaml.MappingEndEvent
        items = []
        while not isinstance(below := next(self.events), ending):
            items.append(self.value(below, depth + 1))
        return Value(kind, "", line, tuple(items))

    def comment(self, line: int, column: int) -> str:
        """Return the comment that stands on a line (from 0) after a column, empty where there is none."""
        rest = self.lines[line][column:] if line < len(self.lines) else ""
        found = _COMMENT.search(rest) if "#" in rest else None
        return found["words"].strip() if found and rest[: found.start()].strip(" \t:,]") == "" else ""


def _start(event: yaml.Event) -> tuple[int, int]:
    """Return the line and the column where an event starts, from 0."""
    return (event.start_mark.line, event.start_mark.column) if event.start_mark else (0, 0)


def _end(event: yaml.Event) -> tuple[int, int]:
    return (event.end_mark.line, event.end_mark.column) if event.end_mark else (0, 0)


def _kind(event: yaml.ScalarEvent) -> Kind:
    if not (event.implicit[0] and event.style in (None, "")):
        return Kind.TEXT
    return Kind.TEXT if _SURELY_TEXT.match(event.value) else _resolved(event.value)


@lru_cache(maxsize=_REMEMBERED)
def _resolved(value: str) -> Kind:
    tag = str(_RESOLVER.resolve(yaml.ScalarNode, value, (True, False))).rpartition(":")[2]  # type: ignore[no-untyped-call]
    kinds = {"bool": Kind.FLAG, "int": Kind.NUMBER, "float": Kind.NUMBER, "timestamp": Kind.DAY, "null": Kind.NOTHING}
    return kinds.get(tag, Kind.TEXT)


def _told(text: str, first_line: int, error: Exception) -> Trouble:
    if isinstance(error, _RefusedError):
        return Trouble("entete-illisible", first_line + error.line, str(error))
    source = YamlText(text, "", first_line)
    source.read()
    told = sorted(source.problems, key=lambda problem: problem.rule != "yaml-invalide")
    for problem in told:
        return Trouble("entete-illisible", problem.place.line, f"{problem.message} {problem.remedy}".strip())
    return Trouble("entete-illisible", first_line, "ce texte n’est pas du YAML valide.")


def _guessed(lines: list[str], first_line: int) -> Iterator[Entry]:
    """Yield what lines that are no YAML most likely say, key by key."""
    entries: list[tuple[str, int, list[Value]]] = []
    for number, line in enumerate(lines, first_line):
        if found := _KEY.fullmatch(line):
            given = [_plain(found["value"], number)] if found["value"] and found["value"][0] not in "|>#" else []
            entries.append((found["key"].strip(), number, given))
        elif entries and line.startswith((" ", "\t")) and not line.lstrip().startswith("-"):
            entries[-1][2].append(Value(Kind.TEXT, line.strip(), number))
        elif entries and (item := _ITEM.fullmatch(line)):
            entries[-1][2].append(Value(Kind.LIST, "", number, (_plain(item["value"], number),)))
    for key, number, values in entries:
        items = tuple(item for value in values for item in value.items)
        yield Entry(key, number, _joined(values, items, number), next((value.comment for value in values), ""))


def _joined(values: list[Value], items: tuple[Value, ...], line: int) -> Value:
    """Return what lines under a key give it: a list, or one text."""
    if items or len(values) < _SEVERAL:
        first = next(iter(values), Value(Kind.NOTHING, "", line))
        return Value(Kind.LIST, "", line, items) if items else first
    return Value(Kind.TEXT, " ".join(value.text for value in values), line)


def _plain(written: str, line: int) -> Value:
    comment = _COMMENT.search(written)
    words = written[: comment.start()].strip() if comment and not written.startswith(("'", '"')) else written
    quoted = _QUOTED.fullmatch(words)
    flag = words.lower() in ("true", "false")
    text = quoted["words"] if quoted else words
    if not quoted and words.startswith("["):
        items = (item.strip().strip("\"'") for item in words.strip("[]").split(","))
        return Value(Kind.LIST, "", line, tuple(Value(Kind.TEXT, item, line) for item in items if item))
    said = comment["words"].strip() if comment and words != written else ""
    return Value(Kind.FLAG if flag else Kind.TEXT, text, line, comment=said)

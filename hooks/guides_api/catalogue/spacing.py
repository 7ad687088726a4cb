"""Spaces and signs that nobody sees: a text with ordinary ones in their place, or none where none is due."""

from __future__ import annotations

import re

from guides_api.catalogue.strict_yaml import YamlText

_NO_BREAK = "\u00a0\u2007\u202f"
_SPACE = f"[ {_NO_BREAK}]"
# Removed, these change no word; what turns the direction of reading does, and is left to a person.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_LINE = re.compile(
    rf"(?P<indent>[ \t{_NO_BREAK}]*)(?P<dashes>(?:-{_SPACE}+)*)(?:(?P<key>[a-z_]+)(?P<colon>{_SPACE}*:(?={_SPACE}|$)))?"
    rf"(?P<gap>{_SPACE}*)(?P<value>.*?)(?P<end>[ \t{_NO_BREAK}]*)"
)
_QUOTED = re.compile(rf"(?P<quote>[\"']){_SPACE}*(?P<words>.*?){_SPACE}*(?P=quote)")
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_TAB_WIDTHS = (2, 4, 8)


def with_plain_line_ends(text: str) -> str:
    """Return text with LF line ends, one at its end, and no byte order mark."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text.rstrip("\n") + "\n" if text.strip() else text


def without_invisible_signs(text: str) -> str:
    """Return text without the signs that have no width and change nothing to it."""
    return _INVISIBLE.sub("", text)


def with_ordinary_spaces(text: str) -> str:
    """Return YAML with ordinary spaces where YAML counts them, and none around values; those of a sentence stay."""
    return "\n".join(map(_with_ordinary_spaces, text.split("\n")))


def without_trailing_spaces(text: str) -> str:
    """Return YAML without spaces at the ends of its lines."""
    return _TRAILING.sub("", text)


def without_tabs(text: str) -> str:
    """Return YAML with spaces for tabs, as many as make it YAML; as it is where several numbers would, differently."""
    if "\t" not in text:
        return text
    text = "\n".join(line[: _indent(line)] + line[_indent(line) :].replace("\t", " ") for line in text.split("\n"))
    by_width = [_INDENT.sub(lambda found: found[0].replace("\t", " " * width), text) for width in _TAB_WIDTHS]  # noqa: B023  called at once
    read = [(candidate, _plain(candidate)) for candidate in by_width]
    good = [(candidate, plain) for candidate, plain in read if plain is not None]
    return good[0][0] if good and all(plain == good[0][1] for _, plain in good) else text


def _with_ordinary_spaces(line: str) -> str:
    found = _LINE.fullmatch(line)
    if found is None or not (set(_NO_BREAK) & set(line) or _QUOTED.fullmatch(found["value"])):
        return line
    colon = ("" if set(_NO_BREAK) & set(found["colon"]) else found["colon"][:-1]) + ":" if found["colon"] else ""
    gap = " " * bool(found["value"]) if set(_NO_BREAK) & set(found["gap"]) else found["gap"]
    value = _QUOTED.sub(r"\g<quote>\g<words>\g<quote>", found["value"]) if _QUOTED.fullmatch(found["value"]) else ""
    value = value or found["value"]
    value = _ordinary(value) if value[:1] in ("[", "{") else value
    return f"{_ordinary(found['indent'] + found['dashes'])}{found['key'] or ''}{colon}{gap}{value}"


def _ordinary(text: str) -> str:
    return re.sub(f"[{_NO_BREAK}]", " ", text)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _plain(text: str) -> object:
    source = YamlText(text, "")
    tree = source.read()
    return None if source.problems or tree is None else tree.plain

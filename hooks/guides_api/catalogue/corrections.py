"""What can be corrected without asking what was meant: pure functions of a text, each with its name in French."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from guides_api.catalogue import patterns
from guides_api.catalogue.arrangement import arranged
from guides_api.catalogue.datapass import form_in
from guides_api.catalogue.encodings import undamaged
from guides_api.catalogue.spacing import (
    with_ordinary_spaces,
    with_plain_line_ends,
    without_invisible_signs,
    without_tabs,
    without_trailing_spaces,
)

_NO_BREAK = "\u00a0\u2007\u202f"
_VALUE = re.compile(r"^(?P<before> *(?:- +)*(?:(?P<key>[a-z_]+): +)?)(?P<value>[^\s#\[{][^\n#]*?)(?= *$)", re.MULTILINE)
_ID_WITH_SPACES = re.compile(rf"[a-z0-9_/{_NO_BREAK}-]+")
_SPACE_IN_ID = re.compile(rf"(?<=[_/-])[{_NO_BREAK}]+|[{_NO_BREAK}]+(?=[_/-])")
_OF_FORMS = ("form", "id", "request")


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction and what it is called; `apply` gives a text that it would leave as it is."""

    name: str
    apply: Callable[[str], str]


def corrected(text: str, corrections: Iterable[Correction]) -> tuple[str, tuple[str, ...]]:
    """Return text with corrections applied until none changes anything, and the names of those that did."""
    names: dict[str, None] = {}
    left = list(corrections)
    while found := next(((item, after) for item in left if (after := item.apply(text)) != text), None):
        names[found[0].name] = None
        text = found[1]
    return text, tuple(names)


def with_plain_ids(text: str) -> str:
    """Return YAML without the no-break spaces beside a sign of an id, nor any in a SIREN, nor addresses for forms."""

    def plain(found: re.Match[str]) -> str:
        return found["before"] + _plain_value(found["key"] or "", found["value"])

    return _VALUE.sub(plain, text)


def plain_id(value: str) -> str:
    """Return an id without the no-break spaces that stand beside one of its signs."""
    return _SPACE_IN_ID.sub("", value) if _ID_WITH_SPACES.fullmatch(value) else value


def _plain_value(key: str, value: str) -> str:
    if key == "siren":
        digits = re.sub(rf"[ .{_NO_BREAK}]", "", value.strip("\"'"))
        return digits if re.fullmatch(patterns.SIREN, digits) else value
    if key in _OF_FORMS and (form := form_in(value.strip("\"'"))):
        return form
    return plain_id(value)


LINE_ENDS = Correction("fins de ligne", with_plain_line_ends)
OF_FILES = (
    LINE_ENDS,
    Correction("accents abîmés", undamaged),
)
OF_YAML = (
    Correction("caractères invisibles", without_invisible_signs),
    Correction("espaces insécables", with_ordinary_spaces),
    Correction("tabulations", without_tabs),
    Correction("espaces en fin de ligne", without_trailing_spaces),
    Correction("identifiants", with_plain_ids),
)


def of_data(name: str) -> tuple[Correction, ...]:
    """Return the corrections of data/<name>.yaml, in the order in which they apply."""
    return (*OF_FILES, *OF_YAML, Correction("ordre alphabétique", partial(arranged, name=name)))

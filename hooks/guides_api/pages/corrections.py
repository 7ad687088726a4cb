"""What can be corrected in a page without asking what was meant: its header as data, its prose as prose."""

from __future__ import annotations

import re
from functools import partial

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.corrections import LINE_ENDS, OF_FILES, OF_YAML, Correction, corrected, plain_id
from guides_api.catalogue.nodes import Entries, Scalar
from guides_api.catalogue.strict_yaml import YamlText
from guides_api.pages.code_spans import code_spans
from guides_api.pages.contents import without_contents
from guides_api.pages.datapass_links import with_computed_addresses
from guides_api.pages.reading import Reading
from guides_api.pages.spans import masked

_PAGE = re.compile(r"(-{3,}[ \t]*\n)(.*?\n)(-{3,}[ \t]*(?:\n|\Z))(.*)", re.DOTALL)
_APIS = "content/api/"
# An API bears the name that its catalogue gives it, whatever its apostrophes.
_WORDS = re.compile(r"^(?:title|tagline|excerpt):.*$", re.MULTILINE)
_STRAIGHT = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_ENDING = re.compile(r"[ \t]+$", re.MULTILINE)
_COMPONENT = re.compile(r"<[A-Z][A-Za-z0-9]*\s[^<>]*>")
_VALUE = re.compile(r'="(?P<value>[^"\n]*)"')
_AROUND = " \u00a0\u2007\u202f"


def corrected_page(text: str, path: str, catalogue: Catalogue) -> tuple[str, tuple[str, ...]]:
    """Return the text of a page of the project, with the names of the corrections that changed it."""
    text, names = corrected(text, OF_FILES)
    found = _PAGE.fullmatch(text)
    opening, header, closing, body = found.groups() if found else ("", "", "", text)
    of_words = () if path.startswith(_APIS) else (Correction(_APOSTROPHES, _with_apostrophes_in_header),)
    header, of_header = corrected(header, (*OF_YAML, *of_words))
    computed = partial(with_computed_addresses, catalogue=catalogue, use_case_id=_use_case(header))
    body, of_body = corrected(body, (*_OF_BODIES, Correction("adresses DataPass", computed)))
    whole, at_the_end = corrected(f"{opening}{header}{closing}{body}", (LINE_ENDS,))
    return whole, tuple(dict.fromkeys((*names, *of_header, *of_body, *at_the_end)))


def with_typographic_apostrophes(text: str) -> str:
    """Return Markdown with typographic apostrophes where somebody reads them: not in code, addresses nor attributes."""
    reading = Reading(text)
    return _STRAIGHT.sub(lambda found: "’" if reading.reads(found.start()) else found[0], text)


def without_needless_spaces(text: str) -> str:
    """Return Markdown without spaces at the ends of lines, but for two that break a line, nor any change to code."""
    shown = masked(text, code_spans(text))

    def kept(found: re.Match[str]) -> str:
        start = shown.rfind("\n", 0, found.start()) + 1
        line, below = shown[start : found.start()], shown[found.end() + 1 :].partition("\n")[0]
        breaks = len(found[0]) > 1 and line.strip() and below.strip() and not line.lstrip().startswith(("#", "|"))
        return found[0] if breaks else ""

    pieces, position = [], 0
    for found in _ENDING.finditer(shown):
        pieces += [text[position : found.start()], kept(found)]
        position = found.end()
    return "".join([*pieces, text[position:]])


def with_plain_attributes(text: str) -> str:
    """Return Markdown whose components have no space around an attribute's value, nor a no-break one in an id."""
    shown = masked(text, code_spans(text))
    pieces, position = [], 0
    for tag in _COMPONENT.finditer(shown):
        pieces += [text[position : tag.start()], _VALUE.sub(_plain_value, text[tag.start() : tag.end()])]
        position = tag.end()
    return "".join([*pieces, text[position:]])


def _plain_value(found: re.Match[str]) -> str:
    return f'="{plain_id(found["value"].strip(_AROUND))}"'


def _with_apostrophes_in_header(text: str) -> str:
    return _WORDS.sub(lambda found: _STRAIGHT.sub("’", found[0]), text)


def _use_case(header: str) -> str:
    """Return the use case that a header names, empty where it names none, or can't be read."""
    root = YamlText(header, "").read()
    named = root.get("use_case") if isinstance(root, Entries) else None
    return named.value if isinstance(named, Scalar) and isinstance(named.value, str) else ""


_APOSTROPHES = "apostrophes"
_OF_BODIES = (
    Correction("espaces en fin de ligne", without_needless_spaces),
    Correction("identifiants", with_plain_attributes),
    Correction("sommaire", without_contents),
    Correction(_APOSTROPHES, with_typographic_apostrophes),
)

"""The glossary's terms, explained where a page first uses them.

Each becomes a button that opens a small card, with no JavaScript needed; the cards stand at the end of the page, out of
the way of those who read it aloud, search it or copy it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from guides_api.catalogue.vocabulary import Term
from guides_api.pages import templating
from guides_api.pages.addresses import GLOSSARY
from guides_api.pages.components import COMPONENTS, Holds, On
from guides_api.pages.reading import Reading
from guides_api.pages.tags import parse, walk

_LINKED = re.compile(r"!?\[(?:[^\[\]]|\[[^\[\]]*\])*\](?=[(\[])|<(a|button|summary|h[1-6]|dt|th)\b.*?</\1>", re.DOTALL)
_EDGE = re.compile(r"[ \t>]*/{3,}(?P<opens>[ \t]*\w[^\n]*)?$")
_HEADING = re.compile(r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*#")
_UNDERLINE = re.compile(r"(?:=+|-+) *$")
_LAID_OUT = re.compile(r"html \| p\.")  # a page's own lead, tags, date
# What touches a button would be parted from it at the end of a line.
_BUTTON = r'<button type="button" class="term"[^>]*>[^<]*</button>'
_TOUCHED = re.compile(rf"\({_BUTTON}[).,]*|{_BUTTON}[).,]+")


def explained(text: str, on: On) -> str:
    """Return a page's source with each term of the glossary explained where it first stands in a sentence.

    Components must not be drawn yet: what they draw from the data explains itself.
    """
    terms = {_spelt(form): term for term in on.catalogue.glossary.values() if term.marked for form in term.forms}
    if not terms:
        return text
    pieces, position, shown = [], 0, dict[str, Term]()
    for start, end in _first_places(text, terms):
        term = terms[_form(text[start:end], terms)]
        shown[term.id] = term
        pieces += [text[position:start], _button(text[start:end], term)]
        position = end
    if not shown:
        return text
    link = on.link(GLOSSARY) if GLOSSARY in on.catalogue.pages else ""
    cards = templating.html("terms.html", {"terms": list(shown.values()), "glossary": link})
    marked = _TOUCHED.sub(r'<span class="term-wrap">\g<0></span>', "".join([*pieces, text[position:]]))
    return f"{marked}\n\n{cards}"


def _button(words: str, term: Term) -> str:
    return f'<button type="button" class="term" popovertarget="terme_{term.id}">{words}</button>'


def _first_places(text: str, terms: dict[str, Term]) -> Iterator[tuple[int, int]]:
    """Yield where each term first stands among words: no heading, link, card or table is touched."""
    reading, seen = Reading(text), set[str]()
    apart = [*(found.span() for found in _LINKED.finditer(text)), *_labels(text)]
    for line_start, line_end in _sentences(text):
        for found in _pattern(tuple(terms)).finditer(text, line_start, line_end):
            term = terms[_form(found[0], terms)].id
            inside = any(start <= found.start() < end for start, end in apart)
            if term not in seen and not inside and reading.reads(found.start()):
                seen.add(term)
                yield found.span()


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that are neither headings nor tables, nor what the layout says around the page's own words."""
    opened: list[bool] = []
    start = 0
    for line, below in pairwise([*text.split("\n"), ""]):
        end = start + len(line)
        if edge := _EDGE.fullmatch(line):
            if edge["opens"]:
                opened.append(bool(_LAID_OUT.search(edge["opens"])))
            elif opened:
                opened.pop()
        elif not (any(opened) or _HEADING.match(line) or _UNDERLINE.match(below) or "|" in line):
            yield start, end
        start = end + 1


def _labels(text: str) -> Iterator[tuple[int, int]]:
    """Yield the components that hold the words of a link or a button."""
    for element in walk(parse(text)[0]):
        component = COMPONENTS.get(element.name)
        if component and component.holds is Holds.TEXT:
            yield element.start, element.end


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(map(_as_written, longest_first))})(?![\w-])")


def _as_written(form: str) -> str:
    """Return the pattern of a form: a word may open a sentence, an acronym keeps its letters."""
    opening = "|".join(map(re.escape, _openings(form)))
    return rf"(?:{opening})" + r"\s".join(map(re.escape, form[1:].split(" "))).replace("’", "[’']")


def _openings(form: str) -> frozenset[str]:
    """Return the letters that a form may open with."""
    first = form[0]
    return frozenset((first, first.lower(), first.upper())) if form[1:2].islower() else frozenset((first,))


def _form(written: str, terms: dict[str, Term]) -> str:
    """Return the form that was recognised in a page's words."""
    words = _spelt(written)
    if words in terms:
        return words
    return next(form for form in terms if words in {opening + form[1:] for opening in _openings(form)})


def _spelt(form: str) -> str:
    """Return a form with single spaces and one kind of apostrophe: the others are the same words."""
    return " ".join(form.split()).replace("'", "’")

"""The glossary's terms, explained where a page first uses them.

Each becomes a button that opens a small card, with no JavaScript needed; the cards stand at the end of the page, out of
the way of those who read it aloud, search it or copy it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.vocabulary import Term
from guides_api.pages import templating
from guides_api.pages.addresses import GLOSSARY
from guides_api.pages.components import COMPONENTS, Holds, On
from guides_api.pages.reading import Reading
from guides_api.pages.spans import Span, end_of_span, joined
from guides_api.pages.tags import parse, walk

_LINKED = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\](?=[(\[])|<(a|button|summary|h[1-6]|dt|th)\b.*?</\1>", re.DOTALL)
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
    pieces, position, shown = [], 0, dict[str, Term]()
    for (start, end), term in _first_places(text, _marked(on.catalogue)):
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


def _first_places(text: str, marked: _Marked) -> Iterator[tuple[Span, Term]]:
    """Yield where each term first stands among words: no heading, link, card or table is touched."""
    written = [found for line in _sentences(text) for found in marked.pattern.finditer(text, *line)]
    if not written:
        return
    reading, seen = Reading(text), set[str]()
    apart = list(joined(sorted([*(found.span() for found in _LINKED.finditer(text)), *_labels(text)])))
    for found in written:
        term, start = marked.terms[_spelt(found[0])], found.start()
        if term.id not in seen and end_of_span(apart, start) is None and reading.reads(start):
            seen.add(term.id)
            yield found.span(), term


def _sentences(text: str) -> Iterator[Span]:
    """Yield the lines that are neither headings nor tables, nor what the layout says around the page's own words."""
    opened: list[bool] = []
    start = 0
    for line, below in pairwise([*text.split("\n"), ""]):
        end = start + len(line)
        if "///" in line and (edge := _EDGE.fullmatch(line)):
            if edge["opens"]:
                opened.append(bool(_LAID_OUT.search(edge["opens"])))
            elif opened:
                opened.pop()
        elif line and not (any(opened) or "|" in line or _heads(line, below)):
            yield start, end
        start = end + 1


def _heads(line: str, below: str) -> bool:
    return bool(("#" in line and _HEADING.match(line)) or (below.startswith(("=", "-")) and _UNDERLINE.match(below)))


def _labels(text: str) -> Iterator[Span]:
    """Yield the components that hold the words of a link or a button."""
    for element in walk(parse(text)[0]):
        component = COMPONENTS.get(element.name)
        if component and component.holds is Holds.TEXT:
            yield element.start, element.end


@dataclass(frozen=True, slots=True)
class _Marked:
    """The terms to explain, by each way to write their forms, and what finds all of these."""

    terms: Mapping[str, Term]
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def _marked(catalogue: Catalogue) -> _Marked:
    of_forms = {_spelt(form): term for term in catalogue.glossary.values() if term.marked for form in term.forms}
    opened: dict[str, Term] = {}
    for form, term in of_forms.items():
        for opening in _openings(form):
            opened.setdefault(opening + form[1:], term)
    return _Marked({**opened, **of_forms}, _pattern(of_forms))


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of the forms, the longest one first where several fit; at each word one letter tells most."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for form in sorted(forms, key=len, reverse=True):
        for opening in _openings(form):
            by_letter[opening[0]].append(re.escape(opening[1:]) + _below_opening(form))
    written = "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return re.compile(rf"(?<![\w’'-])(?:{written})(?![\w-])" if written else r"(?!)")


def _below_opening(form: str) -> str:
    """Return the pattern of a form but for its first letter."""
    return r"\s".join(map(re.escape, form[1:].split(" "))).replace("’", "[’']")


def _openings(form: str) -> frozenset[str]:
    """Return the letters that a form may open with: a word may open a sentence, an acronym keeps its letters."""
    first = form[0]
    return frozenset((first, first.lower(), first.upper())) if form[1:2].islower() else frozenset((first,))


def _spelt(form: str) -> str:
    """Return a form with single spaces and one kind of apostrophe: the others are the same words."""
    return " ".join(form.split()).replace("'", "’")

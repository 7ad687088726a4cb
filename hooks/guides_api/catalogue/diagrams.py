"""Diagrams: SVG files that pages show in their own colours.

What a page shows is written again from what was read here, element by element: nothing else can hide in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from guides_api.catalogue.problems import Place, Problem

_ELEMENTS = frozenset(
    "svg title desc defs g marker path rect circle ellipse line polyline polygon text tspan".split()  # noqa: SIM905
)
_WORDS = ("title", "desc")
_PAINTS = ("fill", "stroke", "color", "stop-color", "flood-color", "lighting-color")
_PAINT = re.compile(r"none|currentColor|url\(#[\w-]+\)|var\(--schema-[a-z-]+, *#[0-9a-fA-F]{3,6}\)")
_FORBIDDEN = re.compile(r"on.*|style|class|role|aria-.*|.*href", re.IGNORECASE)
_ELSEWHERE = re.compile(r"url\(\s*(?!#)|image\(|src\(|\w+:", re.IGNORECASE)
_COLOUR = "Écrivez currentColor, none, ou var(--schema-accent, #1b4b8f) : le schéma suit alors le site, "


@dataclass(frozen=True, slots=True)
class Diagram:
    """A drawing; `title` and `description` tell those who can't see it what it shows, `svg` is one line."""

    id: str
    title: str
    description: str
    svg: str


def diagram(text: str, path: str) -> tuple[Diagram | None, list[Problem]]:
    """Return the drawing of an SVG file, or None and what is wrong with it."""
    reading = _Reading(path)
    reading.read(text)
    if reading.problems:
        return None, reading.problems
    title, description = (" ".join(reading.words[tag].split()) for tag in _WORDS)
    name = path.rpartition("/")[2].removesuffix(".svg")
    return Diagram(name, title, description, " ".join("".join(reading.written).split())), []


class _StopError(Exception):
    """Nothing more is worth reading."""


@dataclass(slots=True)
class _Reading:
    path: str
    problems: list[Problem] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    line: int = 0

    def read(self, text: str) -> None:
        parser = expat.ParserCreate("utf-8")

        def start(name: str, attributes: dict[str, str]) -> None:
            self.line = parser.CurrentLineNumber
            self.start(name, attributes)

        def doctype(*_: object) -> None:
            self.line = parser.CurrentLineNumber
            self.refuse("déclaration DOCTYPE refusée", "Retirez-la.")
            raise _StopError

        parser.StartElementHandler = start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = doctype
        try:
            parser.Parse(text.encode(), True)  # noqa: FBT003  expat takes it by place
        except _StopError:
            return
        except expat.ExpatError as error:
            self.line = error.lineno
            remedy = "Ouvrez-le dans un navigateur, qui montre où il s’arrête, ou exportez-le de nouveau."
            self.problem("svg-illisible", "ce fichier n’est pas du SVG bien formé.", remedy)
            return
        self.line = 0
        for tag, lacking in zip(_WORDS, ("de titre", "de phrase qui le décrive"), strict=True):
            if not self.words.get(tag, "").strip():
                remedy = f"Ajoutez <{tag}>…</{tag}> juste après la balise <svg>."
                self.problem("schema-sans-texte", f"ce schéma n’a pas {lacking}.", remedy)

    @property
    def in_words(self) -> bool:
        """Whether what is read is a title or a description, which the page gives in its own way."""
        return not set(_WORDS).isdisjoint(self.opened)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name not in _ELEMENTS:
            self.refuse(f"élément <{name}> refusé", "Un schéma n’a que des formes, des lignes et du texte.")
        fixed = {"width", "height"} & attributes.keys()
        if not self.opened and (name != "svg" or "viewBox" not in attributes or fixed):
            remedy = 'Écrivez <svg viewBox="0 0 360 …"> sans width ni height.'
            self.refuse("racine sans viewBox, ou de taille fixe, refusée", remedy)
        for key, value in attributes.items():
            if _FORBIDDEN.fullmatch(key):
                self.refuse(f"attribut « {key} » refusé", "Retirez-le : ni style, ni lien, ni script dans un schéma.")
            elif key in _PAINTS and not _PAINT.fullmatch(value):
                self.refuse(f"couleur « {value[:40]} » refusée", f"{_COLOUR}en clair comme en sombre.")
            elif _ELSEWHERE.search(value) and not key.startswith("xmlns"):
                remedy = "Un schéma ne cite que ses propres parties : url(#nom)."
                self.refuse(f"adresse « {value[:40]} » refusée", remedy)
        self.opened.append(name)
        if not self.in_words:
            self.written.append(f"<{name}{''.join(f' {key}={quoteattr(attributes[key])}' for key in attributes)}>")

    def end(self, name: str) -> None:
        if not self.in_words:
            if self.written[-1].startswith(f"<{name}"):  # nothing was written since
                self.written[-1] = f"{self.written[-1][:-1]}/>"
            else:
                self.written.append(f"</{name}>")
        self.opened.pop()

    def text(self, words: str) -> None:
        if not self.in_words:
            self.written.append(escape(words))
        elif len(self.opened) == len(("svg", "title")):  # the drawing's own, not one of its parts'
            self.words[self.opened[1]] = self.words.get(self.opened[1], "") + words

    def refuse(self, what: str, remedy: str) -> None:
        self.problem("svg-refuse", f"{what} dans un schéma.", remedy)

    def problem(self, rule: str, message: str, remedy: str) -> None:
        self.problems.append(Problem(Place(self.path, self.line), rule, message, remedy=remedy))

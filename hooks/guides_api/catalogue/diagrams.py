"""Diagrams: SVG files that pages show in their own colours, checked so that nothing else can hide in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from guides_api.catalogue.problems import Place, Problem

_ELEMENTS = frozenset(
    "svg title desc defs g marker path rect circle ellipse line polyline polygon text tspan".split()  # noqa: SIM905
)
_PAINTS = ("fill", "stroke")
_PAINT = re.compile(r"none|currentColor|url\(#[\w-]+\)|var\(--schema-[a-z-]+, *#[0-9a-fA-F]{3,6}\)")
_FORBIDDEN = re.compile(r"on.*|style|class|.*href", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"<\?.*?\?>|<!--.*?-->|<(title|desc)\b.*?</\1>", re.DOTALL)
_BETWEEN_LINES = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Diagram:
    """A drawing; `title` and `description` say what it shows to those who can't see it, `svg` is one line."""

    id: str
    title: str
    description: str
    svg: str
    file: str


def diagram(text: str, path: str) -> tuple[Diagram | None, list[Problem]]:
    """Return the drawing of an SVG file, or None and what is wrong with it."""
    reading = _Reading(path)
    reading.read(text)
    if reading.problems:
        return None, reading.problems
    name = path.rpartition("/")[2].removesuffix(".svg")
    svg = _BETWEEN_LINES.sub(" ", _NOT_SHOWN.sub("", text)).strip()
    return Diagram(name, reading.words["title"], reading.words["desc"], svg, path), []


@dataclass(slots=True)
class _Reading:
    path: str
    problems: list[Problem] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)
    opened: list[str] = field(default_factory=list)
    line: int = 0

    def read(self, text: str) -> None:
        parser = expat.ParserCreate()

        def start(name: str, attributes: dict[str, str]) -> None:
            self.line = parser.CurrentLineNumber
            self.element(name, attributes)

        parser.StartElementHandler = start
        parser.EndElementHandler = lambda _name: self.opened.pop()
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = lambda *_: self.refuse("une déclaration DOCTYPE", "Retirez-la.")
        try:
            parser.Parse(text.encode(), True)  # noqa: FBT003  expat takes it by place
        except expat.ExpatError as error:
            self.line = error.lineno
            self.problems.append(self.problem("svg-illisible", "ce fichier n’est pas du SVG bien formé.", ""))
            return
        self.line = 0
        for tag, words in (("title", "un titre"), ("desc", "une phrase qui le décrit")):
            if not self.words.get(tag, "").strip():
                remedy = f"Ajoutez <{tag}>…</{tag}> juste après la balise <svg>."
                self.problems.append(self.problem("schema-sans-texte", f"ce schéma n’a pas {words}.", remedy))

    def element(self, name: str, attributes: dict[str, str]) -> None:
        if name not in _ELEMENTS:
            self.refuse(f"l’élément <{name}>", "Un schéma n’a que des formes, des lignes et du texte.")
        if not self.opened and (name != "svg" or "viewBox" not in attributes or "width" in attributes):
            self.refuse("une racine sans viewBox, ou de taille fixe", 'Écrivez <svg viewBox="0 0 360 …"> sans width.')
        for key, value in attributes.items():
            if _FORBIDDEN.fullmatch(key):
                self.refuse(f"l’attribut « {key} »", "Retirez-le : ni style, ni lien, ni script dans un schéma.")
            elif key in _PAINTS and not _PAINT.fullmatch(value):
                self.refuse(
                    f"la couleur « {value[:40]} »",
                    "Écrivez currentColor, none, ou var(--schema-accent, #1b4b8f) : le schéma suit alors le site, "
                    "en clair comme en sombre.",
                )
        self.opened.append(name)

    def text(self, words: str) -> None:
        if self.opened[-1] in ("title", "desc"):
            self.words[self.opened[-1]] = self.words.get(self.opened[-1], "") + words

    def refuse(self, what: str, remedy: str) -> None:
        self.problems.append(self.problem("svg-refuse", f"{what} : refusé dans un schéma.", remedy))

    def problem(self, rule: str, message: str, remedy: str) -> Problem:
        return Problem(Place(self.path, self.line), rule, message, remedy=remedy)

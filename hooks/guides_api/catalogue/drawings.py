"""SVG pictures: opened alone, such a file is a page of the site, and may run or load nothing.

Pages show it as they show a photograph. Unlike a diagram, it keeps its colours, and what drawing software notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from guides_api.catalogue.problems import Place, Problem

_SVG = "http://www.w3.org/2000/svg"
_ELEMENTS = frozenset(
    (  # noqa: SIM905  words read better than a column of them
        "svg title desc metadata defs g symbol use switch marker path rect circle ellipse line polyline polygon "
        "text tspan textPath image style linearGradient radialGradient stop pattern clipPath mask filter feBlend "
        "feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap "
        "feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode "
        "feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence"
    ).split()
)
# What drawing software notes for itself: no browser makes anything of it.
_NOTES = (
    "http://www.inkscape.org/namespaces/inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://purl.org/dc/elements/1.1/",
)
_WITHIN = re.compile(r"#[\w.-]+|data:image/(?:png|jpeg|webp|gif);base64,[\w+/=\s]*")
_ELSEWHERE = re.compile(r"@import|\\|\b(?:url|src|image|image-set)\((?!\s*[\"']?#)|script:", re.IGNORECASE)


def drawing_problems(text: str, path: str) -> Iterator[Problem]:
    """Yield what an SVG file may not hold, each thing once, at its first line."""
    reading = _Reading()
    try:
        reading.read(text)
    except expat.ExpatError as error:
        remedy = "Ouvrez-le dans un navigateur, qui montre où il s’arrête, ou exportez-le de nouveau."
        place = Place(path, error.lineno)
        yield Problem(place, "svg-illisible", "ce fichier n’est pas du SVG bien formé.", remedy=remedy)
        return
    remedy = "Exportez le dessin en « SVG simple », sans script, ni lien, ni police à charger."
    for what, line in reading.found.items():
        yield Problem(Place(path, line), "image-active", f"{what} : refusé dans une image.", remedy=remedy)


class _StopError(Exception):
    """Nothing more is worth reading."""


@dataclass(slots=True)
class _Reading:
    found: dict[str, int] = field(default_factory=dict)
    line: int = 0
    style: list[str] | None = None

    def read(self, text: str) -> None:
        parser = expat.ParserCreate("utf-8", " ")

        def start(name: str, attributes: dict[str, str]) -> None:
            self.line = parser.CurrentLineNumber
            self.start(*_named(name), attributes)

        def doctype(*_: object) -> None:
            self.line = parser.CurrentLineNumber
            self.refuse("déclaration DOCTYPE")
            raise _StopError

        def instruction(target: str, _data: str) -> None:
            self.line = parser.CurrentLineNumber
            self.refuse(f"instruction <?{target}?>")

        parser.StartElementHandler = start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = doctype
        parser.ProcessingInstructionHandler = instruction
        try:
            parser.Parse(text.encode(), True)  # noqa: FBT003  expat takes it by place
        except _StopError:
            return

    def start(self, space: str, name: str, attributes: dict[str, str]) -> None:
        if space in _NOTES:
            return
        if space != _SVG or name not in _ELEMENTS:
            self.refuse(f"élément <{name}>")
            return
        if name == "style":
            self.style = []
        for (kind, key), value in ((_named(written), value) for written, value in attributes.items()):
            if kind in _NOTES:
                continue
            leads = key == "href" and not _WITHIN.fullmatch(value)
            if leads or key.startswith("on") or key == "base" or _ELSEWHERE.search(value):
                self.refuse(f"attribut « {key} »")

    def end(self, _name: str) -> None:
        if self.style is not None and _ELSEWHERE.search("".join(self.style)):
            self.refuse("style qui cite un autre fichier")
        self.style = None

    def text(self, words: str) -> None:
        if self.style is not None:
            self.style.append(words)

    def refuse(self, what: str) -> None:
        self.found.setdefault(what[:80], self.line)


def _named(written: str) -> tuple[str, str]:
    """Return the namespace and the name of what expat reads."""
    space, _, name = written.rpartition(" ")
    return space, name

"""Component tags in Markdown: `<Name attribute="value">…</Name>` and `<Name />`, found outside code, as a tree."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from guides_api.catalogue.lengths import DEEPEST
from guides_api.catalogue.problems import Severity, folded
from guides_api.pages.code_spans import code_spans
from guides_api.pages.spans import end_of_span

HTML_CONTAINERS = ("details", "summary")
_OPENING = re.compile(r"<(?P<close>/?)(?P<name>[A-Z][A-Za-z0-9]*|details|summary)(?=[\s/>]|$)")
_LOWER_CASE = re.compile(r"</?([a-z][\w-]*)(?=[\s/>]|$)")  # an address in « < > » is none
_HTML_TOO = ("button", "source")  # components of these names exist, and so do HTML's own
_ATTRIBUTE = re.compile(r"\s+(?P<name>[A-Za-z_][\w:-]*)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'))?")
_ENDING = re.compile(r"\s*(?P<void>/?)>")

_SHOWN = 60
_MOST_TAGS = 1_000  # of a page


@dataclass(frozen=True, slots=True)
class Mistake:
    """A tag that can't be understood; `line` counts from 1 in the text."""

    line: int
    rule: str
    message: str
    remedy: str = ""
    severity: Severity = Severity.ERROR
    accepted: tuple[str, ...] = ()


@dataclass(slots=True)
class Element:
    """A component as written: offsets of the whole and of what it holds, in the text."""

    name: str
    attributes: dict[str, str]
    line: int
    start: int
    inner_start: int
    inner_end: int = -1
    end: int = -1
    children: list[Element] = field(default_factory=list)
    unclosed: bool = False

    @property
    def void(self) -> bool:
        """Whether it was written `<Name />`, with nothing inside."""
        return self.inner_end < 0


@dataclass(slots=True)
class _Tag:
    name: str
    closing: bool
    void: bool
    attributes: dict[str, str]
    start: int
    end: int


def parse(text: str) -> tuple[list[Element], list[Mistake]]:
    """Return the outermost components of a text, each with those inside it, and what could not be understood."""
    return _Parser(text).tree() if _OPENING.search(text) else ([], [])


def misspelt(text: str, names: Mapping[str, str]) -> Iterator[tuple[int, str, str]]:
    """Yield the line of each tag that isn't a component's but reads like one, as written, and the name it resembles.

    `names` maps names without case and punctuation to those of components.
    """
    for found in _LOWER_CASE.finditer(text):
        name = names.get(folded(found[1]))
        if name and found[1] not in _HTML_TOO and end_of_span(code_spans(text), found.start()) is None:
            yield text.count("\n", 0, found.start()) + 1, found[1], name


def walk(elements: list[Element]) -> Iterator[Element]:
    """Yield elements and all those inside them, in the order of the text."""
    waiting = elements[::-1]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += element.children[::-1]


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.mistakes: list[Mistake] = []
        self.line_ends = list(accumulate(len(line) + 1 for line in text.split("\n")))

    def tree(self) -> tuple[list[Element], list[Mistake]]:
        roots: list[Element] = []
        opened: list[Element] = []
        for rank, tag in enumerate(self.tags(), 1):
            if rank > _MOST_TAGS or len(opened) > DEEPEST:
                self.too_many(tag, opened)
                return [], self.mistakes
            if tag.closing:
                self.close(tag, opened)
                continue
            element = Element(tag.name, tag.attributes, self.line(tag.start), tag.start, tag.end, end=tag.end)
            (opened[-1].children if opened else roots).append(element)
            if not tag.void:
                opened.append(element)
        for element in opened:
            self.unclosed(element)
        return roots, sorted(self.mistakes, key=lambda mistake: mistake.line)

    def tags(self) -> Iterator[_Tag]:
        code = code_spans(self.text)
        position = 0
        while found := _OPENING.search(self.text, position):
            if (end := end_of_span(code, found.start())) is not None:
                position = end
                continue
            tag = self.tag(found)
            position = tag.end if tag else found.end()
            if tag:
                yield tag

    def tag(self, found: re.Match[str]) -> _Tag | None:
        name, position = found["name"], found.end()
        attributes: dict[str, str] = {}
        while attribute := _ATTRIBUTE.match(self.text, position):
            if attribute["name"] in attributes:
                self.mistake(
                    attribute.start("name"),
                    "attribut-en-double",
                    f"<{name}> : l’attribut « {attribute['name']} » est écrit deux fois.",
                    "Gardez-en un seul.",
                )
            value = attribute["double"] if attribute["double"] is not None else attribute["single"]
            attributes[attribute["name"]] = value or ""
            position = attribute.end()
        ending = _ENDING.match(self.text, position)
        if ending is None:
            written = self.text[found.start() : found.start() + _SHOWN].partition("\n")[0].rstrip()
            self.mistake(
                found.start(),
                "balise-mal-formee",
                f"<{name}> : balise mal écrite : « {written} ».",
                'Écrivez <Nom attribut="valeur"> : guillemets droits autour de la valeur, « > » à la fin.',
            )
            return None
        return _Tag(name, bool(found["close"]), bool(ending["void"]), attributes, found.start(), ending.end())

    def close(self, tag: _Tag, opened: list[Element]) -> None:
        if not any(element.name == tag.name for element in reversed(opened)):
            self.mistake(
                tag.start,
                "balise-fermante-seule",
                f"</{tag.name}> ferme une balise qui n’a pas été ouverte.",
                f"Supprimez-la, ou ouvrez <{tag.name}> plus haut.",
            )
            return
        while (element := opened.pop()).name != tag.name:
            self.unclosed(element)
        element.inner_end, element.end = tag.start, tag.end

    def too_many(self, tag: _Tag, opened: list[Element]) -> None:
        """Refuse, alone, what would be read without end."""
        self.mistakes = []
        if len(opened) > DEEPEST:
            message = f"<{opened[-1].name}> : plus de {DEEPEST} composants les uns dans les autres."
            self.mistake(opened[-1].start, "trop-imbrique", message, "Fermez-les, ou écrivez plus simplement.")
        else:
            message = f"plus de {_MOST_TAGS} balises de composants dans cette page."
            self.mistake(tag.start, "fichier-trop-gros", message, "Découpez-la en plusieurs pages.")

    def unclosed(self, element: Element) -> None:
        element.unclosed = True
        if element.name in HTML_CONTAINERS:
            remedy = f"Ajoutez </{element.name}>."
        else:
            remedy = f"Ajoutez </{element.name}>, ou écrivez <{element.name} … /> s’il n’entoure rien."
        self.mistake(element.start, "balise-non-fermee", f"<{element.name}> n’est jamais fermé.", remedy)

    def mistake(self, offset: int, rule: str, message: str, remedy: str) -> None:
        self.mistakes.append(Mistake(self.line(offset), rule, message, remedy))

    def line(self, offset: int) -> int:
        return bisect_right(self.line_ends, offset) + 1

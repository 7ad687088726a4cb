"""From Markdown with components to Markdown that any engine with Python-Markdown and PyMdown Extensions builds.

A component alone on its lines becomes a `/// html` block, which PyMdown accepts inside lists, quotes and tables of
contents alike; one among words becomes HTML on the same line. The indent or quote marks before a tag are repeated on
every line that replaces it.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from guides_api.catalogue.problems import closest, did_you_mean, folded
from guides_api.catalogue.references import references
from guides_api.catalogue.rules.references import unknown
from guides_api.catalogue.shapes import expected_values, remedy_of
from guides_api.pages import templating
from guides_api.pages.components import COMPONENTS
from guides_api.pages.components.base import Component, Holds, On
from guides_api.pages.tags import HTML_CONTAINERS, Element, Mistake, misspelt, parse, walk
from guides_api.pages.templating import Words

_PREFIX = re.compile(r"[ \t>]*")
_SLOT = "\x02"
_BY_FOLDED_NAME = {folded(name): name for name in COMPONENTS}
_OF_NAMES = ("extra_forbidden", "missing")  # errors about which attributes there are, and not about their values


def expand(text: str, on: On) -> str:
    """Return text with its components drawn. The text must have no mistakes: see `mistakes`."""
    elements, _ = parse(text)
    return _Expander(text, on).between(0, len(text), elements)


def mistakes(text: str, on: On) -> Iterator[Mistake]:
    """Yield what keeps a text's components from being drawn."""
    elements, found = parse(text)
    yield from found
    for element in walk(elements):
        yield from _misuses_of(text, element)
        yield from _refused_values(element, on)
    yield from _misspelt(text)


def misuses(text: str) -> Iterator[Mistake]:
    """Yield what is wrong in how components are written, whatever their attributes say: no catalogue is needed."""
    elements, found = parse(text)
    yield from found
    for element in walk(elements):
        yield from _misuses_of(text, element)
        model = COMPONENTS.get(element.name)
        if model is not None:
            for error in _errors(element, model):
                if error["type"] in _OF_NAMES or error["input"] == "":
                    yield _attribute_mistake(element, model, error)
    yield from _misspelt(text)


def _misspelt(text: str) -> Iterator[Mistake]:
    for line, written, name in misspelt(text, _BY_FOLDED_NAME):
        yield Mistake(line, "composant-inconnu", f"composant <{written}> inconnu.", f"Vouliez-vous dire « {name} » ?")


def _misuses_of(text: str, element: Element) -> Iterator[Mistake]:
    if element.name in HTML_CONTAINERS:
        return
    model = COMPONENTS.get(element.name)
    if model is None:
        message, remedy = f"composant <{element.name}> inconnu.", did_you_mean(element.name, COMPONENTS)
        accepted = () if remedy else tuple(sorted(COMPONENTS))
        yield Mistake(element.line, "composant-inconnu", message, remedy, accepted=accepted)
        return
    if model.holds is not Holds.NOTHING and element.void and not element.unclosed:
        message = f"<{element.name}> doit entourer un texte."
        yield Mistake(element.line, "composant-vide", message, f"Écrivez <{element.name}>…</{element.name}>.")
    if model.holds is Holds.BLOCKS and _prefix(text, element) is None:
        message = f"<{element.name}> n’est pas seul sur ses lignes."
        remedy = f"Mettez <{element.name} …> et </{element.name}> chacun sur une ligne, sans rien d’autre."
        yield Mistake(element.line, "composant-dans-une-phrase", message, remedy)
    if model.holds is Holds.NOTHING and not element.void:
        message = f"<{element.name}> n’entoure rien."
        yield Mistake(element.line, "composant-plein", message, f"Écrivez <{element.name} … />.")


def _refused_values(element: Element, on: On) -> Iterator[Mistake]:
    model = COMPONENTS.get(element.name)
    if model is None:
        return
    try:
        component = model.model_validate(element.attributes)
    except ValidationError as refused:
        for error in refused.errors():
            yield _attribute_mistake(element, model, error)
        return
    for _, kind, identifier in references(component):
        if not on.catalogue.knows(kind, identifier):
            known = sorted(on.catalogue.declared[kind])
            message, remedy = f"<{element.name}> : {unknown(kind, identifier)}.", did_you_mean(identifier, known)
            accepted = closest(identifier, known)
            yield Mistake(element.line, "reference-inconnue", message, remedy, accepted=accepted)


def _errors(element: Element, model: type[Component]) -> list[ErrorDetails]:
    try:
        model.model_validate(element.attributes)
    except ValidationError as refused:
        return refused.errors()
    return []


def _attribute_mistake(element: Element, model: type[Component], error: ErrorDetails) -> Mistake:
    name = str(error["loc"][0])
    names = tuple(model.model_fields)
    if error["type"] == "extra_forbidden":
        message = f"<{element.name}> : attribut « {name} » inconnu."
        remedy = did_you_mean(name, names) if names else "Ce composant n’a pas d’attribut."
        return Mistake(element.line, "attribut-inconnu", message, remedy, accepted=names)
    if error["type"] == "missing":
        message = f"<{element.name}> : l’attribut « {name} » manque."
        return Mistake(element.line, "attribut-manquant", message, f'Écrivez <{element.name} {name}="…">.')
    if error["input"] == "":
        remedy = f'Écrivez {name}="…", avec des guillemets droits.'
        return Mistake(element.line, "attribut-vide", f"<{element.name}> : « {name} » n’a pas de valeur.", remedy)
    if error["type"] == "enum":
        values = expected_values(error)
        message = f"<{element.name}> : « {error['input']} » n’est pas une valeur de « {name} »."
        return Mistake(element.line, "valeur", message, did_you_mean(str(error["input"]), values), accepted=values)
    remedy = remedy_of(error["type"], error["input"])
    return Mistake(element.line, error["type"], f"<{element.name}> : « {name} » : {error['msg']}", remedy)


def _prefix(text: str, element: Element) -> str | None:
    """Return what stands before a component that has its lines to itself, or None for one among words."""
    line_start = text.rfind("\n", 0, element.start) + 1
    before = text[line_start : element.start]
    line_end = text.find("\n", element.end)
    after = text[element.end : line_end if line_end >= 0 else len(text)]
    return before if _PREFIX.fullmatch(before) and not after.strip() else None


class _Expander:
    def __init__(self, text: str, on: On) -> None:
        self.text, self.on = text, on

    def between(self, start: int, end: int, elements: list[Element]) -> str:
        pieces, position = [], start
        for element in elements:
            pieces += [self.text[position : element.start], self.drawn(element)]
            position = element.end
        return "".join([*pieces, self.text[position:end]])

    def drawn(self, element: Element) -> str:
        component = COMPONENTS.get(element.name)
        prefix = None if component and component.inline else _prefix(self.text, element)
        if prefix is None:
            return self.among_words(element)
        lines = ["", *self.block(element, prefix).split("\n"), ""]
        return f"\n{prefix}".join(lines).replace(f"\n{prefix}\n", f"\n{prefix.rstrip()}\n")

    def slot(self, element: Element, prefix: str = "") -> Words:
        if element.void:
            return Words("")
        inner = self.between(element.inner_start, element.inner_end, element.children)
        lines = [line.removeprefix(prefix) for line in inner.split("\n")]
        return Words(textwrap.dedent("\n".join(lines)).strip("\n").strip() if prefix or lines else "")

    def block(self, element: Element, prefix: str) -> str:
        if element.name in HTML_CONTAINERS:
            opened = "[open=open]" if "open" in element.attributes else ""
            return f"/// html | {element.name}{opened}\n\n{self.slot(element, prefix)}\n\n///"
        component = self.component(element)
        values = component.values(self.on)
        name = _template(component)
        if component.holds is Holds.BLOCKS:
            return templating.markdown(f"{name}.md", {**values, "slot": self.slot(element, prefix)})
        slot = self.slot(element, prefix)
        html = templating.html(f"{name}.html", {**values, "slot": templating.escape(slot)})
        return f"/// html | div.c-{name.split('/')[1].replace('_', '-')}\n    markdown: html\n\n{html}\n\n///"

    def among_words(self, element: Element) -> str:
        inner = "" if element.void else self.between(element.inner_start, element.inner_end, element.children)
        if element.name in HTML_CONTAINERS:
            opened = " open" if "open" in element.attributes else ""
            return f"<{element.name}{opened}>{inner}</{element.name}>"
        component = self.component(element)
        html = templating.html(f"{_template(component)}.html", {**component.values(self.on), "slot": _SLOT})
        return templating.among_words(html).replace(_SLOT, inner)

    def component(self, element: Element) -> Component:
        return COMPONENTS[element.name].model_validate(element.attributes)


def _template(component: Component) -> str:
    words = re.findall(r"[A-Z][a-z0-9]*", component.tag())
    return f"components/{'_'.join(words).lower()}"

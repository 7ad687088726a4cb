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

from guides_api.catalogue.problems import did_you_mean
from guides_api.catalogue.references import references
from guides_api.catalogue.rules.references import unknown
from guides_api.pages import templating
from guides_api.pages.components import COMPONENTS
from guides_api.pages.components.base import Component, Holds, On
from guides_api.pages.tags import HTML_CONTAINERS, Element, Mistake, parse
from guides_api.pages.templating import Words

_PREFIX = re.compile(r"[ \t>]*")
_SLOT = "\x02"


def expand(text: str, on: On) -> str:
    """Return text with its components drawn. The text must have no mistakes: see `mistakes`."""
    elements, _ = parse(text)
    return _Expander(text, on).between(0, len(text), elements)


def mistakes(text: str, on: On) -> Iterator[Mistake]:
    """Yield what keeps a text's components from being drawn."""
    elements, found = parse(text)
    yield from found
    yield from _mistakes_in(elements, on)


def _mistakes_in(elements: list[Element], on: On) -> Iterator[Mistake]:
    for element in elements:
        yield from _mistakes_of(element, on)
        yield from _mistakes_in(element.children, on)


def _mistakes_of(element: Element, on: On) -> Iterator[Mistake]:
    if element.name in HTML_CONTAINERS:
        return
    model = COMPONENTS.get(element.name)
    if model is None:
        yield Mistake(
            element.line,
            "composant-inconnu",
            f"composant <{element.name}> inconnu.",
            did_you_mean(element.name, COMPONENTS) or f"Composants connus : {', '.join(sorted(COMPONENTS))}.",
        )
        return
    if model.holds is not Holds.NOTHING and element.void:
        message = f"<{element.name}> doit entourer un texte."
        yield Mistake(element.line, "composant-vide", message, f"Écrivez <{element.name}>…</{element.name}>.")
    if model.holds is Holds.NOTHING and not element.void:
        message = f"<{element.name}> n’entoure rien."
        yield Mistake(element.line, "composant-plein", message, f"Écrivez <{element.name} … />.")
    try:
        component = model.model_validate(element.attributes)
    except ValidationError as refused:
        for error in refused.errors():
            yield _attribute_mistake(element, model, error)
        return
    for _, kind, identifier in references(component):
        known = on.catalogue.declared.get(kind, frozenset())
        if identifier not in known:
            message = f"<{element.name}> : {unknown(kind, identifier)}."
            yield Mistake(element.line, "reference-inconnue", message, did_you_mean(identifier, sorted(known)))


def _attribute_mistake(element: Element, model: type[Component], error: ErrorDetails) -> Mistake:
    name = str(error["loc"][0])
    names = tuple(model.model_fields)
    if error["type"] == "extra_forbidden":
        message = f"<{element.name}> : attribut « {name} » inconnu."
        remedy = did_you_mean(name, names) or f"Attributs possibles : {', '.join(names) or 'aucun'}."
        return Mistake(element.line, "attribut-inconnu", message, remedy)
    if error["type"] == "missing":
        message = f"<{element.name}> : l’attribut « {name} » manque."
        return Mistake(element.line, "attribut-manquant", message, f'Écrivez <{element.name} {name}="…">.')
    if error["type"] == "enum":
        expected = str(error["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
        message = f"<{element.name}> : « {error['input']} » n’est pas une valeur de « {name} »."
        return Mistake(element.line, "valeur", message, f"Valeurs possibles : {expected}.")
    return Mistake(element.line, error["type"], f"<{element.name}> : « {name} » : {error['msg']}")


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
        prefix = self.prefix(element)
        if prefix is None:
            return self.among_words(element)
        lines = ["", *self.block(element, prefix).split("\n"), ""]
        return f"\n{prefix}".join(lines).replace(f"\n{prefix}\n", f"\n{prefix.rstrip()}\n")

    def prefix(self, element: Element) -> str | None:
        """Return what stands before a tag that has its lines to itself, or None for one among words."""
        line_start = self.text.rfind("\n", 0, element.start) + 1
        before = self.text[line_start : element.start]
        after = self.text[element.end :].split("\n", 1)[0]
        alone = _PREFIX.fullmatch(before) and not after.strip()
        component = COMPONENTS.get(element.name)
        return before if alone and not (component and component.inline) else None

    def slot(self, element: Element, prefix: str = "") -> Words:
        if element.void:
            return Words("")
        inner = self.between(element.inner_start, element.inner_end, element.children)
        lines = [line.removeprefix(prefix) for line in inner.split("\n")]
        return Words(textwrap.dedent("\n".join(lines)).strip("\n").strip() if prefix or lines else "")

    def block(self, element: Element, prefix: str) -> str:
        if element.name in HTML_CONTAINERS:
            mode = "\n    markdown: inline\n" if element.name == "summary" else ""
            return f"/// html | {element.name}{mode}\n\n{self.slot(element, prefix)}\n\n///"
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
            return f"<{element.name}>{inner}</{element.name}>"
        component = self.component(element)
        html = templating.html(f"{_template(component)}.html", {**component.values(self.on), "slot": _SLOT})
        return templating.among_words(html).replace(_SLOT, inner)

    def component(self, element: Element) -> Component:
        return COMPONENTS[element.name].model_validate(element.attributes)


def _template(component: Component) -> str:
    words = re.findall(r"[A-Z][a-z0-9]*", component.tag())
    return f"components/{'_'.join(words).lower()}"

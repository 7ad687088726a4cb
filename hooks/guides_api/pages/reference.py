"""The list of components for authors, made from the components themselves: docs/composants.md."""

from __future__ import annotations

from collections.abc import Iterator

import markdown
from pydantic.fields import FieldInfo

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.components import COMPONENTS, Component, Holds, On
from guides_api.pages.expand import expand

EXTENSIONS = ("attr_list", "sane_lists", "tables", "pymdownx.blocks.html")
_PAGE = "guides/exemple.md"
_HOLDS = {
    Holds.NOTHING: "N’entoure rien : `<{name} … />`.",
    Holds.TEXT: "Entoure quelques mots : `<{name} …>…</{name}>`.",
    Holds.BLOCKS: "Entoure du Markdown, seul sur ses lignes : `<{name} …>`, puis `</{name}>`.",
}
_INTRODUCTION = """\
# Les composants

Un composant est un bloc que l’on place dans un guide. Il s’écrit comme une balise, avec une majuscule, hors du code.
Un nom, un attribut ou un id qui n’existe pas est une erreur, signalée à sa ligne avec une suggestion.

Cette page est faite par `guides composants`, d’après le code et ses gabarits : ne la modifiez pas à la main.
Les exemples portent sur des données inventées.
"""


def component_reference(catalogue: Catalogue) -> str:
    """Return the reference in Markdown; `catalogue` is the example project's, which the examples quote."""
    return "\n".join([_INTRODUCTION, *(_section(name, catalogue) for name in sorted(COMPONENTS))])


def _section(name: str, catalogue: Catalogue) -> str:
    component = COMPONENTS[name]
    return "\n".join(
        [
            f"## {name}",
            "",
            component.doc,
            "",
            _HOLDS[component.holds].format(name=name) + (" Se place dans une phrase." if component.inline else ""),
            "",
            *_attributes(component),
            "```html",
            component.example,
            "```",
            "",
            *rendered(component, catalogue).split("\n"),
            "",
        ]
    )


def rendered(component: type[Component], catalogue: Catalogue) -> str:
    """Return a component's example as HTML."""
    text = expand(component.example, On(catalogue, _PAGE))
    return markdown.markdown(text, extensions=list(EXTENSIONS))


def _attributes(component: type[Component]) -> Iterator[str]:
    if component.model_fields:
        yield "| attribut | valeur | |"
        yield "|---|---|---|"
        for name, field in component.model_fields.items():
            yield f"| `{name}` | {field.description} | {_obligation(field)} |"
        yield ""


def _obligation(field: FieldInfo) -> str:
    return "obligatoire" if field.is_required() else "facultatif"

"""Components: those of this site under their names, the others as the text that they held."""

from __future__ import annotations

import re

from guides_api.catalogue.problems import folded
from guides_api.migrate.carry.move import Carried, Move
from guides_api.migrate.carry.text import Edit, Text
from guides_api.migrate.losses import Note
from guides_api.pages.components import COMPONENTS

_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Z][A-Za-z0-9.]*)"
    r"(?P<attributes>(?:\s+[A-Za-z_][\w:-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|\{[^{}<>]*\}))?)*)\s*(?P<void>/?)>"
)
_ATTRIBUTE = re.compile(
    r"(?P<space>\s+)(?P<name>[A-Za-z_][\w:-]*)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|\{(?P<code>[^{}<>]*)\}))?"
)
_QUOTED = re.compile(r"\s*([\"'`])(?P<words>[^\"'`]*)\1\s*")
_HTML = re.compile(r"(?:[A-Z]|[BH]R|H[1-6]|[UO]L|LI|EM|T[DRH]|IMG|DIV|SPAN|STRONG|TABLE|SUP|SUB|CENTER|FONT)")
_OTHER_NAMES = {
    "bouton": "Button",
    "citation": "Quote",
    "blockquote": "Quote",
    "carte": "Card",
    "grille": "Grid",
    "lienriche": "RichLink",
    "linkcard": "RichLink",
    "etapes": "Steps",
    "alert": "Callout",
    "alerte": "Callout",
    "encadre": "Callout",
    "note": "Callout",
    "info": "Callout",
    "editeurs": "Editors",
    "centre": "Centered",
}
_OTHER_ATTRIBUTES = {"url": "href", "to": "href", "author": "who", "auteur": "who", "role": "title", "titre": "title"}
_OURS = {folded(name): name for name in COMPONENTS} | _OTHER_NAMES


def components(text: Text, move: Move) -> Carried:
    """Return a text whose components are ours, with our attributes; of the others, what they held."""
    edits: list[Edit] = []
    notes: list[Note] = []
    for tag in _TAG.finditer(text.markdown.masked):
        if _HTML.fullmatch(tag["name"]):
            continue
        line, written = text.line(tag.start()), text.text[tag.start() : tag.end()]
        name = tag["name"] if tag["name"] in COMPONENTS else _OURS.get(folded(tag["name"]), "")
        if not name:
            edits.append(_removed(text.text, tag))
            notes += [move.loss("composant", line, _unknown(written))] if not tag["close"] else []
            continue
        attributes, told = _attributes(_TAG.fullmatch(written) or tag, name, line, move)
        notes += told
        new = f"<{tag['close']}{name}{attributes}{' /' if tag['void'] else ''}>"
        if (name, attributes) != (tag["name"], tag["attributes"]):
            edits.append((*tag.span(), new))
            if not tag["close"]:
                notes.append(move.change("composant", line, f"« {written} » s’écrit « {new} »."))
    return text.edited(edits), notes


def _unknown(written: str) -> str:
    return f"ce site n’a pas le composant {' '.join(written.split())} : seul le texte qu’il entourait est gardé."


def _removed(text: str, tag: re.Match[str]) -> Edit:
    """Return the edit that takes a tag away, with its line where it is alone on it."""
    start = text.rfind("\n", 0, tag.start()) + 1
    alone = not text[start : tag.start()].strip() and text[tag.end() : tag.end() + 1] in ("\n", "")
    return (start, min(tag.end() + 1, len(text)), "") if alone else (tag.start(), tag.end(), "")


def _attributes(tag: re.Match[str], name: str, line: int, move: Move) -> tuple[str, list[Note]]:
    pieces: list[str] = []
    notes: list[Note] = []
    fields = {folded(field): field for field in COMPONENTS[name].model_fields}
    for found in _ATTRIBUTE.finditer(tag["attributes"]):
        value = _value(found)
        other = _OTHER_ATTRIBUTES.get(found["name"].lower(), "")
        field = fields.get(folded(found["name"])) or (other if other in fields.values() else "")
        if field and value is not None:
            same = field == found["name"] and found["code"] is None
            pieces.append(found[0] if same else f"{found['space']}{field}={_in_quotes(value)}")
        else:
            message = f"<{name}> n’a pas d’attribut « {found['name']} » : il est retiré ; il valait : {_shown(found)}."
            notes.append(move.loss("attribut", line, message))
    return "".join(pieces), notes


def _value(found: re.Match[str]) -> str | None:
    """Return what an attribute is given, None where a program would have to tell."""
    if found["code"] is None:
        return found["double"] if found["double"] is not None else found["single"] or ""
    quoted = _QUOTED.fullmatch(found["code"])
    return quoted["words"] if quoted and "${" not in quoted["words"] else None


def _shown(found: re.Match[str]) -> str:
    return next((value for value in found.group("double", "single", "code") if value), "rien")


def _in_quotes(value: str) -> str:
    return f"'{value}'" if '"' in value else f'"{value}"'

"""YAML for people who list facts: plain mappings, lists and texts, each with its place, and nothing surprising.

Only true, false and null are special; duplicate keys, anchors, aliases, tags and deep nesting are refused. Parsing
uses libyaml where PyYAML has it; its pure Python parser then words the diagnosis, the same on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from guides_api.catalogue.nodes import Entries, Items, Node, Scalar
from guides_api.catalogue.problems import Place, Problem
from guides_api.catalogue.yaml_mistakes import diagnose

MAX_DEPTH = 12
MAX_KEYS = 100  # of one mapping: the longest that we write has 42
MAX_VALUES = 30_000  # of one file: the longest has 2 000
_SPECIAL: dict[str, bool | None] = {"true": True, "false": False, "null": None, "": None}
_CHARACTERS = (OverflowError, ValueError)  # an escape that stands for no character stops the pure Python parser so
_HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")
_STANDARD = "tag:yaml.org,2002:"
_FAST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class YamlText:
    """A YAML text at some line of a file; `first_line` is where its first line stands in that file."""

    text: str
    path: str
    first_line: int = 1
    problems: list[Problem] = field(default_factory=list)

    def read(self) -> Node | None:
        """Return the document's tree, or None when it is empty or can't be understood; say why in `problems`."""
        try:
            return _Builder(self, yaml.parse(self.text, Loader=_FAST_LOADER)).document()
        except _RefusedError:
            return None
        except (yaml.YAMLError, *_CHARACTERS) as error:
            self._explain(error)
            return None

    def place(self, line: int, column: int) -> Place:
        """Return the place in the file of a line and column of the text, both counted from 0."""
        return Place(self.path, self.first_line + line, column + 1)

    def place_of(self, event: yaml.Event) -> Place:
        """Return where an event of the parser starts."""
        return self.place(event.start_mark.line, event.start_mark.column) if event.start_mark else Place(self.path)

    def refuse(self, event: yaml.Event, rule: str, message: str, remedy: str = "") -> None:
        """Record a problem at an event of the parser."""
        self.problems.append(Problem(self.place_of(event), rule, message, remedy=remedy))

    def _explain(self, error: Exception) -> None:
        try:
            for _ in yaml.parse(self.text, Loader=yaml.SafeLoader):
                pass
        except yaml.YAMLError as explained:
            error = explained
        except _CHARACTERS:
            pass
        line, column, message, remedy = diagnose(self.text, error)
        self.problems.append(Problem(self.place(line, column), "yaml-invalide", message, remedy=remedy))


class _RefusedError(Exception):
    """The text is YAML that we do not accept, and the rest of it can't be read."""


class _Builder:
    def __init__(self, source: YamlText, events: Iterator[yaml.Event]) -> None:
        self.source = source
        self.events = events
        self.count = 0

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self.source.refuse(
                    event,
                    "yaml-plusieurs-documents",
                    "une ligne « --- » ouvre un second document dans ce fichier.",
                    "Supprimez cette ligne : un fichier ne contient qu’un document.",
                )
                raise _RefusedError
            if isinstance(event, yaml.NodeEvent):
                root = self.node(event, 1)
        return None if isinstance(root, Scalar) and root.value is None else root

    def node(self, event: yaml.Event, depth: int) -> Node:
        self.refuse_what_is_not_plain(event, depth)
        self.count += 1
        self.refuse_too_many(event, self.count, MAX_VALUES, "valeurs dans ce fichier")
        place = self.source.place_of(event)
        if isinstance(event, yaml.ScalarEvent):
            plain = event.implicit[0] and event.style in (None, "")
            return Scalar(place, _SPECIAL.get(event.value, event.value) if plain else event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(below := next(self.events), yaml.SequenceEndEvent):
                items.append(self.node(below, depth + 1))
            return Items(place, tuple(items))
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(below := next(self.events), yaml.MappingEndEvent):
            key = self.key(below, depth)
            value = self.node(next(self.events), depth + 1)
            if (first := entries.get(str(key.value))) is not None:
                self.source.problems.append(
                    Problem(
                        key.place,
                        "cle-en-double",
                        f"la clé « {key.value} » est écrite deux fois (déjà ligne {first[0].place.line}).",
                        remedy="Gardez une seule des deux lignes.",
                    )
                )
            else:
                entries[str(key.value)] = (key, value)
                self.refuse_too_many(below, len(entries), MAX_KEYS, "clés au même endroit")
        return Entries(place, tuple(entries.values()))

    def refuse_too_many(self, event: yaml.Event, count: int, most: int, what: str) -> None:
        if count > most:
            remedy = "Découpez-le, ou retirez ce qui n’a rien à y faire."
            self.source.refuse(event, "fichier-trop-gros", f"plus de {most} {what}.", remedy)
            raise _RefusedError

    def key(self, event: yaml.Event, depth: int) -> Scalar:
        if not isinstance(event, yaml.ScalarEvent):
            self.source.refuse(event, "yaml-cle", "une clé doit être un simple mot.", "Écrivez « clé: valeur ».")
            raise _RefusedError
        self.refuse_what_is_not_plain(event, depth)
        place = self.source.place_of(event)
        return Scalar(place, event.value)

    def refuse_what_is_not_plain(self, event: yaml.Event, depth: int) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self.source.refuse(
                event,
                "yaml-ancre",
                f"les renvois YAML (« {sign}{anchor} ») sont refusés.",
                f"Écrivez la valeur en toutes lettres, ou entre guillemets si le texte commence par « {sign} ».",
            )
            raise _RefusedError
        if tag is not None:
            self.source.refuse(
                event,
                "yaml-etiquette",
                f"les étiquettes YAML (« {tag.replace(_STANDARD, '!!')} ») sont refusées.",
                "Écrivez la valeur seule, ou entre guillemets si le texte commence par « ! ».",
            )
            raise _RefusedError
        if isinstance(event, yaml.ScalarEvent) and _HALF_CHARACTER.search(event.value):
            remedy = "Écrivez le caractère lui-même."
            self.source.refuse(event, "yaml-caractere", "code de caractère qui n’existe pas.", remedy)
            raise _RefusedError
        if depth > MAX_DEPTH:
            self.source.refuse(
                event,
                "yaml-trop-profond",
                f"plus de {MAX_DEPTH} niveaux imbriqués.",
                "Aplatissez la liste.",
            )
            raise _RefusedError

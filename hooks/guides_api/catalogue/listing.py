"""The data files, each around its records: one list, and the values that hold for all of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from guides_api.catalogue import applicants, deliberation, models, removed, rgaa, vocabulary
from guides_api.catalogue.documents import Document
from guides_api.catalogue.editors import Editor
from guides_api.catalogue.facts import Fact
from guides_api.catalogue.nodes import Items, Node, Plain, child
from guides_api.catalogue.problems import Problem, did_you_mean
from guides_api.catalogue.records import Record

# What people list in data/<name>.yaml, under the key <name>.
LISTED: Mapping[str, type[Record]] = {
    "sources": models.Source,
    "bundles": models.Bundle,
    "publics": models.Public,
    "providers": models.Provider,
    "modalities": models.Modality,
    "scopes": models.Scope,
    "legal_texts": models.LegalText,
    "use_cases": models.UseCase,
    "facts": Fact,
    "editors": Editor,
    "prerequisites": models.Prerequisite,
    "glossary": vocabulary.Term,
    "tags": vocabulary.Tag,
    "synonyms": vocabulary.Synonyms,
    "rgaa": rgaa.Criterion,
    "applicants": applicants.Applicant,
    "alternatives": applicants.Alternative,
    "mentions": deliberation.Mention,
    "signs": deliberation.Sign,
    "wordings": deliberation.Wording,
    "removed": removed.Removed,
    "samples": deliberation.Sample,
}

DEFAULTS = ("source", "checked_on")
_ANY_DAY = "2000-01-01"


@dataclass(slots=True)
class Listing:
    """The file of a kind of records, which stand under the kind's name; gathers what is wrong around them."""

    document: Document
    name: str
    model: type[Record]
    problems: list[Problem] = field(default_factory=list)

    def items(self) -> tuple[Node, ...] | None:
        """Return what is listed, or None where there is no list; refuse unknown keys around it."""
        keys = (*filter(self.model.model_fields.__contains__, DEFAULTS), self.name)
        for key, _ in self.document.root.entries:
            if key.value not in keys:
                wrong = str(key.value)
                message, remedy = f"clé « {wrong} » inconnue.", did_you_mean(wrong, keys)
                self.refuse("cle-inconnue", message, (wrong,), accepted=keys, remedy=remedy)
        items = self.document.root.get(self.name)
        if isinstance(items, Items):
            return items.items
        if items is None:
            message = f"la clé « {self.name} », qui ouvre la liste, manque."
            self.refuse("cle-manquante", message, remedy=f"Ajoutez une ligne « {self.name}: » au-dessus de la liste.")
            return None
        if items.plain is None:
            return ()
        message = f"« {self.name} » : une liste est attendue (une ligne « - … » par enregistrement)."
        self.refuse("type", message, (self.name,))
        return None

    def defaults(self, items: Collection[Node], source: str) -> dict[str, Plain | int]:
        """Return the values that hold for all records; refuse, once, the lack of one that they all need.

        A value stands in for the one that lacks, `source` or some day, so that other mistakes are still found.
        """
        found: dict[str, Plain | int] = {}
        for key in filter(self.model.model_fields.__contains__, DEFAULTS):
            given = self.document.root.get(key)
            if given is not None:
                found[key] = given.plain
            elif items and self.model.model_fields[key].is_required() and not any(child(item, key) for item in items):
                remedy = f"Ajoutez une ligne « {key}: … » au-dessus de la liste : elle vaudra pour tous."
                self.refuse("cle-manquante", f"la clé « {key} » manque en tête de ce fichier.", remedy=remedy)
                found[key] = source if key == "source" else _ANY_DAY
        return found

    def refuse(
        self,
        rule: str,
        message: str,
        at: tuple[str, ...] = (),
        accepted: tuple[str, ...] = (),
        remedy: str = "",
    ) -> None:
        """Record a problem at a path of the file."""
        self.problems.append(self.document.problem(rule, message, at, accepted=accepted, remedy=remedy))

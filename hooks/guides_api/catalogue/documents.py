"""A file that was read: finds the place and the French name of any value in it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from guides_api.catalogue.nodes import Entries, Node, Path, Scalar, nearest, place_of
from guides_api.catalogue.problems import Problem, Severity

NOUNS = {
    "sources": "source",
    "bundles": "bouquet",
    "publics": "public",
    "providers": "fournisseur",
    "modalities": "modalité d’appel",
    "scopes": "donnée",
    "use_cases": "cas d’usage",
    "editors": "éditeur",
    "solutions": "solution",
    "legal_texts": "texte de loi",
    "facts": "fait daté",
    "topics": "sujet",
    "prerequisites": "prérequis",
    "glossary": "terme",
    "tags": "thème",
    "synonyms": "groupe de synonymes",
    "rgaa": "critère",
    "applicants": "demandeur",
    "alternatives": "voie sans intégration",
    "legal_keys": "clé de data/legal.yaml",
    "rgaa_themes": "thématique",
    "diagrams": "schéma",
    "mentions": "mention",
    "signs": "indice",
    "wordings": "formulation",
    "removed": "page retirée",
    "samples": "texte d’exemple",
    "news": "actualité",
    "categories": "rubrique",
    "years": "année",
    "statements": "valeur",
    "forms": "formulaire",
    "apis": "API",
    "guides": "guide",
    "pages": "page",
    "files": "fichier",
    "written_pages": "page",
}
_NAMES = ("name", "title", "label", "reference", "id", "value")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Document:
    """The tree of one file; `noun` names the record that the whole file is, where it is one."""

    path: str
    root: Entries
    noun: str = ""

    def problem(  # noqa: PLR0913  a problem has that many parts
        self,
        rule: str,
        message: str,
        at: Path = (),
        *,
        accepted: tuple[str, ...] = (),
        remedy: str = "",
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """Return a problem about the value at a path of the tree.

        What a record takes from the top of its file is a problem of that line alone, and the same for every record.
        """
        at = at[-1:] if self._inherited(at) else at
        return Problem(place_of(self.root, at), rule, message, self.record(at), accepted, remedy, severity)

    def _inherited(self, at: Path) -> bool:
        if len(at) != len(("editors", 0, "source")) or not isinstance(at[-1], str):
            return False
        record = nearest(self.root, at[:-1])
        return isinstance(record, Entries) and record.get(at[-1]) is None and self.root.get(at[-1]) is not None

    def record(self, at: Path) -> str:
        """Name the record at a path as a person would: « éditeur « Exemple », solution « Logiciel » »."""
        named = [self._named(self.noun, self.root)] if self.noun else []
        for depth, (listed, index) in enumerate(pairwise(at), 2):
            if isinstance(index, int) and isinstance(listed, str) and listed in NOUNS:
                node = nearest(self.root, at[:depth])
                if isinstance(node, Entries):
                    named.append(self._named(NOUNS[listed], node, index + 1))
        return ", ".join(named)

    @staticmethod
    def _named(noun: str, node: Node, rank: int = 0) -> str:
        for key in _NAMES if isinstance(node, Entries) else ():
            value = node.get(key) if isinstance(node, Entries) else None
            if isinstance(value, Scalar) and isinstance(value.value, str) and value.value.strip():
                return f"{noun} « {' '.join(value.value.split())[:_SHOWN]} »"
        return f"{noun} n° {rank}" if rank else noun

"""The words that a délibération is read with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.problems import Problem, folded


def words_of_one_datum(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """The same words can't ask for two data: nobody could tell which."""
    first: dict[str, str] = {}
    for mention in catalogue.mentions.values():
        for rank, phrase in enumerate(mention.words):
            owner = first.setdefault(folded(phrase), mention.id)
            if owner != mention.id:
                yield mention.problem(
                    "tournure-en-double",
                    f"« {phrase} » désigne déjà « {catalogue.mentions[owner].label} ».",
                    *("words", rank),
                    remedy="Gardez ces mots dans une seule des deux mentions.",
                )

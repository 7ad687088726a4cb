"""Words that the search takes for one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.problems import Problem, folded


def synonyms_told_once(catalogue: Catalogue, _today: date) -> Iterator[Problem]:
    """A group equates at least two words, none of which it holds twice or the glossary equates already."""
    terms = {
        folded(form): term.id for term in catalogue.glossary.values() for form in (*term.forms, term.expansion) if form
    }
    for group in catalogue.synonyms.values():
        if len(group.words) == 1:
            yield group.problem(
                "synonyme-seul",
                f"« {group.words[0]} » est seul : un groupe réunit au moins deux mots.",
                "words",
                remedy="Ajoutez l’autre mot, ou retirez ce groupe.",
            )
        first: dict[str, str] = {}
        for rank, word in enumerate(group.words):
            key = terms.get(folded(word), folded(word))
            if key in first:
                term = catalogue.glossary.get(key)
                known = f", d’après le terme « {term.name} » du glossaire" if term else ""
                yield group.problem(
                    "synonyme-en-double",
                    f"« {word} » dit la même chose que « {first[key]} »{known}.",
                    *("words", rank),
                    remedy="Retirez l’un des deux.",
                )
            first.setdefault(key, word)

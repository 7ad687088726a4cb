"""Which use case somebody else's guide, or an address that they typed, is about: none where several would do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.datapass import form_in
from guides_api.catalogue.fields import slugified
from guides_api.catalogue.problems import folded
from guides_api.migrate.foreign import Guide

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3  # letters of a word that is more than grammar
_FEW = 2  # use cases that share a word which still tells them from all others
# Words that guides of any use case have.
_ORDINARY = (
    "accès aide api appel association aux base cas citoyens dématérialisation demande démarche demander des détection "
    "donnée éditeur exemple formulaire gestion guide habilitation instruction les logiciel mairie modalité municipal "
    "municipaux obtenir petite portail pour préremplissage public publique publics sans secteur service social sociale "
    "sociaux spécifique sur tarif tarification une usage utiliser votre"
)


@dataclass(frozen=True)
class UseCases:
    """The use cases of a catalogue, by what names them."""

    catalogue: Catalogue

    def of_guide(self, guide: Guide) -> frozenset[str]:
        """Return the use cases that a guide may be about, by its key, title or name; none where unsure."""
        given = guide.header.text("use_case")
        if given in self.catalogue.use_cases:
            return frozenset([given])
        return self.named(f"{guide.header.text('title')} {guide.slug}")

    def of_address(self, address: str, parameters: Mapping[str, list[str]]) -> frozenset[str]:
        """Return the use cases whose form an address opens, or that its parameters name."""
        if form := form_in(address):
            return self._by_form.get(form, frozenset())
        given = [value for name in ("use_case", "demarche") for value in parameters.get(name, ())]
        return frozenset(
            use_case for value in given for use_case in self._by_id.get(slugified(value)) or self.named(value)
        )

    def named(self, words: str) -> frozenset[str]:
        """Return the use cases that words name: by a name as a whole, else by the words that tell one from others."""
        whole = f"-{slugified(words)}-"
        longest = max((name for name in self._by_id if f"-{name}-" in whole), key=len, default="")
        if longest:
            return self._by_id[longest]
        told = [self._telling[word] for word in _stems(words) if word in self._telling]
        return frozenset.intersection(*told) if told else frozenset()

    @cached_property
    def _by_id(self) -> Mapping[str, frozenset[str]]:
        return {
            slugified(name): frozenset([item.id])
            for item in self.catalogue.use_cases.values()
            for name in (item.id, item.datapass_use_case, item.name)
            if slugified(name) not in map(slugified, _ORDINARY.split())
        }

    @cached_property
    def _by_form(self) -> Mapping[str, frozenset[str]]:
        own = {form.id: frozenset([item.id]) for item in self.catalogue.use_cases.values() for form in item.forms}
        return own | {solution.form: frozenset(solution.use_cases) for _, solution in self.catalogue.solutions()}

    @cached_property
    def _telling(self) -> Mapping[str, frozenset[str]]:
        """The words that few use cases have in their names, each with those whose guide speaks of it too."""
        names = {item.id: _stems(f"{item.id} {item.name}") for item in self.catalogue.use_cases.values()}
        guides = {item: self.catalogue.guide_of(item) for item in names}
        told = {item: _stems(f"{guide.title} {' '.join(guide.tags)}") for item, guide in guides.items() if guide}
        bundles = (bundle.name for bundle in self.catalogue.bundles.values())
        publics = (public.name for public in self.catalogue.publics.values())
        ordinary = _stems(" ".join([_ORDINARY, *bundles, *publics]))
        telling: dict[str, frozenset[str]] = {}
        for word in {word for words in names.values() for word in words} - ordinary:
            if sum(word in words for words in names.values()) <= _FEW:
                telling[word] = frozenset(item for item in names if word in names[item] | told.get(item, frozenset()))
        return telling


def _stems(words: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _WORD.findall(words) if len(word) >= _SHORTEST or word.isupper())


def _stem(word: str) -> str:
    key = folded(word)
    return key.removesuffix("s").removesuffix("x") if len(key) > _SHORTEST else key

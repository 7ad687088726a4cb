"""Which use case somebody else's guide, or an address that they typed, is about: none where several would do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.datapass import form_in
from guides_api.catalogue.fields import slugified
from guides_api.catalogue.problems import folded
from guides_api.migrate.foreign import Guide

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3  # letters of a word that is more than grammar
# Words of names that guides of any use case have, and words that name one which its own name lacks.
_ORDINARY = (
    "accès administration aide api appel associations base citoyens communes collectivité cas dématérialisation demande "
    "démarche demander des détection donnée éditeur entreprise exemple formulaire gestion guide habilitation instruction "
    "aux des les sur une logiciel mairie modalité municipal municipaux obtenir particulier petite portail pour préremplissage public "
    "publique publics sans secteur service social sociale sociaux spécifique tarif tarification usage utiliser votre"
)
_MORE = {
    "cantine": ("cantines-colleges-lycees-tarification", "tarification-municipale-enfance"),
    "restauration": ("cantines-colleges-lycees-tarification", "tarification-municipale-enfance"),
    "périscolaire": ("tarification-municipale-enfance",),
    "crèche": ("tarification-eaje",),
    "parking": ("stationnement-residentiel",),
    "bus": ("tarification-transports",),
}


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
        """The words that few use cases have, each with those that do."""
        holders: dict[str, set[str]] = {}
        for item in self.catalogue.use_cases.values():
            for word in _stems(f"{item.id} {item.name}"):
                holders.setdefault(word, set()).add(item.id)
        for word in _stems(_ORDINARY):
            holders.pop(word, None)
        known = self.catalogue.use_cases.keys()
        more = {_stem(word): known & set(ids) for word, ids in _MORE.items()}
        return {word: frozenset(ids) for word, ids in (holders | more).items() if ids}


def _stems(words: str) -> Iterable[str]:
    return {_stem(word) for word in _WORD.findall(words) if len(word) >= _SHORTEST or word.isupper()}


def _stem(word: str) -> str:
    key = folded(word)
    return key.removesuffix("s").removesuffix("x") if len(key) > _SHORTEST else key

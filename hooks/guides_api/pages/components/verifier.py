"""`<Verifier />`: reads the text of a délibération in the reader's browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.deliberation import Mention, Sign, Wording
from guides_api.catalogue.models import Ruling, UseCase
from guides_api.pages.components.base import Component, On

_READ = {
    "mentions": {"id", "words", "listed", "criteria", "excluded"},
    "signs": {"id", "kind", "words", "excluded", "mentions"},
    "wordings": {"id", "words", "excluded", "mentions", "excused"},
}


class Verifier(Component):
    """A form, the place of what it finds, and the rules that `verify.js` reads; hidden without JavaScript."""

    doc: ClassVar[str] = "Le formulaire qui vérifie une délibération ; caché sans JavaScript, il n’envoie rien."
    example: ClassVar[str] = "<Verifier />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the rules, and the use cases of the bundles whose data they know."""
        catalogue = on.catalogue
        known = known_bundles(catalogue)
        use_cases = [use_case for use_case in catalogue.use_cases.values() if use_case.bundle in known]
        return {
            "use_cases": use_cases,
            "samples": [
                {"id": sample.id, "words": f"{sample.title[0].lower()}{sample.title[1:]}"}
                for sample in catalogue.samples.values()
            ],
            "rules": {
                **{kind: [_plain(record, kept) for record in _of(catalogue, kind)] for kind, kept in _READ.items()},
                "rulings": {use_case.id: _rulings(catalogue, use_case) for use_case in use_cases},
            },
        }


def known_bundles(catalogue: Catalogue) -> frozenset[str | None]:
    """Return the bundles that have a datum among those that are recognised; None stands for being in no bundle."""
    return frozenset(bundle for mention in catalogue.mentions.values() for bundle in _bundles(catalogue, mention))


def _of(catalogue: Catalogue, kind: str) -> tuple[Mention | Sign | Wording, ...]:
    return tuple(getattr(catalogue, kind).values())


def _plain(record: Mention | Sign | Wording, kept: set[str]) -> Mapping[str, Any]:
    return record.model_dump(mode="json", include=kept)


def _apis(catalogue: Catalogue, mention: Mention) -> set[str]:
    return {api for scope in mention.scopes for api in catalogue.scopes[scope].apis}


def _bundles(catalogue: Catalogue, mention: Mention) -> set[str | None]:
    return {catalogue.apis[api].bundle for api in _apis(catalogue, mention)}


def _rulings(catalogue: Catalogue, use_case: UseCase) -> Mapping[str, str]:
    """Return what is to be told of data for a use case: its bundle lacks them, or has them in unjustified APIs only.

    It is said of the APIs: where one of them may serve, nothing is.
    """
    told = {}
    for mention in catalogue.mentions.values():
        apis = [api for api in _apis(catalogue, mention) if catalogue.apis[api].bundle == use_case.bundle]
        if not apis:
            told[mention.id] = "outside"
        elif all(catalogue.ruling(use_case, api) is Ruling.UNJUSTIFIED for api in apis):
            told[mention.id] = "unjustified"
    return told

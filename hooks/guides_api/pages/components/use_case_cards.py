"""`<UseCaseCards />`: the use cases, bundle by bundle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guides_api.catalogue.models import Ruling, UseCase
from guides_api.pages.addresses import use_case_path
from guides_api.pages.components.base import Component, On


class UseCaseCards(Component):
    """A card a use case: its publics, how many APIs serve it, how many solutions."""

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the bundles with their use cases."""
        return {
            "groups": [
                {
                    "id": bundle.id,
                    "name": bundle.name,
                    "subject": bundle.subject,
                    "cards": [
                        self._card(use_case, on)
                        for use_case in on.catalogue.use_cases.values()
                        if use_case.bundle == bundle.id
                    ],
                }
                for bundle in on.catalogue.bundles.values()
            ]
        }

    @staticmethod
    def _card(use_case: UseCase, on: On) -> Mapping[str, Any]:
        catalogue = on.catalogue
        guide = catalogue.guide_of(use_case.id)
        return {
            "name": use_case.name,
            "href": on.link(use_case_path(use_case.id)),
            "publics": [catalogue.publics[public].name for public in use_case.publics],
            "tagline": guide.tagline if guide else "",
            "apis": sum(len(catalogue.ruled(use_case, ruling)) for ruling in (Ruling.REQUIRED, Ruling.USEFUL)),
            "solutions": len(catalogue.solutions_for(use_case.id)),
        }

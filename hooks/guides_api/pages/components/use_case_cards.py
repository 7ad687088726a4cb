"""`<UseCaseCards />`: the use cases, bundle by bundle; or those of a bundle, of a legal text, of a public."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.models import Ruling, UseCase
from guides_api.catalogue.records import BundleRef, LegalTextRef, PublicRef
from guides_api.pages.addresses import case_file_path, checklist_path, use_case_path
from guides_api.pages.components.base import Component, On


class Door(enum.StrEnum):
    """What a card opens."""

    GUIDE = "guide"
    DELIBERATION = "deliberation"
    CASE_FILE = "case-file"


_PATHS = {Door.GUIDE: use_case_path, Door.DELIBERATION: checklist_path, Door.CASE_FILE: case_file_path}


class UseCaseCards(Component):
    """A card a use case: its publics, how many APIs serve it, how many solutions."""

    doc: ClassVar[str] = (
        "Les cas d’usage en cartes, par bouquet ; ou ceux d’un bouquet, d’un texte de loi, d’un public."
    )
    example: ClassVar[str] = "<UseCaseCards />"
    bundle: BundleRef | None = Field(None, description="id d’un bouquet, pour n’en montrer qu’un")
    legal_text: LegalTextRef | None = Field(None, description="id d’un texte, pour ne montrer que ce qui s’y appuie")
    public: PublicRef | None = Field(None, description="id d’un public, pour ne montrer que ce qui le concerne")
    to: Door = Field(
        Door.GUIDE,
        description="ce qu’ouvrent les cartes : guide, deliberation (la préparer) ou case-file (le dossier imprimable)",
    )

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the bundles with their use cases."""
        wanted = tuple(self._wanted(on.catalogue))
        groups = [
            {
                "id": bundle.id,
                "name": bundle.name,
                "subject": bundle.subject,
                "cards": [self._card(use_case, on) for use_case in wanted if use_case.bundle == bundle.id],
            }
            for bundle in on.catalogue.bundles.values()
            if self.bundle in (None, bundle.id)
        ]
        return {"groups": [group for group in groups if group["cards"]], "titled": self.bundle is None}

    def _wanted(self, catalogue: Catalogue) -> Iterator[UseCase]:
        concerned = catalogue.use_cases.values() if self.public is None else catalogue.use_cases_for(self.public)
        for use_case in concerned:
            if self.legal_text is None or self.legal_text in use_case.legal_texts:
                yield use_case

    def _card(self, use_case: UseCase, on: On) -> Mapping[str, Any]:
        catalogue = on.catalogue
        guide = catalogue.guide_of(use_case.id)
        return {
            "name": use_case.name,
            "href": on.link(_PATHS[self.to](use_case.id)),
            "publics": [catalogue.publics[public].name for public in use_case.publics],
            "public_ids": " ".join(public.id for public in catalogue.publics_of(use_case)),
            "tagline": guide.tagline if guide else "",
            "apis": sum(len(catalogue.ruled(use_case, ruling)) for ruling in (Ruling.REQUIRED, Ruling.USEFUL)),
            "solutions": len(catalogue.solutions_for(use_case.id)),
        }

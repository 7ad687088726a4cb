"""The collections of the catalogue: the records of each kind by id."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from guides_api.catalogue.applicants import Alternative, Applicant
from guides_api.catalogue.deliberation import Mention, Sample, Sign, Wording
from guides_api.catalogue.diagrams import Diagram
from guides_api.catalogue.editors import Editor
from guides_api.catalogue.facts import Fact
from guides_api.catalogue.legal import Legal
from guides_api.catalogue.models import (
    Api,
    Bundle,
    LegalText,
    Modality,
    Prerequisite,
    Provider,
    Public,
    Scope,
    Source,
    UseCase,
)
from guides_api.catalogue.removed import Removed
from guides_api.catalogue.rgaa import Criterion
from guides_api.catalogue.site import Site
from guides_api.catalogue.vocabulary import Synonyms, Tag, Term
from guides_api.catalogue.written import Guide, News, Page

Key = TypeVar("Key", bound=Hashable | None)
Item = TypeVar("Item")


@dataclass(frozen=True, eq=False)
class Collections:
    """All records by id, each collection in the order of its file; `declared` adds the ids of malformed records
    and leaves out the kinds whose ids could not all be read, `files` are those of `content/`, pages, images and others.
    """

    site: Site
    legal: Legal
    sources: Mapping[str, Source]
    bundles: Mapping[str, Bundle]
    publics: Mapping[str, Public]
    providers: Mapping[str, Provider]
    modalities: Mapping[str, Modality]
    apis: Mapping[str, Api]
    scopes: Mapping[str, Scope]
    legal_texts: Mapping[str, LegalText]
    use_cases: Mapping[str, UseCase]
    editors: Mapping[str, Editor]
    facts: Mapping[str, Fact]
    prerequisites: Mapping[str, Prerequisite]
    glossary: Mapping[str, Term]
    tags: Mapping[str, Tag]
    synonyms: Mapping[str, Synonyms]
    rgaa: Mapping[str, Criterion]
    applicants: Mapping[str, Applicant]
    alternatives: Mapping[str, Alternative]
    mentions: Mapping[str, Mention]
    signs: Mapping[str, Sign]
    wordings: Mapping[str, Wording]
    removed: Mapping[str, Removed]
    samples: Mapping[str, Sample]
    diagrams: Mapping[str, Diagram]
    guides: Mapping[str, Guide]
    news: Mapping[str, News]
    pages: Mapping[str, Page]
    declared: Mapping[str, frozenset[str]]
    files: frozenset[str]

    def knows(self, kind: str, identifier: str) -> bool:
        """Tell whether an id is a record's; of a kind that could not be read whole, any might be."""
        return identifier in self.declared.get(kind, (identifier,))


def grouped(pairs: Iterable[tuple[Key, Item]]) -> Mapping[Key, tuple[Item, ...]]:
    """Return the items of each key, in their order."""
    found: dict[Key, list[Item]] = {}
    for key, item in pairs:
        found.setdefault(key, []).append(item)
    return {key: tuple(items) for key, items in found.items()}

"""Those who wonder whether they may ask for access, and what serves those who have nobody to integrate an API."""

from __future__ import annotations

import enum
from typing import Annotated

from guides_api.catalogue.fields import Ref, Sentence, Slug, Title
from guides_api.catalogue.records import Addressed, BundleRef, ModalityRef, PageRef, Part, PublicRef, Sourced

ApplicantRef = Annotated[Slug, Ref("applicants")]
PrerequisiteRef = Annotated[Slug, Ref("prerequisites")]


class Eligibility(enum.StrEnum):
    """Whether an applicant may ask for access; `EXAMINED` when the legal team decides, case by case."""

    YES = "oui"
    EXAMINED = "a-examiner"
    NO = "non"


class Way(Part):
    """A page that helps somebody on, and what they find there."""

    page: PageRef
    words: Sentence


class Applicant(Sourced, Addressed):
    """A kind of reader, by what they call themselves; `publics` are those whose use cases they may choose from.

    Who is refused finds `ways` on, the applicants that they may turn out to be (`unless`) and, where their publics
    have use cases all the same, what is known of that `exception`.
    """

    id: Slug
    name: Title
    group: Title
    explanation: Sentence
    eligible: Eligibility
    reason: Sentence | None = None
    publics: tuple[PublicRef, ...] = ()
    unless: tuple[ApplicantRef, ...] = ()
    exception: Sentence | None = None
    ways: tuple[Way, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether this applicant may not ask."""
        return self.eligible is Eligibility.NO


class Alternative(Sourced):
    """A service that does without integrating a bundle's APIs.

    It answers the use cases that want its modality's API, or all those of its bundle. `publics` are those that it is
    known to be made for, all if there are none; it spares them some prerequisites.
    """

    id: Slug
    name: Title
    explanation: Sentence
    bundle: BundleRef
    page: PageRef
    modality: ModalityRef | None = None
    publics: tuple[PublicRef, ...] = ()
    spares: tuple[PrerequisiteRef, ...] = ()
    note: Sentence | None = None

    def made_for(self, applicant: Applicant) -> bool:
        """Tell whether a source says that it is made for an applicant."""
        return not self.publics or not set(self.publics).isdisjoint(applicant.publics)

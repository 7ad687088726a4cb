"""The records that people list: typed, joined by ids. Their shape is checked here, their meaning in `rules`."""

from __future__ import annotations

import enum
from typing import Annotated

from pydantic import Field, StrictBool

from guides_api.catalogue.fields import (
    ApiId,
    DataPassUseCase,
    Day,
    Email,
    FormId,
    Https,
    Label,
    Paragraph,
    ScopeId,
    Sentence,
    Slug,
    Title,
    When,
)
from guides_api.catalogue.forms import ApiForm, Deliberation, Form
from guides_api.catalogue.marks import ShortFor
from guides_api.catalogue.records import (
    Addressed,
    ApiRef,
    BundleRef,
    LegalTextRef,
    ModalityRef,
    Part,
    ProviderRef,
    PublicRef,
    Record,
    Sourced,
)


class Source(Record):
    """A publication that facts are taken from; `short` names it in a sentence."""

    id: Slug
    title: Title
    short: Title | None = None
    checked_on: Day
    date: When | None = None
    url: Https | None = None


class Bundle(Sourced, Addressed):
    """A set of APIs that one access request opens."""

    id: Slug
    name: Title
    summary: Sentence
    operator: Title
    catalogue_url: Https
    contact: Email
    subject: Title


class Public(Sourced, Addressed):
    """Who a use case is for; a public may stand for several others."""

    id: Slug
    name: Title
    description: Sentence
    includes: tuple[PublicRef, ...] = ()


class Provider(Sourced, Addressed):
    """The administration or body that an API's data comes from."""

    id: Slug
    name: Title
    full_name: Title | None = None


class Modality(Sourced):
    """A way to tell an API whom a call is about, or to do without a call (the collection form)."""

    id: Slug
    name: Title
    explanation: Sentence
    franceconnect: StrictBool = False
    api: ApiRef | None = None
    request: FormId | None = None


class Prerequisite(Sourced):
    """What to have at hand before asking for access; `prefilled` when an editor's own form already holds it."""

    id: Slug
    name: Title
    explanation: Sentence
    prefilled: StrictBool = False


class Access(enum.StrEnum):
    """Who may call an API."""

    AUTHORIZATION = "habilitation"
    OPEN_DATA = "donnees-publiques"


class FranceConnect(enum.Enum):
    """Whether an API can be called with FranceConnect."""

    ONLY = "only"
    POSSIBLE = "possible"
    NO = "no"


class Api(Sourced, Addressed):
    """An API: the facts are its page's front matter, `body` the prose under it."""

    id: ApiId
    title: Title
    bundle: BundleRef | None = None
    providers: Annotated[tuple[ProviderRef, ...], Field(min_length=1)]
    call_modalities: Annotated[tuple[ModalityRef, ...], Field(min_length=1)]
    access: Access
    forms: tuple[ApiForm, ...] = ()
    comment: Sentence | None = None
    aliases: tuple[ApiId, ...] = ()
    body: Annotated[str, Field(exclude=True)] = ""
    body_line: Annotated[int, Field(exclude=True)] = 0

    @property
    def path(self) -> str:
        """The page's file below `content/`."""
        return f"api/{self.id.replace('_', '-')}.md"


class Scope(Sourced, Addressed):
    """A datum that an access request can tick; `official` is false where DataPass's own id isn't known."""

    id: ScopeId
    label: Label
    apis: tuple[ApiRef, ...]
    heading: Title | None = None
    finalities: tuple[Sentence, ...] = ()
    official: StrictBool = True
    aliases: tuple[ScopeId, ...] = ()


class Ruling(enum.StrEnum):
    """What was ruled on an API for a use case. It says nothing about any one of the API's data."""

    REQUIRED = "required"
    USEFUL = "useful"
    UNJUSTIFIED = "unjustified"
    NOT_RULED = "not_ruled"


class RuledApi(Part):
    """An API in one of a use case's lists, with what is to be known about that ruling."""

    api: ApiRef
    comment: Sentence | None = None


RuledApis = tuple[Annotated[RuledApi, ShortFor("api")], ...]


class Rulings(Part):
    """The APIs somebody has ruled on; all others are *non statué*."""

    required: RuledApis = ()
    useful: RuledApis = ()
    unjustified: RuledApis = ()


class UseCase(Sourced, Addressed):
    """A démarche for which data may be asked."""

    id: Slug
    name: Title
    bundle: BundleRef
    publics: Annotated[tuple[PublicRef, ...], Field(min_length=1)]
    datapass_use_case: DataPassUseCase
    forms: Annotated[tuple[Form, ...], Field(min_length=1)]
    apis: Rulings = Rulings()
    legal_texts: tuple[LegalTextRef, ...] = ()
    legal_note: Sentence | None = None
    deliberation: Deliberation = Deliberation()
    note: Sentence | None = None


class LegalText(Sourced, Addressed):
    """A law, decree or code article."""

    id: Slug
    reference: Title
    short: Title
    applies_to: Title
    summary: Paragraph
    url: Https | None = None

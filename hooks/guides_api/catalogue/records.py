"""What every record is: frozen, refusing what it does not know, aware of where it was read."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, PrivateAttr

from guides_api.catalogue.documents import Document
from guides_api.catalogue.fields import (
    ApiId,
    Day,
    Ref,
    ScopeId,
    Slug,
    Title,
)
from guides_api.catalogue.nodes import Path
from guides_api.catalogue.problems import Place, Problem, Severity

SourceRef = Annotated[Slug, Ref("sources")]
BundleRef = Annotated[Slug, Ref("bundles")]
PublicRef = Annotated[Slug, Ref("publics")]
ProviderRef = Annotated[Slug, Ref("providers")]
ModalityRef = Annotated[Slug, Ref("modalities")]
UseCaseRef = Annotated[Slug, Ref("use_cases")]
LegalTextRef = Annotated[Slug, Ref("legal_texts")]
ApiRef = Annotated[ApiId, Ref("apis")]
PageRef = Annotated[Title, Ref("written_pages")]
FactRef = Annotated[Slug, Ref("facts")]
TopicRef = Annotated[Slug, Ref("topics")]
YearRef = Annotated[Slug, Ref("years")]
CategoryRef = Annotated[Slug, Ref("categories")]
RgaaThemeRef = Annotated[Slug, Ref("rgaa_themes")]
DiagramRef = Annotated[Slug, Ref("diagrams")]
ScopeRef = Annotated[ScopeId, Ref("scopes")]


class Part(BaseModel):
    """A piece of a record: nothing unknown is accepted, nothing changes once read."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Record(Part):
    """Something with an id of its own; it remembers the document it was read from."""

    _document: Document | None = PrivateAttr(default=None)
    _path: Path = PrivateAttr(default=())

    def read_from(self, document: Document, path: Path) -> None:
        """Tell the record where it was read; only the loader does."""
        self._document, self._path = document, path

    @property
    def file(self) -> str:
        """The file that the record was read from, below the project's root."""
        return self._document.path if self._document else ""

    def place(self, *at: str | int) -> Place:
        """Return where the value at a path of this record stands."""
        return self.problem("", "", *at).place

    def problem(
        self,
        rule: str,
        message: str,
        *at: str | int,
        accepted: tuple[str, ...] = (),
        remedy: str = "",
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """Return a problem about the value at a path of this record, with its line."""
        if self._document is None:
            msg = "a record made by hand has no place to complain about"
            raise ValueError(msg)
        return self._document.problem(
            rule, message, (*self._path, *at), accepted=accepted, remedy=remedy, severity=severity
        )


class Addressed(Record):
    """A record that addresses are made of; `aliases` are the ids that it had, whose addresses still lead to it."""

    aliases: tuple[Slug, ...] = ()


class Sourced(Record):
    """A record that says where it comes from and when somebody last checked it."""

    source: SourceRef
    checked_on: Day


def twice(record: Record, first: Record) -> Problem:
    """Return the problem of a record that bears the id of an earlier one, or repeats it whole."""
    place = first.place("id")
    if record.model_dump() == first.model_dump():
        message, remedy = f"cette fiche est déjà écrite, à l’identique ({place}).", "Supprimez l’une des deux."
    else:
        message = f"l’identifiant « {getattr(first, 'id', '')} » est déjà pris ({place})."
        remedy = "Donnez-lui un identifiant à lui, ou supprimez le doublon."
    return record.problem("identifiant-en-double", message, "id", remedy=remedy)

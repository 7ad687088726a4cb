"""The exports. A new one: its records in a module beside this one, its line below.

Version 1 is a promise: a field, once published, keeps its key, its type and its meaning. New fields come at the end of
a record; anything else is a version 2, in a folder of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Generic, Protocol, TypeVar, cast

from pydantic import BaseModel, ConfigDict

from guides_api.pages.exports.apis import ApiRecord, RulingRecord, api_records, ruling_records
from guides_api.pages.exports.editors import (
    CoverageRecord,
    EditorRecord,
    SolutionRecord,
    coverage_records,
    editor_records,
    solution_records,
)
from guides_api.pages.exports.facts import FactRecord, fact_records
from guides_api.pages.exports.record import Exported, Origin, told
from guides_api.pages.exports.scopes import ScopeRecord, scope_records
from guides_api.pages.exports.use_cases import UseCaseRecord, use_case_records


class Dated(Protocol):
    """What every record says of itself."""

    @property
    def checked_on(self) -> date: ...


@dataclass(frozen=True, slots=True)
class Export:
    """A kind of records: the name of its files, what pages call it, what one line of it is."""

    name: str
    title: str
    line: str
    model: type[Exported]
    records: Callable[[Origin], Iterable[Dated]]


EXPORTS: dict[str, Export] = {
    export.name: export
    for export in (
        Export("api", "API", "une API", ApiRecord, api_records),
        Export("cas-usage", "Cas d’usage", "un cas d’usage", UseCaseRecord, use_case_records),
        Export(
            "classes",
            "Classes des API",
            "une API et un cas d’usage : indispensable, utile, injustifiée ou non statuée",
            RulingRecord,
            ruling_records,
        ),
        Export("donnees", "Données", "une donnée que l’on peut cocher dans une demande", ScopeRecord, scope_records),
        Export("editeurs", "Éditeurs", "un éditeur de logiciels", EditorRecord, editor_records),
        Export("logiciels", "Logiciels", "un logiciel et son formulaire prérempli", SolutionRecord, solution_records),
        Export(
            "couverture",
            "Couverture",
            "un logiciel et un cas d’usage : combien d’API indispensables ou utiles son formulaire couvre",
            CoverageRecord,
            coverage_records,
        ),
        Export(
            "faits",
            "Faits datés",
            "ce qu’une source dit d’un chiffre, d’un délai ou d’une règle",
            FactRecord,
            fact_records,
        ),
    )
}

_Record = TypeVar("_Record", bound=Exported)


class Licence(BaseModel):
    """On which terms the records may be reused."""

    model_config = ConfigDict(frozen=True)

    name: Annotated[str, told("nom", "Nom", "Le nom de la licence.")]
    url: Annotated[str, told("adresse", "Adresse", "L’adresse de son texte.")]


LICENCE = Licence(name="Licence Ouverte 2.0", url="https://www.etalab.gouv.fr/licence-ouverte-open-licence/")


class Document(BaseModel, Generic[_Record]):
    """A whole JSON file: its records, and what their reuse asks to be said of them."""

    model_config = ConfigDict(frozen=True)

    schema_file: Annotated[str, told("schema", "Schéma", "L’adresse du schéma de ce fichier, depuis celui-ci.")]
    publication: Annotated[str, told("publication", "Publication", "Le nom du site, à citer.")]
    updated_on: Annotated[
        date | None, told("a_jour_le", "À jour le", "Le jour de la vérification la plus récente, à citer.")
    ]
    licence: Annotated[Licence, told("licence", "Licence", "Les conditions de réutilisation.")]
    records: Annotated[tuple[_Record, ...], told("records", "Enregistrements", "Les enregistrements.")]


def document_model(export: Export) -> type[Document[Any]]:
    """Return the type of the JSON file of an export."""
    return cast("type[Document[Any]]", cast("Any", Document)[export.model])


def document(export: Export, origin: Origin) -> Document[Any]:
    """Return all that the JSON file of an export holds."""
    records = tuple(export.records(origin))
    return document_model(export)(
        schema_file=f"{export.name}.schema.json",
        publication=origin.catalogue.site.name,
        updated_on=max((record.checked_on for record in records), default=None),
        licence=LICENCE,
        records=records,
    )

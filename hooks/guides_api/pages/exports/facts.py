"""Dated facts: what each source says of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from guides_api.pages.exports.record import CheckedOn, Exported, Origin, Source, told


class FactRecord(Exported):
    """What one source says of a fact at one date."""

    id: Annotated[
        str, told("identifiant", "Identifiant", "L’identifiant du fait ; plusieurs lignes peuvent le partager.")
    ]
    topic: Annotated[str, told("sujet", "Sujet", "Ce dont il parle.")]
    label: Annotated[str, told("libelle", "Libellé", "Le fait, en une phrase.")]
    current: Annotated[
        bool, told("actuel", "Actuel", "Si c’est la valeur la plus récente, celle que montrent les pages.")
    ]
    value: Annotated[str, told("valeur", "Valeur", "Ce que dit la source : un nombre, un délai ou des mots.")]
    number: Annotated[int | None, told("nombre", "Nombre", "La valeur, quand c’est un nombre entier.")]
    prefix: Annotated[str | None, told("precision", "Précision", "Ce qui précède la valeur, comme « plus de ».")]
    unit: Annotated[str | None, told("unite", "Unité", "L’unité de la valeur.")]
    stated: Annotated[str, told("date", "Date", "La date de la source : année, mois ou jour.")]
    comment: Annotated[str | None, told("commentaire", "Commentaire", "Ce qui précise la valeur.")]
    note: Annotated[str | None, told("note", "Note", "Ce qui explique l’écart entre les sources.")]
    expires_on: Annotated[
        date | None, told("a_reverifier_le", "À revérifier le", "Le jour où il faudra le revérifier.")
    ]
    source: Source
    source_url: Annotated[
        str | None, told("source_adresse", "Adresse de la source", "Où la lire, quand c’est possible.")
    ]
    checked_on: CheckedOn


def fact_records(origin: Origin) -> Iterator[FactRecord]:
    """Yield a record a statement, in the order of the facts."""
    catalogue = origin.catalogue
    for fact in catalogue.facts.values():
        for statement in fact.statements:
            yield FactRecord(
                id=fact.id,
                topic=fact.topic,
                label=fact.label,
                current=statement is fact.current,
                value=statement.value,
                number=int(statement.value) if statement.figure else None,
                prefix=statement.prefix,
                unit=statement.unit,
                stated=statement.date,
                comment=statement.comment,
                note=fact.note,
                expires_on=fact.expires_on,
                source_url=catalogue.sources[statement.source].url,
                **origin.checked(statement.source, fact.checked_on),
            )

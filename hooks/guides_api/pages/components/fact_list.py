"""`<FactList />`: dated facts, figures as cards and the rest as a table; all, those of a topic, or some by id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field

from guides_api.catalogue.fields import COMMA_SEPARATED
from guides_api.catalogue.records import FactRef, TopicRef
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import source_link


class FactList(Component):
    """Facts with their sources and dates; below the newest value stands what other sources say."""

    doc: ClassVar[str] = (
        "Des faits datés : les chiffres en cartes, le reste en tableau, chacun avec sa source et sa date."
    )
    example: ClassVar[str] = '<FactList topic="delais" />'
    topic: TopicRef | None = Field(None, description="un sujet de data/facts.yaml, pour ne montrer que lui")
    ids: Annotated[tuple[FactRef, ...], COMMA_SEPARATED] = Field(
        (),
        description="des id de faits, séparés par des virgules : eux seuls, et leur seule valeur la plus récente",
    )

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the facts, each with the sources of its statements, newest first."""
        facts = [on.catalogue.facts[name] for name in self.ids] or on.catalogue.facts_on(self.topic)
        shown = [
            {
                "fact": fact,
                "current": fact.current,
                "source": source_link(fact.current.source, on),
                "older": [
                    {"statement": statement, "source": source_link(statement.source, on)}
                    for statement in sorted(fact.statements, key=lambda statement: statement.date, reverse=True)
                    if statement is not fact.current and not self.ids
                ],
            }
            for fact in facts
        ]
        return {
            "figures": [entry for fact, entry in zip(facts, shown, strict=True) if fact.current.figure],
            "statements": [entry for fact, entry in zip(facts, shown, strict=True) if not fact.current.figure],
        }

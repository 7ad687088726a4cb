"""`<MissingLegal of="publisher" />`: what a legal page still lacks, and where to write it."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field

from guides_api.catalogue.fields import COMMA_SEPARATED
from guides_api.pages.components.base import Component, On


class Of(enum.StrEnum):
    """The parts of data/legal.yaml that may lack."""

    PUBLISHER = "publisher"
    HOST = "host"
    CONTACT = "contact"
    DPO = "dpo"


class MissingLegal(Component):
    """A banner, or nothing when nothing lacks."""

    doc: ClassVar[str] = (
        "Un bandeau qui dit ce qui manque à une page légale, et où l’écrire ; rien quand rien ne manque."
    )
    example: ClassVar[str] = '<MissingLegal of="host, dpo" />'
    of: Annotated[tuple[Of, ...], COMMA_SEPARATED] = Field(
        (), description="publisher, host, contact ou dpo, séparés par des virgules ; sans lui, tous"
    )

    def values(self, on: On) -> Mapping[str, Any]:
        """Return what lacks, by its key."""
        parts = [part.value for part in self.of or Of]
        missing = on.catalogue.legal.missing.items()
        return {"missing": {key: words for key, words in missing if key.partition(".")[0] in parts}}

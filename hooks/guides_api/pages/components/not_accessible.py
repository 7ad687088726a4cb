"""`<NotAccessible why="failures" />`: what readers may be unable to use."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.pages.components.base import Component, On


class Why(enum.StrEnum):
    """The three reasons that the statement tells apart."""

    FAILURES = "failures"
    EXCEPTIONS = "exceptions"
    EXEMPTIONS = "exemptions"


class NotAccessible(Component):
    """The contents that the audit found, for one reason."""

    doc: ClassVar[str] = "Les contenus non accessibles, pour l’une des trois raisons que distingue la déclaration."
    example: ClassVar[str] = '<NotAccessible why="failures" />'
    why: Why = Field(description="failures (non-conformités), exceptions (dérogations) ou exemptions")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the contents, and whether an audit looked for them."""
        legal = on.catalogue.legal
        return {
            "contents": getattr(legal.statement, self.why.value),
            "audited": legal.audit.date is not None,
            "failures": self.why is Why.FAILURES,
        }

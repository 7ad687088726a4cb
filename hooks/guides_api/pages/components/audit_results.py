"""`<AuditResults />`: what the audit found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.pages.components.base import Component, On


class AuditResults(Component):
    """The date, the author and the score of the audit, or the admission that there was none."""

    doc: ClassVar[str] = "Le résultat de l’audit d’accessibilité, ou l’aveu qu’aucun n’a été fait."
    example: ClassVar[str] = "<AuditResults />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the audit."""
        legal = on.catalogue.legal
        whole = legal.audit.date is not None and legal.audit.score is not None
        return {"audit": legal.audit if whole else None, "rgaa": legal.statement.rgaa}

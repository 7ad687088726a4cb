"""`<Conformity />`: the state that the accessibility statement declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.pages.components.base import Component, On


class Conformity(Component):
    """The sentence that the law words, computed from the audit."""

    doc: ClassVar[str] = "L’état de conformité du site au RGAA, calculé d’après l’audit : sans audit, « non conforme »."
    example: ClassVar[str] = "<Conformity />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the state, and what it is measured against."""
        legal = on.catalogue.legal
        return {"site": on.catalogue.site.name, "state": legal.conformity.value, "rgaa": legal.statement.rgaa}

"""`<Prerequisites />`: what to have at hand before asking for access."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from guides_api.pages.components.base import Component, On


class Prerequisites(Component):
    """What to have at hand, and what an editor's own form already holds."""

    doc: ClassVar[str] = "Ce qu’il faut avoir sous la main avant de demander un accès."
    example: ClassVar[str] = "<Prerequisites />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the prerequisites in the order of their file."""
        return {"prerequisites": list(on.catalogue.prerequisites.values())}

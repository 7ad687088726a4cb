"""`<ContactUs bundle="bouquet-exemple" />`: whom to ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.records import BundleRef
from guides_api.pages.components.base import Component, On


class ContactUs(Component):
    """The address of the team behind a bundle."""

    doc: ClassVar[str] = "La phrase qui dit à qui écrire."
    example: ClassVar[str] = '<ContactUs bundle="bouquet-exemple" />'
    bundle: BundleRef | None = Field(None, description="id du bouquet ; sans lui, tous les bouquets sont proposés")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the bundles to write to."""
        bundles = on.catalogue.bundles.values()
        return {"bundles": [bundle for bundle in bundles if self.bundle in (None, bundle.id)]}

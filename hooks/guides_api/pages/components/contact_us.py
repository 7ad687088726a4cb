"""`<ContactUs bundle="api-particulier" />`: whom to ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guides_api.catalogue.models import BundleRef
from guides_api.pages.components.base import Component, On


class ContactUs(Component):
    """The address of the team behind a bundle."""

    bundle: BundleRef

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the bundle."""
        return {"bundle": on.catalogue.bundles[self.bundle]}

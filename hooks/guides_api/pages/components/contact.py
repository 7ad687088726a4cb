"""`<Contact bundle="bouquet-exemple">le support</Contact>`: a team's address among words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from guides_api.catalogue.records import BundleRef
from guides_api.pages.components.base import Component, Holds, On


class Contact(Component):
    """A link that opens a message to the team behind a bundle."""

    doc: ClassVar[str] = "Un lien, dans une phrase, qui écrit à l’équipe d’un bouquet."
    example: ClassVar[str] = 'Écrivez au <Contact bundle="bouquet-exemple">support</Contact>.'
    holds: ClassVar[Holds] = Holds.TEXT
    inline: ClassVar[bool] = True
    bundle: BundleRef = Field(description="id du bouquet")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the team's address."""
        return {"email": on.catalogue.bundles[self.bundle].contact}

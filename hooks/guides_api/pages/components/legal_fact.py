"""`<LegalFact name="publisher.name" />`: a value of data/legal.yaml among words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import Field

from guides_api.catalogue import patterns
from guides_api.catalogue.fields import Ref, Title
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import Link
from guides_api.pages.templating import french_date


class LegalFact(Component):
    """The value, or the plain admission that it is not known."""

    doc: ClassVar[str] = "Une valeur de data/legal.yaml dans une phrase ; si elle est vide, la page le dit."
    example: ClassVar[str] = 'Écrivez à <LegalFact name="contact" />.'
    inline: ClassVar[bool] = True
    name: Annotated[Title, Ref("legal_keys")] = Field(description="sa clé, comme publisher.name")

    def values(self, on: On) -> Mapping[str, Any]:
        """Return the value as words or as a link."""
        return {
            "value": shown(on.catalogue.legal.known(self.name)),
            "missing": on.catalogue.legal.missing.get(self.name),
        }


def shown(value: object) -> Link | None:
    """Return a value as words, with where they lead if they lead somewhere; None if there is no value."""
    if not value:
        return None
    if isinstance(value, date):
        return Link(french_date(value), "")
    words = ", ".join(value) if isinstance(value, tuple) else str(value)
    if words.startswith("https://"):
        return Link(words.removeprefix("https://"), words)
    return Link(words, f"mailto:{words}" if re.fullmatch(patterns.EMAIL, words) else "")

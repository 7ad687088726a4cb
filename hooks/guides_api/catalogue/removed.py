"""Pages that were published and are no more, and the addresses that tell of them."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from guides_api.catalogue import patterns
from guides_api.catalogue.fields import Day, Sentence, Title
from guides_api.catalogue.records import Record


def address_of_the_site(address: str) -> str:
    """Return an address as readers see it below the site's root, with both its slashes, or refuse it."""
    if not re.fullmatch(patterns.SITE_ADDRESS, address) or len(address) > patterns.SITE_ADDRESS_LONGEST:
        raise PydanticCustomError(
            "adresse-du-site",
            "« {address} » n’est pas une adresse de page : écrivez-la sans le nom du site, entre deux barres obliques, "
            "comme /guides/ccas/.",
            {"address": address[:120]},
        )
    return address


SiteAddress = Annotated[str, AfterValidator(address_of_the_site), patterns.SITE_ADDRESS_SCHEMA]


class Removed(Record):
    """A page that was taken away, with its address, or a solution, with its anchor on its editor's page.

    All other addresses that the same id made go with it.
    """

    address: SiteAddress
    name: Title
    removed_on: Day
    reason: Sentence
    replacement: SiteAddress | None = None

    @property
    def id(self) -> str:
        """What tells it from the others."""
        return self.address

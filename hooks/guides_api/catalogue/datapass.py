"""DataPass addresses, computed from ids and never typed in a page.

As DataPass stood in August 2026: `/formulaires/<form>/demande/nouveau` opens a prefilled form,
`/demandes/<definition>/nouveau` the choice of a form. Unknown parameters are ignored there, contact fields refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

_FORM = re.compile(r"/formulaires/([a-z0-9-]+)(?=/|$)")


def form_in(address: str) -> str:
    """Return the id of the form that an address of DataPass opens, empty where it opens none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    found = _FORM.match(parts.path) if "datapass" in (parts.hostname or "") else None
    return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class Prefill:
    """What a form's address can fill in for the applicant."""

    title: str = ""
    description: str = ""
    legal_basis_url: str = ""
    scopes: tuple[str, ...] = ()

    def query(self) -> str:
        """Return the query string, without its question mark."""
        pairs: Iterable[tuple[str, str]] = (
            ("intitule", self.title),
            ("description", self.description),
            ("cadre_juridique_url", self.legal_basis_url),
            *(("scopes[]", scope) for scope in self.scopes),
        )
        return urlencode([(name, value) for name, value in pairs if value], safe="[]")


@dataclass(frozen=True, slots=True)
class DataPass:
    """Addresses on the DataPass site at `base`, an https address without a final slash."""

    base: str

    def form(self, form_id: str, prefill: Prefill | None = None) -> str:
        """Return the address of an editor's or a use case's prefilled form."""
        query = prefill.query() if prefill else ""
        return f"{self.base}/formulaires/{form_id}/demande/nouveau{'?' if query else ''}{query}"

    def choice(self, definition: str, datapass_use_case: str = "") -> str:
        """Return the address where an applicant chooses a form, for one use case or for all (« demande libre »)."""
        query = f"?{urlencode({'use_case': datapass_use_case})}" if datapass_use_case else ""
        return f"{self.base}/demandes/{definition}/nouveau{query}"

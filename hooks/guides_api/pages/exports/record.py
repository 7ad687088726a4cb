"""What an exported record is: a flat line of typed fields, each with its French key, name and meaning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urljoin

from pydantic import BaseModel, ConfigDict, Field

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.datapass import DataPass
from guides_api.catalogue.forms import Form
from guides_api.catalogue.models import Access, FranceConnect, Ruling
from guides_api.pages.addresses import address

FranceConnectState = Literal["requis", "possible", "sans"]
RulingClass = Literal["indispensable", "utile", "injustifiée", "non statuée"]
AccessKind = Literal["sur habilitation", "données publiques"]
ACCESS: dict[Access, AccessKind] = {
    Access.AUTHORIZATION: "sur habilitation",
    Access.OPEN_DATA: "données publiques",
}
FRANCECONNECT: dict[FranceConnect, FranceConnectState] = {
    FranceConnect.ONLY: "requis",
    FranceConnect.POSSIBLE: "possible",
    FranceConnect.NO: "sans",
}
RULINGS: dict[Ruling, RulingClass] = {
    Ruling.REQUIRED: "indispensable",
    Ruling.USEFUL: "utile",
    Ruling.UNJUSTIFIED: "injustifiée",
    Ruling.NOT_RULED: "non statuée",
}
Words = tuple[str, ...]


def told(key: str, name: str, meaning: str) -> Any:  # noqa: ANN401  pydantic's own type of what annotates a field
    """Return what a field's annotation says of it: its key in the files, and what pages and schemas tell of it."""
    return Field(serialization_alias=key, title=name, description=meaning)


Source = Annotated[str, told("source", "Source", "La publication d’où viennent ces faits.")]
CheckedOn = Annotated[date, told("verifie_le", "Vérifié le", "Le jour où quelqu’un a vérifié ces faits.")]


class Exported(BaseModel):
    """A record as it is published: no value holds another record, so that a line of a spreadsheet can."""

    model_config = ConfigDict(frozen=True)


@dataclass(frozen=True, slots=True)
class Origin:
    """What records are drawn from; `site_url` is absolute with its final slash, empty while the site has none."""

    catalogue: Catalogue
    site_url: str

    def page(self, path: str) -> str:
        """Return the address of a page's file: absolute, or from the site's root while the site has no address."""
        return urljoin(self.site_url, address(path))

    def file(self, name: str) -> str:
        """Return the address of a file that is no page."""
        return urljoin(self.site_url, name)

    def forms(self, forms: Iterable[Form]) -> Words:
        """Return the addresses of DataPass forms."""
        return tuple(map(self.form, (form.id for form in forms)))

    def form(self, form_id: str) -> str:
        """Return the address of a DataPass form."""
        return DataPass(self.catalogue.site.datapass_url).form(form_id)

    def checked(self, source_id: str, day: date) -> dict[str, Any]:
        """Return the fields that say where a record comes from and when it was checked."""
        return {"source": self.catalogue.sources[source_id].title, "checked_on": day}

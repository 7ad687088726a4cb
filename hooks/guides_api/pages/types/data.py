"""Data: the map of all of them, and a page each."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.models import Scope
from guides_api.pages.addresses import DATA_MAP, datum_path, file_link
from guides_api.pages.data_csv import DATA_CSV
from guides_api.pages.page import DATA, HOME, TOOLS, SitePage
from guides_api.pages.templating import Words

_LONGEST = 160  # characters that search engines show of a description
_ENDINGS = (
    "API, fournisseur, modalités d’appel, FranceConnect, cas d’usage et logiciels qui la demandent.",
    "API, FranceConnect, cas d’usage et logiciels qui la demandent.",
    "API et cas d’usage.",
)


def data_map_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield the map."""
    first = next(iter(catalogue.scopes.values()), None)
    yield SitePage(
        path=DATA_MAP,
        title="Carte des données",
        description="Toutes les données des API, pour chaque public et chaque cas d’usage : qui les fournit, avec ou "
        "sans FranceConnect, et le fichier à télécharger.",
        layout="data_map",
        edits=first.file if first else "",
        values={"csv": Words(file_link(DATA_CSV, DATA_MAP))},
        trail=(HOME, TOOLS),
        styles=("tools",),
    )


def datum_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield a page a datum."""
    times = Counter(scope.label for scope in catalogue.scopes.values())
    for scope in catalogue.scopes.values():
        path = datum_path(scope.id)
        name = _name(scope, catalogue) if times[scope.label] > 1 else f"« {scope.label} »"
        yield SitePage(
            path=path,
            title=f"Donnée {name}",
            description=_description(name),
            layout="datum",
            edits=scope.file,
            values={
                "scope": scope,
                "title": f"Donnée {name}",
                "apis": [catalogue.apis[api].id for api in scope.apis if catalogue.apis[api].bundle],
                "map": Words(file_link(DATA_MAP, path)),
            },
            trail=(HOME, TOOLS, DATA),
        )


def _name(scope: Scope, catalogue: Catalogue) -> str:
    """Tell a datum from those of the same label: by the API that carries it, or else by its id."""
    if len(scope.apis) == 1:
        return f"« {scope.label} » de l’API {catalogue.apis[scope.apis[0]].title}"
    return f"« {scope.label} » ({scope.id})"


def _description(name: str) -> str:
    wholes = (f"Donnée {name} : {ending}" for ending in _ENDINGS)
    fitting = next((whole for whole in wholes if len(whole) <= _LONGEST), "")
    return fitting or textwrap.shorten(f"Donnée {name}", _LONGEST, placeholder="…")

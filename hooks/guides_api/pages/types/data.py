"""Data: the map of all of them, and a page each."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.addresses import DATA_MAP, datum_path, file_link
from guides_api.pages.data_csv import DATA_CSV
from guides_api.pages.data_names import endings
from guides_api.pages.page import DATA, DELIBERATION, HOME, TOOLS, SitePage
from guides_api.pages.templating import Words

_LONGEST = 160  # characters that search engines show of a description
_ENDINGS = (
    "API, fournisseur, modalités d’appel, FranceConnect, cas d’usage et logiciels qui la demandent.",
    "API, FranceConnect, cas d’usage et logiciels qui la demandent.",
    "API et cas d’usage.",
)


def data_map_pages(_catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield the map."""
    yield SitePage(
        path=DATA_MAP,
        title="Carte des données",
        description="Toutes les données des API, pour chaque public et chaque cas d’usage : qui les fournit, avec ou "
        "sans FranceConnect, et le fichier à télécharger.",
        layout="data_map",
        edits="data/scopes.yaml",
        values={"csv": Words(file_link(DATA_CSV, DATA_MAP))},
        trail=(HOME, TOOLS),
        styles=("tools",),
    )


def datum_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield a page a datum."""
    apart = endings(catalogue)
    for scope in catalogue.scopes.values():
        path = datum_path(scope.id)
        title = f"Donnée « {scope.label} »{apart[scope.id]}"
        yield SitePage(
            path=path,
            title=title,
            description=_description(title),
            layout="datum",
            edits=scope.file,
            values={
                "scope": scope,
                "title": title,
                "apis": [api for api in scope.apis if catalogue.apis[api].bundle],
                "map": Words(file_link(DATA_MAP, path)),
                "deliberation": Words(
                    file_link(DELIBERATION.path, path) if DELIBERATION.path in catalogue.pages else ""
                ),
            },
            trail=(HOME, TOOLS, DATA),
        )


def _description(title: str) -> str:
    wholes = (f"{title} : {ending}" for ending in _ENDINGS)
    fitting = next((whole for whole in wholes if len(whole) <= _LONGEST), "")
    return fitting or textwrap.shorten(title, _LONGEST, placeholder="…")

"""`<SiteMap />`: every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.problems import folded
from guides_api.pages.addresses import (
    COMPARED,
    DATA_MAP,
    EXPORTED,
    VERIFICATION_PAGE,
    bundle_path,
    case_file_path,
    category_path,
    checklist_path,
    comparison_path,
    datum_path,
    editor_path,
    legal_text_path,
    provider_path,
    public_path,
    tag_path,
    use_case_path,
    year_path,
)
from guides_api.pages.components.base import Component, On
from guides_api.pages.components.views import Link
from guides_api.pages.data_names import endings

_HOME = "index.md"
Entry = tuple[str, str]  # a title, and a file


class SiteMap(Component):
    """The pages by kind, those that lists leave out aside."""

    doc: ClassVar[str] = "Toutes les pages du site, par genre."
    example: ClassVar[str] = "<SiteMap />"

    def values(self, on: On) -> Mapping[str, Any]:
        """Return each kind that has pages, with the links to them."""
        kinds = _kinds(on.catalogue)
        return {
            "kinds": [
                {"title": title, "links": [Link(name, on.link(path)) for name, path in entries]}
                for title, found in kinds
                if (entries := list(found))
            ]
        }


def _kinds(catalogue: Catalogue) -> Iterator[tuple[str, Iterable[Entry]]]:
    yield "Les rubriques", _sections(catalogue)
    yield "Les guides", _by_title(_guides(catalogue))
    named = [(catalogue.name_of(use_case), use_case.id) for use_case in catalogue.use_cases.values()]
    yield "Les délibérations à préparer", _by_title((name, checklist_path(item)) for name, item in named)
    yield "Les dossiers à imprimer", _by_title((name, case_file_path(item)) for name, item in named)
    for bundle in catalogue.bundles.values():
        apis = [(api.title, api.path) for api in catalogue.apis_of(bundle.id)]
        yield f"Les API du bouquet {bundle.name}", [("Présentation du bouquet", bundle_path(bundle.id)), *apis]
    yield "Les API hors bouquet", ((api.title, api.path) for api in catalogue.apis_of(None))
    yield "Les données", _data(catalogue)
    yield "Les fournisseurs", ((item.name, provider_path(item.id)) for item in catalogue.providers.values())
    yield "Les éditeurs", ((item.name, editor_path(item.id)) for item in catalogue.editors.values())
    yield "Les comparaisons d’éditeurs", _comparisons(catalogue)
    yield "Le cadre juridique", ((item.reference, legal_text_path(item.id)) for item in catalogue.legal_texts.values())
    yield "Les publics", ((item.name, public_path(item.id)) for item in catalogue.publics.values())
    yield "Les actualités", _news(catalogue)
    yield "Les thèmes", ((tag, tag_path(tag)) for tag in catalogue.by_tag)


def _sections(catalogue: Catalogue) -> Iterator[Entry]:
    if _HOME in catalogue.pages:
        yield "Accueil", _HOME
    written = ((page.title, page.path) for page in catalogue.pages.values() if page.path != _HOME)
    yield from _by_title([*written, ("Exports", EXPORTED), ("Vérifier une délibération", VERIFICATION_PAGE)])


def _guides(catalogue: Catalogue) -> Iterator[Entry]:
    yield from ((guide.title, guide.path) for guide in catalogue.listed_guides)
    for use_case in catalogue.use_cases.values():
        if catalogue.guide_of(use_case.id) is None:
            yield use_case.name, use_case_path(use_case.id)


def _comparisons(catalogue: Catalogue) -> Iterator[Entry]:
    compared = [use_case for use_case in catalogue.use_cases.values() if catalogue.solutions_for(use_case.id)]
    if compared:
        yield "Toutes les comparaisons", COMPARED
    yield from ((use_case.name, comparison_path(use_case.id)) for use_case in compared)


def _data(catalogue: Catalogue) -> Iterator[Entry]:
    yield "Carte des données", DATA_MAP
    apart = endings(catalogue)
    yield from ((f"{scope.label}{apart[scope.id]}", datum_path(scope.id)) for scope in catalogue.scopes.values())


def _news(catalogue: Catalogue) -> Iterator[Entry]:
    yield from ((article.title, article.path) for article in catalogue.latest_news)
    yield from ((f"Actualités de {year}", year_path(year)) for year in catalogue.news_by_year)
    yield from ((f"Rubrique {name}", category_path(slug)) for slug, name in catalogue.news_categories.items())


def _by_title(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: folded(entry[0]))

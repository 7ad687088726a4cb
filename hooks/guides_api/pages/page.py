"""A page of the site, before it is laid out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages import templating
from guides_api.pages.addresses import (
    COMPARED,
    DATA_MAP,
    EXPORTED,
    GLOSSARY,
    SEARCH_PAGE,
    SOURCES,
    VERIFICATION_PAGE,
    address,
)
from guides_api.pages.components import On
from guides_api.pages.expand import expand
from guides_api.pages.headings import with_anchors
from guides_api.pages.links import resolved
from guides_api.pages.lists import with_lists
from guides_api.pages.terms import explained
from guides_api.pages.typography import typographic


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page above another one: its name in the trail, and its file."""

    title: str
    path: str


HOME = Crumb("Accueil", "index.md")
GUIDES = Crumb("Guides", "guides/index.md")
APIS = Crumb("API", "api/index.md")
EDITORS = Crumb("Éditeurs", "editeurs/index.md")
PROVIDERS = Crumb("Fournisseurs", "fournisseurs/index.md")
LEGAL_TEXTS = Crumb("Cadre juridique", "cadre-juridique/index.md")
PUBLICS = Crumb("Publics", "publics/index.md")
NEWS = Crumb("Actualités", "actualites/index.md")
QUESTIONS = Crumb("Questions", "faq.md")
TAGS = Crumb("Thèmes", "themes/index.md")
FIGURES = Crumb("Chiffres clés", "chiffres-cles.md")
WORDS = Crumb("Glossaire", GLOSSARY)
ORIGINS = Crumb("Sources", SOURCES)
ACCESSIBILITY = Crumb("Accessibilité", "accessibilite/index.md")
LEGAL_NOTICE = Crumb("Mentions légales", "mentions-legales.md")
PERSONAL_DATA = Crumb("Données personnelles", "donnees-personnelles.md")
LICENCES = Crumb("Licences", "licences.md")
SITE_MAP = Crumb("Plan du site", "plan-du-site.md")
TOOLS = Crumb("Outils", "outils.md")
ORIENTATION = Crumb("Puis-je accéder ?", "orientation/index.md")
DATA = Crumb("Données", DATA_MAP)
DELIBERATION = Crumb("Préparer ma délibération", "deliberation/index.md")
VERIFICATION = Crumb("Vérifier une délibération", VERIFICATION_PAGE)
CASE_FILES = Crumb("Dossiers à imprimer", "dossiers/index.md")
COMPARISONS = Crumb("Comparer les éditeurs", COMPARED)
SEARCH = Crumb("Recherche", SEARCH_PAGE)
EXPORTS = Crumb("Exports", EXPORTED)

UNDER_TOOLS = frozenset(crumb.path for crumb in (ORIENTATION, DELIBERATION, CASE_FILES))


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page: `path` is its file below `content/`, `edits` the file of the project in which its words are changed.

    `written` is false when no file of `content/` stands behind it. `noindex` keeps it from search engines and feeds;
    `listed` puts it in menus, feeds and lists. `explains` marks the glossary's terms in it. `scripts` and `styles` are
    the files of `overrides/assets/` that it loads and that other pages don't, by name: `filters` is
    `javascripts/filters.js`, a module, and `tools` is `stylesheets/tools.css`.
    """

    path: str
    title: str
    description: str
    layout: str
    edits: str
    values: Mapping[str, Any] = field(repr=False)
    trail: tuple[Crumb, ...] = (HOME,)
    written: bool = False
    noindex: bool = False
    listed: bool = False
    image: str = ""
    explains: bool = False
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()

    def markdown(self, catalogue: Catalogue) -> str:
        """Return the page as plain Markdown that any engine builds: see the steps."""
        on = On(catalogue, self.path)
        text = with_lists(templating.markdown(f"layouts/{self.layout}.md", self.values))
        text = expand(explained(text, on) if self.explains else text, on)
        return typographic(with_anchors(resolved(text, self.path)))


def file_of(page: SitePage) -> str:
    """Return the file of a page below the site's root."""
    return f"{address(page.path)}index.html"

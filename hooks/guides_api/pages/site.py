"""Every page of the site: where it stands, what it is called, which template lays it out, which file one edits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.datapass import DataPass
from guides_api.catalogue.models import Api, Editor, Guide, Page, UseCase
from guides_api.pages import templating
from guides_api.pages.addresses import api_path, editor_path, file_link, use_case_path
from guides_api.pages.components import On
from guides_api.pages.expand import expand
from guides_api.pages.templating import Words


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page; `edits` is the file below the project's root in which its words are changed."""

    path: str
    title: str
    description: str
    layout: str
    edits: str
    values: Mapping[str, Any] = field(repr=False)
    written: bool = True
    noindex: bool = False

    def markdown(self, catalogue: Catalogue) -> str:
        """Return the page as plain Markdown, title and components drawn."""
        return expand(templating.markdown(f"layouts/{self.layout}.md", self.values), On(catalogue, self.path))


def site_pages(catalogue: Catalogue) -> Mapping[str, SitePage]:
    """Return all pages by their file below `content/`, written ones and generated ones."""
    return {page.path: page for page in _pages(catalogue)}


def _pages(catalogue: Catalogue) -> Iterator[SitePage]:
    for page in (*catalogue.pages.values(), *catalogue.guides.values()):
        yield _written(page)
    for use_case in catalogue.use_cases.values():
        if catalogue.guide_of(use_case.id) is None:
            yield _use_case(use_case)
    for api in catalogue.apis.values():
        yield _api(api, catalogue)
    for editor in catalogue.editors.values():
        yield _editor(editor)


def _written(page: Page) -> SitePage:
    values = {"title": page.title, "tagline": page.tagline, "body": Words(page.body)}
    noindex = isinstance(page, Guide) and page.noindex
    return SitePage(page.path, page.title, page.tagline or "", "page", page.file, values, noindex=noindex)


def _use_case(use_case: UseCase) -> SitePage:
    ruled = use_case.apis.required or use_case.apis.useful or use_case.apis.unjustified
    return SitePage(
        path=use_case_path(use_case.id),
        title=use_case.name,
        description=f"{use_case.name} : API, données, cadre légal, logiciels et formulaires de demande d’accès.",
        layout="use_case",
        edits=use_case.file,
        values={"use_case": use_case, "ruled": bool(ruled)},
        written=False,
    )


def _api(api: Api, catalogue: Catalogue) -> SitePage:
    path = api_path(api)
    providers = ", ".join(catalogue.providers[provider].name for provider in api.providers)
    datapass = DataPass(catalogue.site.datapass_url)
    return SitePage(
        path=path,
        title=api.title,
        description=f"API {api.title} ({providers}) : données, modalités d’appel, FranceConnect et cas d’usage.",
        layout="api",
        edits=api.file,
        values={
            "api": api,
            "body": Words(api.body.strip()),
            "guides": [
                {"title": guide.title, "href": Words(file_link(guide.path, path))}
                for guide in catalogue.guides_for_api(api)
            ],
            "forms": [{"when": form.when or api.title, "href": Words(datapass.form(form.id))} for form in api.forms],
        },
    )


def _editor(editor: Editor) -> SitePage:
    solutions = ", ".join(solution.name for solution in editor.solutions)
    return SitePage(
        path=editor_path(editor.id),
        title=editor.name,
        description=f"{editor.name} : {solutions}. Données demandées, cas d’usage et formulaires DataPass préremplis.",
        layout="editor",
        edits=editor.file,
        values={"editor": editor},
        written=False,
    )

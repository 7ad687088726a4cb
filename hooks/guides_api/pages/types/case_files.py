"""Case files: all that concerns a use case, to bring on paper to a meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urljoin

from guides_api.catalogue.asked import asked, asked_apart
from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.datapass import DataPass
from guides_api.catalogue.models import Source, UseCase
from guides_api.catalogue.records import Sourced
from guides_api.pages.addresses import address, case_file_path, file_link, use_case_path
from guides_api.pages.page import CASE_FILES, HOME, TOOLS, SitePage
from guides_api.pages.templating import Words


def case_file_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield a page a use case."""
    for use_case in catalogue.use_cases.values():
        path = case_file_path(use_case.id)
        guide = catalogue.guide_of(use_case.id)
        name = catalogue.name_of(use_case)
        bundle = catalogue.bundles[use_case.bundle]
        datapass = DataPass(catalogue.site.datapass_url)
        quoted = list(_quoted(use_case, catalogue))
        days = [record.checked_on for record in quoted]
        yield SitePage(
            path=path,
            title=f"Dossier – {name}",
            description=f"{name} : API, données, textes, logiciels et adresses, en quelques pages à imprimer.",
            layout="case_file",
            edits=use_case.file,
            values={
                "use_case": use_case,
                "tagline": guide.tagline if guide else "",
                "site": catalogue.site,
                "publics": [public.name for public in catalogue.publics_of(use_case)],
                "bundle": bundle,
                "first": min(days),
                "last": max(days),
                "online": urljoin(f"{url.rstrip('/')}/", address(path)) if (url := catalogue.site.site_url) else "",
                "name": name,
                "use_case_page": Words(file_link(use_case_path(use_case.id), path)),
                "solutions": [
                    {
                        "name": solution.name,
                        "editor": editor.name,
                        "certified": editor.franceconnect_certified,
                    }
                    for editor, solution in catalogue.solutions_for(use_case.id)
                ],
                "forms": list(_forms(use_case, catalogue, datapass)),
                "free": datapass.choice(bundle.id),
                "sources": list(_sources(use_case, quoted, catalogue)),
            },
            trail=(HOME, TOOLS, CASE_FILES),
            scripts=("print",),
            styles=("tools",),
        )


def _forms(use_case: UseCase, catalogue: Catalogue, datapass: DataPass) -> Iterator[dict[str, str]]:
    requests = [
        (catalogue.bundles[use_case.bundle].name, use_case.forms),
        *((apart.api.title, apart.forms) for apart in asked_apart(catalogue, use_case)),
    ]
    for label, forms in requests:
        yield from ({"label": label, "when": form.when or "", "href": datapass.form(form.id)} for form in forms)


def _quoted(use_case: UseCase, catalogue: Catalogue) -> Iterator[Sourced]:
    """Yield every record that a case file quotes."""
    yield from (use_case, catalogue.bundles[use_case.bundle])
    for groups in asked(catalogue, use_case).values():
        for group in groups:
            yield from (classed.api for classed in group.apis)
            yield from group.scopes
    for apart in asked_apart(catalogue, use_case):
        yield from (apart.api, *apart.scopes)
    yield from (catalogue.legal_texts[text] for text in use_case.legal_texts)
    yield from (editor for editor, _ in catalogue.solutions_for(use_case.id))
    yield from catalogue.prerequisites.values()


def _sources(use_case: UseCase, quoted: Iterable[Sourced], catalogue: Catalogue) -> Iterator[Source]:
    """Yield the sources of all that is quoted, each once, with that of the answer about the délibération."""
    fact = use_case.deliberation.fact
    stated = [catalogue.facts[fact].current.source] if fact else []
    names = dict.fromkeys([*(record.source for record in quoted), *stated])
    yield from (catalogue.sources[name] for name in names)

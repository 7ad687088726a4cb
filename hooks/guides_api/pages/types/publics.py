"""Publics: all that concerns each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.models import Public, Ruling
from guides_api.pages.addresses import file_link, public_path
from guides_api.pages.page import HOME, PUBLICS, SitePage
from guides_api.pages.templating import Words


def public_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield a page a public."""
    for public in catalogue.publics.values():
        path = public_path(public.id)
        groups = [group for group in catalogue.publics.values() if public.id in group.includes]
        yield SitePage(
            path=path,
            title=public.name,
            description=f"{public.name} : cas d’usage, guides et API. {public.description}",
            layout="public",
            edits=public.file,
            values={
                "public": public,
                "members": _links((catalogue.publics[member] for member in public.includes), path),
                "groups": _links(groups, path),
                "guides": [
                    {"title": guide.title, "tagline": guide.tagline, "href": Words(file_link(guide.path, path))}
                    for guide in catalogue.guides_for(public.id)
                ],
                "apis": list(_apis(catalogue, public, path)),
            },
            trail=(HOME, PUBLICS),
        )


def _links(publics: Iterable[Public], path: str) -> list[Mapping[str, str]]:
    return [
        {
            "name": public.name,
            "description": public.description,
            "href": Words(file_link(public_path(public.id), path)),
        }
        for public in publics
    ]


def _apis(catalogue: Catalogue, public: Public, path: str) -> Iterator[Mapping[str, Any]]:
    """Yield each bundle with those of its APIs that serve one of a public's use cases."""
    wanted = {
        ruled.api
        for use_case in catalogue.use_cases_for(public.id)
        for ruling in (Ruling.REQUIRED, Ruling.USEFUL)
        for ruled in catalogue.ruled(use_case, ruling)
    }
    for bundle in catalogue.bundles.values():
        apis = [api for api in catalogue.apis_of(bundle.id) if api.id in wanted]
        if apis:
            yield {
                "name": bundle.name,
                "apis": [{"title": api.title, "href": Words(file_link(api.path, path))} for api in apis],
            }

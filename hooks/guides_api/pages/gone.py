"""Pages that tell of those that are no more: taken away and said so, or made of ids that have nothing to show now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.problems import Problem, did_you_mean
from guides_api.catalogue.removed import Removed
from guides_api.pages.addresses import address, file_link
from guides_api.pages.lost import ALONE, removed_ids
from guides_api.pages.named import named
from guides_api.pages.page import HOME, SitePage
from guides_api.pages.templating import Words

LAYOUT = "gone"
_FILE = "data/removed.yaml"


def gone_pages(catalogue: Catalogue, pages: Mapping[str, SitePage], lost: Iterable[str]) -> Iterator[SitePage]:
    """Yield a page at each lost address and at each one of data/removed.yaml; an anchor is on a page that stands."""
    by_address = {f"/{address(page.path)}": page for page in pages.values()}
    told = removed_ids(catalogue)
    for site_address in sorted({*lost, *catalogue.removed}):
        if "#" not in site_address:
            what = named(site_address)
            ids: Iterable[tuple[str, str]] = what.ids.items() if what else [(ALONE, site_address)]
            removal = next((told[item] for item in ids if item in told), None)
            yield _page(site_address, catalogue.removed[removal] if removal else None, by_address)


def removed_problems(catalogue: Catalogue, now: Mapping[str, str], moved: Mapping[str, str]) -> Iterator[Problem]:
    """Refuse a removed page that is there, under its address or another, and a replacement that is not."""
    for removed in catalogue.removed.values():
        there = now.get(removed.address) or now.get(moved.get(removed.address, ""))
        if there:
            yield removed.problem(
                "retrait-contredit",
                f"cette page est dite retirée, et {removed.address} mène à « {there} ».",
                "address",
                remedy="Supprimez cet enregistrement, ou retirez la page ou l’alias qui porte cette adresse.",
            )
        if removed.replacement and removed.replacement not in now:
            yield removed.problem(
                "remplacement-inconnu",
                f"aucune page n’est à l’adresse {removed.replacement}.",
                "replacement",
                remedy=did_you_mean(removed.replacement, now) or "Recopiez-la depuis le site, sans son nom.",
            )


def _page(site_address: str, removed: Removed | None, pages: Mapping[str, SitePage]) -> SitePage:
    path = f"{site_address.strip('/')}.md"
    above = _above(site_address, pages)
    values: dict[str, Any] = {
        "removed": removed,
        "replacement": None,
        "above": _link(f"/{address(above.path)}", path, pages) if above else None,
    }
    title = f"{removed.name} : page retirée" if removed else f"Cette page n’existe plus : {site_address}"
    if removed and removed.replacement:
        values["replacement"] = _link(removed.replacement, path, pages)
    return SitePage(
        path=path,
        title=title,
        description="Ce que montrait cette page, et où le chercher maintenant.",
        layout=LAYOUT,
        edits=_FILE,
        values={"title": title, **values},
        trail=(HOME,),
        noindex=True,
    )


def _above(site_address: str, pages: Mapping[str, SitePage]) -> SitePage | None:
    """Return the nearest page above an address, up to the home page."""
    folder = site_address
    while folder not in pages and folder != "/":
        folder = folder.rstrip("/").rpartition("/")[0] + "/"
    return pages.get(folder)


def _link(site_address: str, path: str, pages: Mapping[str, SitePage]) -> Mapping[str, str]:
    page_address, hash_sign, anchor = site_address.partition("#")
    page = pages[page_address]
    return {"title": page.title, "href": Words(f"{file_link(page.path, path)}{hash_sign}{anchor}")}

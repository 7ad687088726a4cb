"""The file that stands at each former address: it leads to the page of today, with no script and no server."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from guides_api.pages import templating
from guides_api.pages.addresses import address
from guides_api.pages.project import Project
from guides_api.pages.typography import typographic_words


def moved_pages(project: Project, site_url: str | None, assets: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the name, below the site's root, and the HTML of each file.

    Its link is relative, so that the site may stand below a path; `site_url`, where it is known, ends with a slash.
    `assets` are the published names of style sheets by their own, `stylesheets/site.css`.
    """
    titles = {f"/{address(page.path)}": page.title for page in project.pages.values()}
    for old, new in project.redirects.items():
        href = f"{posixpath.relpath(new, old)}/"
        root = f"{posixpath.relpath('/', old)}/"
        values = {
            "href": href,
            "canonical": urljoin(site_url, new.lstrip("/")) if site_url else href,
            "sheet": f"{root}{assets['stylesheets/site.css']}",
            "dark_sheet": f"{root}{assets['stylesheets/dark.css']}",
            "title": typographic_words(titles[new]),
        }
        yield f"{old.strip('/')}/index.html", templating.html("moved.html", values) + "\n"

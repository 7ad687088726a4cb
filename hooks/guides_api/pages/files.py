"""The files of the site that are no page: feeds, security.txt, exports and so on. A new kind: its line below."""

from __future__ import annotations

from collections.abc import Iterator

from guides_api.pages.data_csv import DATA_CSV, data_csv
from guides_api.pages.exports.files import export_files
from guides_api.pages.feed import feeds
from guides_api.pages.hosting.host_files import host_files
from guides_api.pages.hosting.redirects import redirects
from guides_api.pages.llms_txt import LLMS_TXT, llms_txt
from guides_api.pages.project import Project
from guides_api.pages.security_txt import SECURITY_TXT, security_txt


def site_files(project: Project, site_url: str | None) -> Iterator[tuple[str, str | bytes]]:
    """Yield the name, below the site's root, and the content of each file.

    `site_url` is the site's absolute address with its final slash.
    """
    catalogue = project.catalogue
    if site_url:
        yield from feeds(catalogue, site_url)
    if known := security_txt(catalogue.legal.security, site_url):
        yield SECURITY_TXT, known
    yield from export_files(catalogue, site_url or "")
    if site_url:
        yield from host_files(redirects(project), site_url)
    yield LLMS_TXT, llms_txt(catalogue, site_url or "")
    yield DATA_CSV, data_csv(catalogue)

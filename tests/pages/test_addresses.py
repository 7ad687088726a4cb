"""Links between pages hold wherever the site is put."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from guides_api.pages.addresses import address, editor_path, file_link, generated_paths, relative, use_case_path
from guides_api.pages.project import Project

PAGES = ("index.md", "guides/index.md", "guides/ccas.md", "api/infogreffe/rcs/extrait.md", "editeurs/arpege.md")


@pytest.mark.parametrize(
    ("path", "expected"),
    [("index.md", ""), ("guides/index.md", "guides/"), ("guides/ccas.md", "guides/ccas/"), ("faq.md", "faq/")],
)
def test_a_page_has_the_address_of_its_file(path: str, expected: str) -> None:
    assert address(path) == expected


@pytest.mark.parametrize("base", ["https://exemple.fr/", "https://exemple.fr/un/dossier/", "http://127.0.0.1:8000/"])
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("target", PAGES)
def test_a_relative_link_leads_there_from_anywhere(target: str, page: str, base: str) -> None:
    start = base + address(page)
    assert urljoin(start, relative(target, page)) == base + address(target)
    assert urljoin(start, relative(target, page, "partie")) == f"{base}{address(target)}#partie"


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("guides/ccas.md", "index.md", "guides/ccas.md"),
        ("guides/ccas.md", "guides/index.md", "ccas.md"),
        ("index.md", "api/cnav/psu.md", "../../index.md"),
    ],
)
def test_a_link_between_files_is_relative(target: str, page: str, expected: str) -> None:
    assert file_link(target, page) == expected


def test_every_page_that_can_be_generated_is_one_of_the_site(real: Project) -> None:
    assert generated_paths(real.catalogue) <= set(real.pages)
    assert editor_path("arpege") in real.pages
    assert use_case_path("ccas") in real.pages

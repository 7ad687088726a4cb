"""The code knows nothing of our APIs, of who gives them nor of who asks: data/ and content/ do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from tests.build import ROOT

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.project import Project

CODE = [
    path
    for folder in ("hooks", "overrides")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".css", ".html", ".js", ".md", ".py", ".svg", ".xml", ".yaml", ".yml"}
]
KINDS = ("bundles", "providers", "apis", "scopes", "use_cases", "editors", "applicants", "facts", "alternatives")
IN_OTHER_WORDS = ("collectivité", "collectivités", "quotient familial", "api.gouv.fr")
_PROPER = re.compile(r"[\s/_.-]|[A-Z]{2}|\d")  # of several words, or in capitals
# Records whose id or name is also what the code must say.
ORDINARY = {
    "delai-instruction": "a fact that a site may have: pages/results.py shows it where it is there",
    "L’Annuaire des entreprises": "where the check of a SIREN sends its reader, whatever the site",
    "Un éditeur de logiciels": "an applicant, and what the code calls an editor",
}


def said(catalogue: Catalogue) -> Iterator[str]:
    """Yield every name, id and host of the site's own that can't be taken for an ordinary word."""
    yield from (*IN_OTHER_WORDS, urlsplit(catalogue.site.datapass_url).netloc)
    for record in (record for kind in KINDS for record in getattr(catalogue, kind).values()):
        found = {key: getattr(record, key, None) for key in ("id", "name", "title", "label", "full_name", "operator")}
        found |= {form.id: form.id for form in getattr(record, "forms", ())}
        found |= {solution.form: solution.form for solution in getattr(record, "solutions", ())}
        yield from (text for text in found.values() if text and _PROPER.search(text))
    yield from (urlsplit(bundle.catalogue_url).netloc for bundle in catalogue.bundles.values())


def named(text: str, names: frozenset[str]) -> set[str]:
    """Return the names that stand in a text as whole words."""
    folded = text.casefold()
    near = {name for name in names if name in text} | {word for word in IN_OTHER_WORDS if word in folded}
    return {name for name in near if re.search(rf"(?i)(?<![\w/-]){re.escape(name)}(?![\w-])", text)}


@pytest.fixture(scope="module")
def names(real: Project) -> frozenset[str]:
    found = frozenset(said(real.catalogue)) - {*ORDINARY}
    assert len(found) > 400
    return found


def test_no_name_of_ours_stands_in_the_code(names: frozenset[str]) -> None:
    found = {path.relative_to(ROOT).as_posix(): named(path.read_text(encoding="utf-8"), names) for path in CODE}
    assert {path: standing for path, standing in found.items() if standing} == {}


@pytest.mark.parametrize(
    "line", ["# API Particulier", "x = 'cnav/quotient_familial'", "« La Collectivité »", "https://x.api.gouv.fr/"]
)
def test_a_name_that_comes_back_would_be_seen(line: str, names: frozenset[str]) -> None:
    assert named(line, names)


@pytest.mark.parametrize("name", ORDINARY)
def test_an_exception_is_still_one(name: str, real: Project) -> None:
    assert name in {*said(real.catalogue)}
    assert any(name.casefold() in path.read_text(encoding="utf-8").casefold() for path in CODE)


def test_the_code_is_there() -> None:
    assert {path.suffix for path in CODE} >= {".css", ".html", ".js", ".md", ".py", ".svg", ".yaml"}
    assert ROOT / "hooks/guides_api/catalogue/described.yaml" in CODE

"""Every page of the site, each at an address of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests import example

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.addresses import address, generated_paths
from guides_api.pages.project import Project, load_project
from guides_api.pages.site import site_pages
from guides_api.pages.templating import TEMPLATES
from guides_api.pages.types import PAGE_TYPES
from guides_api.pages.types.use_cases import use_case_pages

EXPECTED = {
    "index.md": ("prose", "content/index.md"),
    "api/index.md": ("prose", "content/api/index.md"),
    "guides/index.md": ("prose", "content/guides/index.md"),
    "editeurs/index.md": ("prose", "content/editeurs/index.md"),
    "guides/aide-exemple.md": ("guide", "content/guides/aide-exemple.md"),
    "guides/conseils.md": ("guide", "content/guides/conseils.md"),
    "api/organisme/donnee-exemple.md": ("api", "content/api/organisme/donnee-exemple.md"),
    "api/bouquet-exemple.md": ("bundle", "data/bundles.yaml"),
    "deliberation/aide-exemple.md": ("deliberation", "data/use_cases.yaml"),
    "dossiers/aide-exemple.md": ("case_file", "data/use_cases.yaml"),
    "fournisseurs/organisme-exemple.md": ("provider", "data/providers.yaml"),
    "editeurs/editeur-exemple.md": ("editor", "data/editors.yaml"),
    "editeurs/comparer/index.md": (
        "comparison_list",
        "hooks/guides_api/pages/templates/layouts/comparison_list.md",
    ),
    "editeurs/comparer/aide-exemple.md": ("comparison", "data/editors.yaml"),
    "exports/index.md": ("exports", "hooks/guides_api/pages/templates/layouts/exports.md"),
    "cadre-juridique/code-exemple.md": ("legal_text", "data/legal_texts.yaml"),
    "publics/villages.md": ("public", "data/publics.yaml"),
    "orientation/index.md": ("prose", "content/orientation/index.md"),
    "orientation/village.md": ("orientation_data", "data/applicants.yaml"),
    "orientation/voyageur.md": ("orientation_refused", "data/applicants.yaml"),
    "orientation/village/bouquet-exemple.md": ("orientation_use_cases", "data/applicants.yaml"),
    "orientation/cas.md": ("orientation_use_cases", "data/use_cases.yaml"),
    "orientation/cas/aide-exemple.md": ("orientation_integration", "data/use_cases.yaml"),
    "orientation/cas/aide-exemple/equipe.md": ("orientation_form", "data/use_cases.yaml"),
    "orientation/cas/aide-exemple/sans-integration.md": ("orientation_alone", "data/use_cases.yaml"),
    "orientation/cas/aide-exemple/bouquet-exemple-logiciel.md": ("orientation_form", "data/use_cases.yaml"),
    "orientation/libre/bouquet-exemple.md": ("orientation_free", "data/use_cases.yaml"),
    "orientation/editeur-absent/bouquet-exemple.md": ("orientation_absent", "data/use_cases.yaml"),
    "donnees/index.md": ("data_map", "data/scopes.yaml"),
    "donnees/couleur-preferee.md": ("datum", "data/scopes.yaml"),
    "themes/conseil.md": ("tag", "content/guides/conseils.md"),
    "themes/exemple.md": ("tag", "content/guides/aide-exemple.md"),
    "deliberation/verifier.md": ("verification", "data/wordings.yaml"),
    "recherche.md": ("search", "data/site.yaml"),
}
GUIDE = f"---\ntitle: Double\ntagline: {example.TAGLINE}\ntags: [{{tag}}]\n---\n\nTexte.\n"
PAGE = "---\ntitle: Double\n---\n\nTexte.\n"
# A file that takes the address of a page that is there.
CLASHES = {
    "content/orientation/village/index.md": "orientation/village/",
    "content/api/bouquet-exemple/index.md": "api/bouquet-exemple/",
    "content/editeurs/editeur-exemple.md": "editeurs/editeur-exemple/",
    "content/fournisseurs/organisme-exemple/index.md": "fournisseurs/organisme-exemple/",
    "content/cadre-juridique/code-exemple.md": "cadre-juridique/code-exemple/",
    "content/donnees.md": "donnees/",
    "content/donnees/couleur-preferee/index.md": "donnees/couleur-preferee/",
    "content/themes/exemple.md": "themes/exemple/",
    "content/publics/villages.md": "publics/villages/",
    "content/guides/aide-exemple/index.md": "guides/aide-exemple/",
    "content/editeurs.md": "editeurs/",
}


def test_every_record_has_its_page_and_the_page_knows_what_to_edit(catalogue: Catalogue) -> None:
    pages, problems = site_pages(catalogue)
    assert problems == ()
    assert {path: (page.layout, page.edits) for path, page in pages.items()} == EXPECTED


def test_a_use_case_without_a_guide_has_a_generated_page(project: Path) -> None:
    (project / "content/guides/aide-exemple.md").unlink()
    pages = load_project(project, example.TODAY).pages
    page = pages["guides/aide-exemple.md"]
    assert (page.layout, page.edits, page.written) == ("use_case", "data/use_cases.yaml", False)
    catalogue = load_project(project, example.TODAY).catalogue
    parts = re.findall(r"^## (.*?) \{", page.markdown(catalogue), re.MULTILINE)
    assert parts == ["Les API et leurs données", "Le cadre légal", "Les logiciels", "Demander l’accès"]


def test_every_page_type_is_on_the_real_site_and_uses_its_layout(real: Project) -> None:
    layouts = {file.stem for file in (TEMPLATES / "layouts").glob("*.md")}
    assert {page.layout for page in real.pages.values()} | {"use_case", "gone"} == layouts
    for pages in PAGE_TYPES:
        assert list(pages(real.catalogue)) or pages is use_case_pages, pages.__name__


@pytest.mark.parametrize("kind", ["real", "example"])
def test_links_know_exactly_the_pages_that_are_generated(kind: str, real: Project, catalogue: Catalogue) -> None:
    known = real.catalogue if kind == "real" else catalogue
    pages, _ = site_pages(known)
    written = {path for path, page in pages.items() if page.written}
    assert generated_paths(known) - written == pages.keys() - written
    assert written <= known.files


def test_written_pages_have_a_file_and_generated_ones_have_none(real: Project) -> None:
    assert {path for path, page in real.pages.items() if page.written} == {
        path for path in real.catalogue.files if path.endswith(".md")
    }


def test_addresses_are_unique_and_plain(real: Project) -> None:
    found = [address(path) for path in real.pages]
    assert len(set(found)) == len(found)
    assert [item for item in found if not item.isascii() or item != item.lower() or "_" in item or "//" in item] == []


def test_titles_and_descriptions_are_there_and_titles_differ_within_a_type(real: Project) -> None:
    pages = list(real.pages.values())
    assert [page.path for page in pages if not page.title.strip() or not page.description.strip()] == []
    named = [(page.layout, page.title) for page in pages]
    assert len(set(named)) == len(named)


@pytest.mark.parametrize(("file", "taken"), CLASHES.items())
def test_two_pages_never_get_one_address(file: str, taken: str, project: Path) -> None:
    path = project / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE, encoding="utf-8")
    (problem,) = example.found_in(project)
    assert problem.rule == "adresse-en-double"
    assert problem.message.endswith(f"auraient la même adresse, /{taken}.")
    assert "« Double »" in problem.message
    assert file in str(problem)


def test_a_tag_cannot_take_the_address_of_the_list_of_tags(project: Path) -> None:
    (project / "content/themes").mkdir()
    (project / "content/themes/index.md").write_text(PAGE, encoding="utf-8")
    (project / "content/guides/double.md").write_text(GUIDE.format(tag="Index"), encoding="utf-8")
    assert [problem.rule for problem in example.found_in(project)] == ["adresse-en-double", "theme-inconnu"]


@pytest.mark.parametrize("tag", ["?", "« »", "…"])
def test_a_tag_that_makes_no_address_is_an_error_at_its_line(tag: str, project: Path) -> None:
    (project / "content/guides/double.md").write_text(GUIDE.format(tag=f'"{tag}"'), encoding="utf-8")
    (problem,) = example.found_in(project)
    assert str(problem).startswith(f"content/guides/double.md:4 : guide « Double » : le thème « {tag} » n’a ni lettre")


def test_trails_start_at_home_and_lead_to_pages(real: Project) -> None:
    for page in real.pages.values():
        trail = [crumb.path for crumb in page.trail]
        assert trail[:1] == ([] if page.path == "index.md" else ["index.md"]), page.path
        assert page.path not in trail
        assert [path for path in trail if path not in real.pages] == []

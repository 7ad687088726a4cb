"""Former addresses: where each leads today, which ones are lost, what the site tells of those that are no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.build import ROOT
from tests.example import FILES, TODAY, found_in
from tests.published import publish, replaced

from guides_api.catalogue.problems import Severity
from guides_api.pages.addresses import EXPORT_FOLDER
from guides_api.pages.exports.badges import badges
from guides_api.pages.moved import addresses
from guides_api.pages.moved_pages import moved_pages
from guides_api.pages.named import named
from guides_api.pages.project import Project, load_project
from guides_api.pages.published import FILE, read_published

EDITORS, USE_CASES = "data/editors.yaml", "data/use_cases.yaml"
FORM = "bouquet-exemple-logiciel"
GUIDE = "content/guides/aide-exemple.md"


def loaded(root: Path) -> Project:
    return load_project(root, TODAY)


def errors_of(root: Path) -> list[str]:
    return [str(problem) for problem in found_in(root) if problem.severity is Severity.ERROR]


def test_a_project_that_was_never_published_is_told_nothing(project: Path) -> None:
    assert not (project / FILE).exists()
    assert found_in(project) == ()
    replaced(project, EDITORS, "id: editeur-exemple", "id: autre-nom")
    assert found_in(project) == ()


def test_what_is_published_has_no_problem(project: Path) -> None:
    publish(project)
    assert found_in(project) == ()
    text = (project / FILE).read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "\n/\n" in text
    assert f"\n/editeurs/editeur-exemple/#{FORM}\n" in text
    assert f"\n/orientation/cas/aide-exemple/{FORM}/\n" in text
    assert "guide-retire" not in text


def test_a_new_record_is_a_warning_and_no_error(project: Path) -> None:
    publish(project)
    replaced(
        project,
        "data/publics.yaml",
        "publics:\n",
        "publics:\n  - id: hameaux\n    name: Hameaux\n    description: Des hameaux.\n",
    )
    (problem,) = found_in(project)
    assert (problem.rule, problem.severity, problem.place.path) == ("adresse-a-noter", Severity.WARNING, FILE)
    assert problem.message == "cette adresse du site n’y est pas encore : /publics/hameaux/."


class TestARenamedEditor:
    @pytest.fixture
    def renamed(self, project: Path) -> Path:
        publish(project)
        replaced(project, EDITORS, "id: editeur-exemple", "id: exemple-et-fils")
        return project

    def test_it_is_refused_at_its_line_with_the_line_to_add(self, renamed: Path) -> None:
        (problem,) = found_in(renamed)
        assert (problem.rule, problem.severity) == ("adresse-perdue", Severity.ERROR)
        assert str(problem.place) == "data/editors.yaml:5"
        assert "/editeurs/editeur-exemple/ a été publiée et ne mène plus nulle part" in problem.message
        assert "« aliases: [editeur-exemple] »" in problem.remedy

    def test_the_line_leads_readers_on_and_keeps_the_badge(self, renamed: Path) -> None:
        replaced(renamed, EDITORS, "id: exemple-et-fils", "id: exemple-et-fils\n    aliases: [editeur-exemple]")
        assert errors_of(renamed) == []
        project = loaded(renamed)
        assert project.redirects == {"/editeurs/editeur-exemple/": "/editeurs/exemple-et-fils/"}
        drawn = dict(badges(project.catalogue))
        of_editors = f"{EXPORT_FOLDER}/badges/editeurs"
        assert drawn[f"{of_editors}/editeur-exemple.svg"] == drawn[f"{of_editors}/exemple-et-fils.svg"]

    def test_it_may_be_said_to_be_removed_instead(self, renamed: Path) -> None:
        replaced(renamed, "data/removed.yaml", "/guides/guide-retire/", "/editeurs/editeur-exemple/")
        assert errors_of(renamed) == []
        page = loaded(renamed).pages["editeurs/editeur-exemple.md"]
        assert page.noindex
        assert not page.listed


def test_a_renamed_use_case_keeps_all_the_addresses_that_its_id_made(project: Path) -> None:
    publish(project)
    before = loaded(project)
    old = addresses(before.catalogue, {path: page for path, page in before.pages.items() if page.layout != "gone"})
    (project / GUIDE).rename(project / "content/guides/aide-nouvelle.md")
    for path, text in FILES.items():
        if "aide-exemple" in text:
            renamed = text.replace("aide-exemple", "aide-nouvelle")
            (project / path.replace("aide-exemple", "aide-nouvelle")).write_text(renamed, encoding="utf-8")
    (problem,) = found_in(project)
    assert problem.place.path == USE_CASES
    assert problem.message.startswith("l’adresse /guides/aide-exemple/ ")
    replaced(project, USE_CASES, "id: aide-nouvelle", "id: aide-nouvelle\n    aliases: [aide-exemple]")
    assert errors_of(project) == []
    after = loaded(project).redirects
    lost = {address for address in old if "aide-exemple" in address}
    assert len(lost) > 6
    assert after == {address: address.replace("aide-exemple", "aide-nouvelle") for address in lost}


def test_an_address_of_two_ids_is_kept_whichever_changed_first(project: Path) -> None:
    replaced(project, "data/applicants.yaml", "id: village\n", "id: commune\n    aliases: [village]\n")
    replaced(project, "data/applicants.yaml", "- village\n    ways", "- commune\n    ways")
    replaced(project, "data/bundles.yaml", "id: bouquet-exemple\n", "id: bouquet-exemple\n    aliases: [ancien]\n")
    leads = loaded(project).redirects
    new = "/orientation/commune/bouquet-exemple/"
    assert {old for old in leads if leads[old] == new} == {
        "/orientation/village/bouquet-exemple/",
        "/orientation/commune/ancien/",
        "/orientation/village/ancien/",
    }


@pytest.mark.parametrize(
    ("path", "before", "after", "old", "new"),
    [
        (
            "content/api/organisme/donnee-exemple.md",
            "id: organisme/donnee_exemple\n",
            "id: organisme/donnee_exemple\naliases: [organisme/ancienne_donnee]\n",
            "/api/organisme/ancienne-donnee/",
            "/api/organisme/donnee-exemple/",
        ),
        (GUIDE, "tags:", "aliases:\n  - guide-ancien\ntags:", "/guides/guide-ancien/", "/guides/aide-exemple/"),
        ("content/guides/index.md", "title:", "aliases: [/conseils/]\ntitle:", "/conseils/", "/guides/"),
        (
            "data/tags.yaml",
            "id: exemple\n",
            "id: exemple\n    aliases: [modele]\n",
            "/themes/modele/",
            "/themes/exemple/",
        ),
        (
            "data/scopes.yaml",
            "id: couleur_preferee\n",
            "id: couleur_preferee\n    aliases: [couleur_aimee]\n",
            "/donnees/couleur-aimee/",
            "/donnees/couleur-preferee/",
        ),
    ],
)
def test_each_kind_of_page_has_aliases(  # noqa: PLR0913, PLR0917  a case
    path: str, before: str, after: str, old: str, new: str, project: Path
) -> None:
    replaced(project, path, before, after)
    assert found_in(project) == ()
    assert loaded(project).redirects == {old: new}


class TestASolution:
    def test_its_address_stays_when_its_name_changes(self, project: Path) -> None:
        publish(project)
        replaced(project, EDITORS, "name: Logiciel Exemple", "name: Nouveau Nom")
        assert found_in(project) == ()
        found = loaded(project)
        assert f"## Nouveau Nom {{ #{FORM} }}" in found.pages["editeurs/editeur-exemple.md"].markdown(found.catalogue)

    def test_a_new_form_in_the_place_of_another_wants_an_alias(self, project: Path) -> None:
        publish(project)
        replaced(project, EDITORS, f"form: {FORM}", "form: bouquet-exemple-nouveau")
        (problem,) = found_in(project)
        assert (problem.rule, str(problem.place)) == ("adresse-perdue", "data/editors.yaml:14")
        assert f"« aliases: [{FORM}] »" in problem.remedy
        replaced(project, EDITORS, "form: bouquet-", f"aliases: [{FORM}]\n        form: bouquet-")
        assert errors_of(project) == []
        found = loaded(project)
        assert found.redirects == {
            f"/orientation/cas/aide-exemple/{FORM}/": "/orientation/cas/aide-exemple/bouquet-exemple-nouveau/"
        }
        assert f'<div id="{FORM}"></div>' in found.pages["editeurs/editeur-exemple.md"].markdown(found.catalogue)

    def test_one_that_leaves_needs_no_word_and_its_pages_tell_it(self, project: Path) -> None:
        second = "      - name: Second\n        use_cases: [aide-exemple]\n        form: bouquet-exemple-second\n"
        replaced(project, EDITORS, "    solutions:\n", f"    solutions:\n{second}")
        publish(project)
        replaced(project, EDITORS, second, "")
        assert found_in(project) == ()
        found = loaded(project)
        page = found.pages["orientation/cas/aide-exemple/bouquet-exemple-second.md"]
        assert page.noindex
        text = page.markdown(found.catalogue)
        assert text.startswith("# Cette page n’existe plus\u00a0: /orientation/cas/aide-exemple/")
        assert "(../aide-exemple.md)" in text


def test_a_guide_may_become_a_page_of_its_own(project: Path) -> None:
    publish(project, "/guides/conseils/")
    assert [problem.rule for problem in found_in(project)] == ["adresse-perdue"]
    replaced(project, "content/guides/index.md", "title:", "aliases: [/guides/conseils/]\ntitle:")
    assert found_in(project) == ()
    assert loaded(project).redirects == {"/guides/conseils/": "/guides/"}


def test_a_removed_page_says_when_why_and_what_instead(project: Path) -> None:
    found = loaded(project)
    page = found.pages["guides/guide-retire.md"]
    text = page.markdown(found.catalogue)
    assert text.startswith("# Guide Retiré\u00a0: page retirée ")
    assert "Cette page a été retirée le 31 août 2026." in text
    assert "Plus personne n’en avait besoin." in text
    assert "À la place, voyez\u00a0: [Guides](index.md)." in text
    assert page.edits == "data/removed.yaml"
    assert "/guides/guide-retire/" not in found.redirects


def test_a_removed_id_is_told_at_every_address_that_it_made(project: Path) -> None:
    replaced(project, "data/removed.yaml", "/guides/guide-retire/", "/guides/aide-retiree/")
    made = ("/guides/aide-retiree/", "/deliberation/aide-retiree/", "/orientation/cas/aide-retiree/equipe/")
    publish(project, *made)
    assert found_in(project) == ()
    pages = loaded(project).pages
    assert {pages[f"{address.strip('/')}.md"].title for address in made} == {"Guide Retiré : page retirée"}


def test_a_list_page_that_nothing_fills_any_more_leads_to_the_one_above(project: Path) -> None:
    publish(project)
    replaced(project, GUIDE, "tags:\n  - exemple\n", "")
    assert found_in(project) == ()
    found = loaded(project)
    assert "[Accueil](../index.md)" in found.pages["themes/exemple.md"].markdown(found.catalogue)


def test_the_list_only_grows_and_keeps_its_comments(project: Path) -> None:
    (project / FILE).write_text("# Un mot.\n/zzz/\n\n/aaa/\n/zzz/\n", encoding="utf-8")
    assert read_published(project).completed(["/mmm/", "/aaa/"]) == "# Un mot.\n/aaa/\n/mmm/\n/zzz/\n"


SHEETS = {f"stylesheets/{name}.css": f"assets/stylesheets/{name}.1.css" for name in ("site", "dark")}


@pytest.mark.parametrize("site_url", ["https://exemple.fr/sous-dossier/", None])
def test_the_file_of_a_former_address_leads_on_wherever_the_site_stands(site_url: str | None, project: Path) -> None:
    replaced(project, EDITORS, "name: Éditeur Exemple", 'name: Éditeur "&" Cie\n    aliases: [ancien]')
    ((name, html),) = moved_pages(loaded(project), site_url, SHEETS)
    assert name == "editeurs/ancien/index.html"
    assert '<meta http-equiv="refresh" content="0; url=../editeur-exemple/">' in html
    assert '<a href="../editeur-exemple/">Éditeur &#34;&amp;&#34; Cie</a>' in html
    assert 'href="../../assets/stylesheets/site.1.css"' in html
    assert '<meta name="robots" content="noindex">' in html
    canonical = "https://exemple.fr/sous-dossier/editeurs/editeur-exemple/" if site_url else "../editeur-exemple/"
    assert f'<link rel="canonical" href="{canonical}">' in html
    assert "<script" not in html


def test_the_ids_in_every_address_of_the_site_are_those_of_records(real: Project) -> None:
    catalogue = real.catalogue
    seen: set[str] = set()
    for address in addresses(catalogue, {path: page for path, page in real.pages.items() if page.layout != "gone"}):
        what = named(address)
        for kind, identifier in what.ids.items() if what else ():
            known = {identifier.replace("_", "-") for identifier in catalogue.declared[kind]}
            known |= set(catalogue.declared["use_cases"]) if kind == "guides" else set()
            assert identifier in known, address
            seen.add(kind)
    assert len(seen) == 15


def test_every_address_that_was_published_leads_somewhere(real: Project) -> None:
    listed = read_published(ROOT).lines
    assert len(listed) > 600
    standing = {*addresses(real.catalogue, real.pages), *real.redirects}
    pages = {address for address in listed if "#" not in address}
    assert sorted(pages - standing) == []

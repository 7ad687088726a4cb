"""`guides init`: what it asks, what it refuses, and that what it writes is right."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.catalogue.french import assert_french
from tests.example import TODAY, found_in

from guides_api.cli import french, guides
from guides_api.pages.project import load_project

OPTIONS = {
    "administration": "Ministère : des exemples",
    "contact": "ecrire@ministere.example.org",
    "datapass": "https://demandes.example.org",
    "site": "Guides #1",
    "description": "Des guides inventés pour ce test.",
    "applicant": "l’école",
    "colour": "7a1f3d",
    "bundle": "API Études",
    "api": "Diplôme n° 2",
    "use-case": "Bourse d’été",
    "editor": "Zoé & Cie",
}
REQUIRED = {name: OPTIONS[name] for name in ("administration", "contact", "datapass")}


def init(folder: Path, options: dict[str, str], *more: str, typed: str | None = None) -> Result:
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    return CliRunner().invoke(guides, ["init", str(folder), *words, *more], input=typed)


def texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_project_is_right_and_says_what_was_answered(tmp_path: Path) -> None:
    folder = tmp_path / "deep/projet"
    done = init(folder, OPTIONS)
    assert done.exit_code == 0, done.output
    assert_french(done.output)
    assert {problem.rule for problem in found_in(folder)} == {"texte-provisoire"}
    project = load_project(folder, TODAY)
    found = project.catalogue
    assert (found.site.name, found.site.applicant, found.site.colour) == ("Guides #1", "l’école", "#7a1f3d")
    assert found.site.description == OPTIONS["description"]
    assert found.site.datapass_url == OPTIONS["datapass"]
    assert (found.legal.publisher.name, found.legal.contact) == (OPTIONS["administration"], OPTIONS["contact"])
    (bundle,), (use_case,) = found.bundles.values(), found.use_cases.values()
    assert (bundle.id, bundle.name, bundle.contact) == ("api-etudes", OPTIONS["bundle"], OPTIONS["contact"])
    assert [(api.id, api.title) for api in found.apis.values()] == [
        ("ministere_des_exemples/diplome_n", OPTIONS["api"])
    ]
    assert (use_case.id, use_case.name, use_case.forms[0].id) == ("bourse-d-ete", "Bourse d’été", "api-etudes-aide")
    assert [(editor.id, editor.name) for editor in found.editors.values()] == [("zoe-cie", "Zoé & Cie")]
    assert project.pages["guides/bourse-d-ete.md"].written
    assert sorted(path.relative_to(tmp_path / "deep").as_posix() for path in (tmp_path / "deep").iterdir()) == [
        "projet"
    ]


def test_the_project_stands_alone_and_is_dated_of_today(tmp_path: Path) -> None:
    assert init(tmp_path / "projet", OPTIONS).exit_code == 0
    written = texts(tmp_path / "projet")
    around = {"Makefile", "README.md", ".gitignore", ".gitlab-ci.yml", "mkdocs.yml", "tests/test_site.py"}
    pages = {"content/mentions-legales.md", "content/donnees-personnelles.md", "content/accessibilite/index.md"}
    assert around | pages | {".github/workflows/verification.yml", "schemas/editors.schema.json"} <= written.keys()
    for path, text in written.items():
        assert "2026-08" not in text or path.startswith("schemas/"), path
        for example in ("Ville Exemple", "Site Exemple", "Bouquet Exemple", "bouquet-exemple", "aide-exemple"):
            assert example not in text or path.startswith("schemas/"), path
        if path.startswith("data/"):
            assert text.startswith(f"# yaml-language-server: $schema=../schemas/{Path(path).stem}.schema.json\n")
    assert f"date: {TODAY}" in written["data/legal.yaml"]
    assert written["README.md"].startswith("# Guides #1\n")


def test_what_is_missing_is_asked_until_it_can_be_taken(tmp_path: Path) -> None:
    answers = ["Ministère", "pas une adresse", "a@b.fr", "http://x.fr", "https://x.fr", "", "", "demandeur", ""]
    done = init(tmp_path / "projet", {}, typed="\n".join([*answers, "ff0000", "", "", "", "", "", "oui", ""]))
    assert done.exit_code == 0, done.output
    assert_french(done.output)
    for said in ("n’est pas une adresse électronique", "commence par https://", "un nom avec son article", "Essayez «"):
        assert said in done.output
    site = load_project(tmp_path / "projet", TODAY).catalogue.site
    assert (site.name, site.applicant, site.colour) == ("Guides – Ministère", "le demandeur", "#1b4b8f")


def test_a_person_who_was_asked_may_still_say_no(tmp_path: Path) -> None:
    done = init(tmp_path / "projet", {}, typed="\n".join(["M", "a@b.fr", "https://x.fr", *[""] * 8, "non", ""]))
    assert done.output.endswith("Rien n’a été écrit.\n")
    assert list(tmp_path.iterdir()) == []


def test_a_dry_run_shows_and_writes_nothing(tmp_path: Path) -> None:
    done = init(tmp_path / "projet", REQUIRED, "--dry-run")
    assert done.exit_code == 0, done.output
    assert "data/site.yaml\n" in done.output
    assert "Rien n’a été écrit" in done.output
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "projet").mkdir()
    (tmp_path / "projet/notes.txt").write_text("à garder", encoding="utf-8")
    done = init(tmp_path / "projet", REQUIRED)
    assert done.exit_code == 1
    assert "n’est pas vide" in done.output
    assert texts(tmp_path) == {"projet/notes.txt": "à garder"}


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "projet").mkdir()
    assert init(tmp_path / "projet", REQUIRED).exit_code == 0
    assert "data/site.yaml" in texts(tmp_path / "projet")


def test_answers_that_would_make_a_wrong_project_write_nothing(tmp_path: Path) -> None:
    done = init(tmp_path / "projet", {**REQUIRED, "use-case": "Index"})
    assert done.exit_code == 1
    assert "rien n’a été écrit" in done.output
    assert_french(done.output)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("colour", "ffc857", "Essayez « 6f4a00 »"),
        ("contact", "x", "n’est pas une adresse électronique"),
        ("applicant", "écoles", "avec son article"),
        ("site", "<b>", "HTML"),
    ],
)
def test_an_option_that_cannot_be_taken_says_why(name: str, value: str, said: str, tmp_path: Path) -> None:
    done = init(tmp_path / "projet", {**REQUIRED, name: value})
    assert done.exit_code == french.MISUSE
    assert f"--{name}" in str(done.exception) or said in done.output
    assert list(tmp_path.iterdir()) == []

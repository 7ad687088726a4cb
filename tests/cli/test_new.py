"""`guides new`: what it asks, what it refuses, and that nothing is ever lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests import example
from tests.catalogue.french import assert_french
from tests.catalogue.test_insertion import added
from tests.example import found_in

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.problems import Severity
from guides_api.cli import change, french, guides
from guides_api.cli.new import KINDS
from guides_api.cli.new.kinds import Kind

TODAY = example.TODAY.isoformat()
TAGLINE = "Une phrase inventée, assez longue pour dire à son lecteur ce que la page apporte."
OPTIONS = {
    "editeur": {
        "name": "Zoé : l’éditeur",
        "solution": "Zoé #1",
        "form": "bouquet-exemple-zoe",
        "use-case": "aide-exemple",
        "scope": "couleur_preferee",
        "siren": "732829320",
        "site": "https://zoe.example.org",
        "franceconnect": "oui",
    },
    "cas-usage": {
        "name": "Aide Nouvelle",
        "bundle": "bouquet-exemple",
        "public": "villages",
        "datapass": "aide_nouvelle",
        "form": "bouquet-exemple-nouvelle",
        "useful": "organisme/donnee_exemple",
        "note": "Une note inventée : elle dit tout.",
    },
    "api": {
        "title": "Donnée nouvelle",
        "id": "organisme/donnee_nouvelle",
        "provider": "organisme-exemple",
        "modality": "numero-exemple",
        "access": "habilitation",
        "source": "source-exemple",
        "summary": "L’API donne une couleur.",
    },
    "guide": {"title": "Bien choisir", "tagline": TAGLINE, "tag": "exemple", "api": "bouquet-exemple"},
    "actualite": {"title": "Du nouveau : enfin", "excerpt": TAGLINE, "category": "annonces", "tag": "exemple"},
}
HOSTILE = ("", " ", "\u200b", "<b>", "“x”", "é" * 500, "true", "../x", "https://", "2026-02-30", "\udc80", "\x1b[31m")
FILES = {
    "editeur": "data/editors.yaml",
    "cas-usage": "data/use_cases.yaml",
    "api": "content/api/organisme/donnee-nouvelle.md",
    "guide": "content/guides/bien-choisir.md",
    "actualite": f"content/actualites/{TODAY}-du-nouveau-enfin.md",
}


def new(root: Path, kind: str, options: dict[str, str], *more: str, typed: str | None = None) -> Result:
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    return CliRunner().invoke(guides, ["new", kind, "--root", str(root), *words, *more], input=typed)


def files_of(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kind", OPTIONS)
def test_options_alone_add_one_thing_and_keep_the_project_right(kind: str, project: Path) -> None:
    before = files_of(project)
    done = new(project, kind, OPTIONS[kind])
    assert done.exit_code == 0, done.output
    after = files_of(project)
    path = FILES[kind]
    assert {name for name in after if after[name] != before.get(name)} == {path}
    assert before.keys() <= after.keys()
    assert f"{path} est écrit." in done.output
    text = after[path].decode()
    written = added(before[path].decode(), text) if path in before else text
    for line in written.strip("\n").splitlines():
        assert f"+{line}" in done.output
    assert [problem for problem in found_in(project) if problem.severity is Severity.ERROR] == []
    for value in OPTIONS[kind].values():
        assert value in written or value in ("oui", "bouquet-exemple")


@pytest.mark.parametrize("kind", OPTIONS)
def test_a_dry_run_shows_and_writes_nothing(kind: str, project: Path) -> None:
    before = files_of(project)
    done = new(project, kind, OPTIONS[kind], "--dry-run")
    assert done.exit_code == 0, done.output
    assert "Rien n’a été écrit" in done.output
    assert f"+++ {FILES[kind]}" in done.output
    assert files_of(project) == before


@pytest.mark.parametrize("kind", OPTIONS)
def test_the_same_thing_twice_is_refused_with_another_name_to_take(kind: str, project: Path) -> None:
    assert new(project, kind, OPTIONS[kind]).exit_code == 0
    before = files_of(project)
    again = new(project, kind, OPTIONS[kind])
    assert again.exit_code == french.MISUSE
    assert "existe déjà" in again.output
    assert ("-2 »" in again.output) == (kind != "api")  # an official id isn't chosen
    assert files_of(project) == before


def test_a_guide_of_a_use_case_bears_its_name_and_all_its_parts(project: Path) -> None:
    assert new(project, "cas-usage", OPTIONS["cas-usage"]).exit_code == 0
    done = new(project, "guide", {**OPTIONS["guide"], "use-case": "aide-nouvelle"})
    assert done.exit_code == 0, done.output
    text = (project / "content/guides/aide-nouvelle.md").read_text(encoding="utf-8")
    assert text.count("\n## ") == 11
    assert text.count('use_case="aide-nouvelle"') == 5
    left = [problem for problem in found_in(project) if problem.place.path == "content/guides/aide-nouvelle.md"]
    assert {problem.rule for problem in left} == {"texte-provisoire"}
    assert len(left) == text.count("[à rédiger")


def test_what_is_missing_is_asked_until_it_can_be_taken(project: Path) -> None:
    answers = ["Mon Éditeur", "", "12", "732829320", "", "peut-être", "oui", "", "Mon Logiciel"]
    answers += ["bouquet-exemple-mon", "aide", "aide-exemple", "couleur_preferee", "", "oui", ""]
    done = new(project, "editeur", {}, typed="\n".join(answers))
    assert done.exit_code == 0, done.output
    assert "neuf chiffres sans espace sont attendus" in done.output
    assert "« peut-être » est inconnu. Valeurs possibles : oui, non." in done.output
    assert "une valeur est attendue." in done.output
    assert "Vouliez-vous dire « aide-exemple » ?" in done.output
    assert "Identifiant de l’éditeur [mon-editeur] : " in done.output
    assert_french(done.output)
    text = (project / "data/editors.yaml").read_text(encoding="utf-8")
    assert (
        "  - id: mon-editeur\n    name: Mon Éditeur\n    siren: 732829320\n    franceconnect_certified: true\n" in text
    )


def test_a_person_who_was_asked_may_still_say_no(project: Path) -> None:
    before = files_of(project)
    typed = ["", "", "", "", "", "non", ""]
    options = {name: OPTIONS["editeur"][name] for name in ("name", "solution")}
    done = new(project, "editeur", options, typed="\n".join(["", "", "", "", "bouquet-exemple-zoe", *typed[2:], ""]))
    assert "Écrire ce fichier, oui ou non [oui] : " in done.output
    assert done.output.endswith("Rien n’a été écrit.\n")
    assert files_of(project) == before


@pytest.mark.parametrize(
    ("kind", "option", "value", "told"),
    [
        ("editeur", "siren", "123", "neuf chiffres"),
        ("editeur", "siren", "000000018", "le SIREN 000000018 est déjà celui de l’éditeur « Éditeur Exemple »"),
        ("editeur", "name", "EDITEUR-EXEMPLE", "« editeur-exemple » existe déjà (data/editors.yaml:5)"),
        ("editeur", "name", "Zoé\u200bTech", "caractère invisible"),
        ("editeur", "name", "<b>Zoé</b>", "pas de HTML ici"),
        ("editeur", "site", "http://zoe.example.org", "une adresse complète qui commence par https://"),
        ("editeur", "form", "bouquet-exemple-logiciel", "est déjà pris : solution « Logiciel Exemple »"),
        ("editeur", "use-case", "aide-exempl", "Vouliez-vous dire « aide-exemple » ?"),
        ("editeur", "scope", "couleur", "Vouliez-vous dire « couleur_preferee » ?"),
        ("cas-usage", "form", "bouquet-exemple-aide", "est déjà celui du cas d’usage « Aide Exemple »"),
        ("cas-usage", "bundle", "api", "« api » est inconnu."),
        ("api", "access", "libre", "Valeurs possibles : habilitation, donnees-publiques."),
        ("api", "id", "Organisme/Donnée", "n’a pas la forme attendue"),
        ("guide", "id", "Été", "Essayez « ete »."),
        ("guide", "use-case", "aide-exemple", "« aide-exemple » existe déjà (content/guides/aide-exemple.md"),
        ("actualite", "date", "demain", "écrivez année-mois-jour"),
        ("actualite", "id", "../faq", "mal formé"),
    ],
)
def test_what_would_be_wrong_is_told_and_not_written(
    kind: str, option: str, value: str, told: str, project: Path
) -> None:
    before = files_of(project)
    done = new(project, kind, {**OPTIONS[kind], option: value})
    assert done.exit_code in (1, french.MISUSE)
    assert told in done.output
    assert files_of(project) == before


def test_names_alike_are_found_as_the_check_finds_them(project: Path) -> None:
    before = files_of(project)
    done = new(project, "editeur", {**OPTIONS["editeur"], "name": "EDITEUR-EXEMPLE", "id": "autre"})
    assert done.exit_code == 1
    assert "cet éditeur figure déjà dans la liste sous le nom « Éditeur Exemple »." in done.output
    assert "Rien n’a été écrit : corrigez, puis recommencez." in done.output
    assert files_of(project) == before


def test_the_mistakes_of_others_do_not_stand_in_the_way(project: Path) -> None:
    guide = project / "content/guides/aide-exemple.md"
    guide.write_text(guide.read_text(encoding="utf-8") + "\n<Inconnu />\n", encoding="utf-8")
    assert new(project, "editeur", OPTIONS["editeur"]).exit_code == 0
    assert new(project, "editeur", {**OPTIONS["editeur"], "id": "autre"}).exit_code == 1


def test_ends_of_lines_and_the_rights_of_a_file_are_kept(project: Path) -> None:
    file = project / "data/editors.yaml"
    text = file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(text)
    file.chmod(0o600)
    assert new(project, "editeur", OPTIONS["editeur"]).exit_code == 0
    assert file.read_bytes().startswith(text)
    assert file.read_bytes().count(b"\r\n") == file.read_bytes().count(b"\n")
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_file_that_has_changed_meanwhile_is_left_alone(project: Path) -> None:
    made = change.Change(project, "data/editors.yaml", "autre chose", "rien")
    before = files_of(project)
    with pytest.raises(change.ChangedMeanwhileError):
        made.write()
    assert files_of(project) == before


def test_a_write_that_fails_leaves_the_old_text_and_no_other_file(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError("plein")

    before = files_of(project)
    monkeypatch.setattr(Path, "chmod", fail)
    text = before["data/editors.yaml"].decode()
    with pytest.raises(OSError, match="plein"):
        change.Change(project, "data/editors.yaml", text, "rien").write()
    assert files_of(project) == before


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (b"editors:\n  - 'b\n", "data/editors.yaml"),
        (b"editors:\n  - name: \xe9\n", "n’est pas encodé en UTF-8"),
        (None, "data/editors.yaml manque"),
    ],
)
def test_a_list_that_cannot_be_read_is_left_alone(spoil: bytes | None, told: str, project: Path) -> None:
    file = project / "data/editors.yaml"
    file.unlink()
    if spoil is not None:
        file.write_bytes(spoil)
    before = files_of(project)
    done = new(project, "editeur", OPTIONS["editeur"])
    assert done.exit_code == 1
    assert told in done.output
    assert files_of(project) == before


def test_spaces_around_a_value_are_not_part_of_it(project: Path) -> None:
    assert new(project, "editeur", {**OPTIONS["editeur"], "name": "  Zoé ", "siren": " "}).exit_code == 0
    text = (project / "data/editors.yaml").read_text(encoding="utf-8")
    assert "  - id: zoe\n    name: Zoé\n    site:" in text


def test_outside_of_a_project_it_says_where_to_go(tmp_path: Path) -> None:
    done = new(tmp_path, "guide", OPTIONS["guide"])
    assert done.exit_code == 1
    assert "placez-vous à la racine du projet" in done.output


def test_a_script_that_forgets_an_option_is_told_which(project: Path) -> None:
    done = new(project, "editeur", {"name": "Zoé"})
    assert done.exit_code == french.MISUSE
    assert "--solution" in done.output


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_its_help_and_its_questions_are_in_french(kind: Kind, catalogue: Catalogue) -> None:
    done = CliRunner().invoke(guides, ["new", kind.name, "--help"])
    assert done.exit_code == 0
    assert done.output.startswith("Utilisation : ")
    assert_french(done.output)
    known = {question.name: ("bouquet-exemple",) for question in kind.questions}
    for question in kind.questions:
        for value in HOSTILE:
            said = question.refusal((value,), catalogue, known)
            assert_french(said)
            assert "Extra" not in said
            assert said.encode().decode().isprintable() or "\u00a0" in said
            assert len(said) <= 1000

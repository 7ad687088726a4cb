"""`guides check`, and what it demands before publication."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.build import ROOT
from tests.filled import fill

from guides_api.catalogue.workers import LostWorkError
from guides_api.cli.check import check

KEYS = {
    "data/legal.yaml": (
        *("publisher.name", "publisher.address", "publisher.phone", "publisher.director"),
        *("host.name", "host.address", "host.phone", "contact", "dpo"),
    ),
    "data/site.yaml": ("site_url", "repo_url"),
}


def run(root: Path, *options: str) -> Result:
    return CliRunner().invoke(check, ["--root", str(root), *options])


def test_the_project_may_be_built_and_not_yet_published() -> None:
    assert run(ROOT).exit_code == 0
    assert run(ROOT, "--publication").exit_code == 1


def test_publication_names_every_missing_value_with_its_file_its_line_and_its_key() -> None:
    said = run(ROOT, "--publication").output
    for path, keys in KEYS.items():
        lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
        for key in keys:
            (told,) = [block for block in said.split("\n\n") if f"« {key} »" in block]
            line = int(told.split(f"{path}:")[1].split()[0])
            assert lines[line - 1].strip().startswith(f"{key.rpartition('.')[2]}:")
            assert told.startswith("Erreur : ")
    assert said.count("Erreur : ") == sum(map(len, KEYS.values()))


def test_nothing_keeps_a_whole_project_from_being_published(project: Path) -> None:
    fill(project)
    done = run(project, "--publication")
    assert done.exit_code == 0, done.output
    assert "Rien à corriger" in done.output


@pytest.mark.parametrize("option", [(), ("--publication",)])
def test_an_expired_security_contact_is_an_error_at_publication_only(option: tuple[str, ...], project: Path) -> None:
    fill(project, expires_on="2026-01-31")
    done = run(project, *option)
    assert done.exit_code == len(option)
    assert done.output.count("security.txt n’est plus valable : 2026-01-31.") == 1


def test_a_project_with_mistakes_tells_them_alone(project: Path) -> None:
    file = project / "data/editors.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("    siren:", "    sirene:"), encoding="utf-8")
    done = run(project, "--publication")
    assert done.exit_code == 1
    assert "clé « sirene » inconnue." in done.output
    assert "il manque" not in done.output


def test_the_report_ends_with_the_command_that_explains_the_rules_met_the_most_frequent_first(project: Path) -> None:
    file = project / "data/editors.yaml"
    text = file.read_text(encoding="utf-8")
    text = (
        text.replace("- aide-exemple", "- aide").replace("- couleur_preferee", "- couleur").replace("siren:", "sirene:")
    )
    file.write_text(text, encoding="utf-8")
    assert run(project).output.splitlines()[-1].endswith(" explain reference-inconnue cle-inconnue")


def test_a_program_is_not_told_how_to_learn_more(project: Path) -> None:
    (project / "data/tags.yaml").unlink()
    assert "explain" not in run(project, "--format", "json").output


def test_where_nothing_is_wrong_nothing_is_to_be_learnt(project: Path) -> None:
    assert "explain" not in run(project).output


def test_a_check_says_the_same_again_and_what_has_changed_since(project: Path) -> None:
    right = run(project).output
    editors, guide = project / "data/editors.yaml", project / "content/guides/aide-exemple.md"
    before = editors.read_text(encoding="utf-8"), guide.read_text(encoding="utf-8")
    editors.write_text(before[0].replace("    siren:", "    sirene:"), encoding="utf-8")
    guide.write_text(f"{before[1]}\n[Rien](absent.md)\n", encoding="utf-8")
    first, again = run(project), run(project)
    assert first.output == again.output
    assert (first.exit_code, again.exit_code) == (1, 1)
    assert "clé « sirene » inconnue." in again.output
    assert "absent.md" in again.output
    guide.write_text(before[1], encoding="utf-8")
    assert "absent.md" not in run(project).output
    editors.write_text(before[0], encoding="utf-8")
    assert run(project).output == right
    (project / ".cache/pages.sqlite3").write_bytes(b"no database")
    assert run(project).output == right


def test_a_project_that_nobody_may_write_in_is_checked_too(project: Path) -> None:
    (project / ".cache").write_text("a file, where a folder is wanted", encoding="utf-8")
    assert run(project).exit_code == 0


def test_a_process_that_is_no_more_is_told_in_french(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object) -> None:
        raise LostWorkError("un des processus a été arrêté : relancez.")

    monkeypatch.setattr("guides_api.cli.check.load_project", lost)
    done = run(project)
    assert done.exit_code == 1
    assert "un des processus a été arrêté : relancez." in done.output

"""`guides verify`: what a person reads, what a program reads, and what each is told of success."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guides_api.cli import french
from guides_api.cli.verify import verify

HEADER = "---\ntitle: Un guide\ntagline: Une phrase.\n---\n"
BAD = f"{HEADER}\nVoir [la suite](absent.md).\n"
ADVICE = f"{HEADER}\nLes aides, les tarifs...\n"


def run(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(verify, [str(folder), "--root", str(folder), *options])


def put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def test_each_finding_is_shown_with_its_place_its_rule_and_the_line_at_fault(tmp_path: Path) -> None:
    put(tmp_path, "guides/a.md", BAD)
    done = run(tmp_path)
    assert done.stdout == (
        "Erreur : guides/a.md:6 : le lien « absent.md » ne mène à aucun fichier du dossier. [lien-casse]\n"
        "  6 | Voir [la suite](absent.md).\n"
        "\n"
        "1 guide : 1 erreur.\n"
        "Pour comprendre : guides explain lien-casse\n"
    )
    assert done.exit_code == 1


def test_advice_alone_is_no_failure(tmp_path: Path) -> None:
    put(tmp_path, "a.md", ADVICE)
    done = run(tmp_path)
    assert "1 guide : 1 conseil.\n" in done.stdout
    assert done.exit_code == 0


def test_guides_with_nothing_wrong_are_counted(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        put(tmp_path, name, f"{HEADER}\nDu texte.\n")
    assert (run(tmp_path).stdout, run(tmp_path).exit_code) == ("2 guides : rien à dire.\n", 0)


def test_a_program_reads_a_list_of_objects(tmp_path: Path) -> None:
    put(tmp_path, "guides/a.md", BAD)
    done = run(tmp_path, "--format", "json")
    assert json.loads(done.stdout) == [
        {
            "rule": "lien-casse",
            "severity": "erreur",
            "path": "guides/a.md",
            "line": 6,
            "message": "le lien « absent.md » ne mène à aucun fichier du dossier.",
        }
    ]
    assert done.exit_code == 1
    put(tmp_path, "guides/a.md", f"{HEADER}\nDu texte.\n")
    assert json.loads(run(tmp_path, "--format", "json").stdout) == []


def test_folders_can_be_named(tmp_path: Path) -> None:
    put(tmp_path, "ailleurs/a.md", BAD)
    put(tmp_path, "textes/b.md", f"{HEADER}\n![Un plan](/plan.png) [L’eau](/les-api/eau)\n")
    put(tmp_path, "fiches/eau.md", "---\ntitle: API Eau\n---\n")
    put(tmp_path, "fichiers/plan.png", "")
    done = run(tmp_path, "--guides", "textes", "--apis", "fiches", "--public", "fichiers")
    assert "lien-casse" not in done.stdout
    assert "image-absente" not in done.stdout
    assert "1 guide" in done.stdout


@pytest.mark.parametrize("option", ["--guides", "--apis", "--public"])
def test_a_folder_that_is_not_there_is_a_misuse(option: str, tmp_path: Path) -> None:
    done = run(tmp_path, option, "absent")
    assert done.exit_code == french.MISUSE
    assert "« absent » n’est pas un sous-dossier" in done.stderr


def test_nothing_that_a_file_holds_drives_the_terminal(tmp_path: Path) -> None:
    put(tmp_path, "a.md", f"{HEADER}\nVoir \x1b[31m[la suite](abs\u202eent.md).\n")
    for form in ("texte", "json"):
        shown = run(tmp_path, "--format", form).stdout
        assert "\x1b[31m" not in shown
        assert "\u202e" not in shown
        assert "⟨U+202E⟩" in shown


def test_the_folder_is_left_as_it_was(tmp_path: Path) -> None:
    put(tmp_path, "a.md", BAD)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    run(tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_progress_is_told_apart_from_the_report_once_it_lasts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.md", ADVICE)
    assert not run(tmp_path).stderr
    monkeypatch.setattr(import_module("guides_api.cli.progress"), "_PATIENCE", -1.0)
    done = run(tmp_path, "--format", "json")
    assert done.stderr == "1 guide lu sur 1…\n"
    assert len(json.loads(done.stdout)) == 1

"""`guides schema`: the files that it makes are those that stand in the repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.build import ROOT

from guides_api.cli.schema import FOLDER, schema, wanted
from guides_api.pages.project import Project


def run(root: Path) -> Result:
    return CliRunner().invoke(schema, ["--root", str(root)])


def test_what_stands_in_the_repository_is_up_to_date(real: Project) -> None:
    stale = [path for path, text in wanted(ROOT, real.catalogue) if (ROOT / path).read_text(encoding="utf-8") != text]
    assert stale == [], "lancez « guides schema »"
    made = {path for path, _ in wanted(ROOT, real.catalogue)}
    kept = {file.relative_to(ROOT).as_posix() for file in (ROOT / FOLDER).iterdir()}
    assert kept <= made, "supprimez-les : plus rien ne les fait"


@pytest.mark.parametrize("file", sorted((ROOT / "data").glob("*.yaml")), ids=lambda file: file.stem)
def test_a_data_file_names_its_schema_on_its_first_line(file: Path) -> None:
    first = file.read_text(encoding="utf-8").split("\n")[0]
    assert first == f"# yaml-language-server: $schema=../{FOLDER}/{file.stem}.schema.json"
    assert (file.parent / first.partition("=")[2]).is_file()


def test_the_schemas_of_a_project_are_written_once(project: Path) -> None:
    first = run(project)
    assert first.exit_code == 0, first.output
    assert "schemas/editors.schema.json est à jour." in first.output
    written = {file.name: file.read_bytes() for file in (project / FOLDER).iterdir()}
    offered = json.loads(written["editors.schema.json"])["definitions"]["use_cases"]["enum"]
    assert offered == ["aide-exemple"]
    assert not (project / "CONTRIBUTING.md").exists()

    again = run(project)
    assert again.output == "Rien à refaire.\n"
    assert {file.name: file.read_bytes() for file in (project / FOLDER).iterdir()} == written


def test_only_what_changed_is_written_again(project: Path) -> None:
    run(project)
    (project / "CONTRIBUTING.md").write_text("<!-- champs : guide -->\n<!-- fin des champs -->\n", encoding="utf-8")
    assert run(project).output == "CONTRIBUTING.md est à jour.\n"
    assert "| `tagline` |" in (project / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_data_with_errors_leave_the_schemas_as_they_are(project: Path) -> None:
    run(project)
    written = {file.name: file.read_bytes() for file in (project / FOLDER).iterdir()}
    (project / "data/publics.yaml").write_text("publics: rien\n", encoding="utf-8")
    done = run(project)
    assert done.exit_code == 1
    assert "corrigez d’abord" in done.output
    assert {file.name: file.read_bytes() for file in (project / FOLDER).iterdir()} == written

"""`guides formulaire`: the list is completed and right, or untouched."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.example import problems_of
from tests.issue import NO_ANSWER, body

from guides_api.catalogue.issue_form import Question
from guides_api.cli import guides
from guides_api.cli.issue import issue


def run(project: Path, answers: Mapping[Question, str] | bytes) -> tuple[Result, str, str]:
    """Return what is done of an issue, and the list before and after."""
    file, editors = project / "reponses.md", project / "data/editors.yaml"
    file.write_bytes(answers if isinstance(answers, bytes) else body(answers).encode())
    before = editors.read_text(encoding="utf-8")
    done = CliRunner().invoke(issue, [str(file), "--root", str(project)])
    file.unlink()
    return done, before, editors.read_text(encoding="utf-8")


def test_a_good_form_adds_one_record_and_shows_it(project: Path) -> None:
    done, before, after = run(project, {Question.FIXED: "couleur_preferee"})
    assert done.exit_code == 0, done.output
    assert "+    name: Société Nouvelle" in done.output
    assert done.output.endswith("Rien à corriger : la fiche est ajoutée à data/editors.yaml.\n")
    assert after.startswith(before.rstrip("\n"))
    assert "form: bouquet-exemple-nouveau" in after
    assert problems_of(project) == []
    assert sorted(path.name for path in (project / "data").glob(".*")) == []


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({Question.SIREN: "1"}, "Erreur : question « SIREN » : SIREN « 1 » : neuf chiffres"),
        ({Question.FORM: "bouquet-exemple-aide"}, "Erreur : votre fiche : éditeur « Société Nouvelle », solution"),
        ({Question.FORM: "ailleurs-nouveau"}, "n’est celui d’aucun bouquet."),
        ({Question.EDITOR: "Éditeur exemple"}, "cet éditeur figure déjà dans la liste"),
        (
            {Question.FIXED: "couleur_preferee", Question.OPTIONAL: "couleur_preferee"},
            "la donnée « couleur_preferee » est déjà listée pour cette solution.",
        ),
        (b"\xff\xfe\x00", "n’est pas encodé en UTF-8"),
        (b"### SIREN\n\x1b[31m", "caractère interdit"),
    ],
)
def test_a_form_with_a_mistake_writes_nothing(
    answers: Mapping[Question, str] | bytes, said: str, project: Path
) -> None:
    done, before, after = run(project, answers)
    assert done.exit_code == 1
    assert said in done.output
    assert done.output.endswith("La fiche n’a pas été écrite : il y a quelque chose à corriger.\n")
    assert after == before


def test_a_project_already_at_fault_is_left_as_it_is(project: Path) -> None:
    (project / "data/scopes.yaml").write_text("scopes: non\n", encoding="utf-8")
    done, before, after = run(project, {Question.USE_CASES: NO_ANSWER})
    assert (done.exit_code, after) == (1, before)
    assert "data/scopes.yaml:1" in done.output


def test_it_is_told_among_the_commands_to_nobody() -> None:
    assert "formulaire" not in CliRunner().invoke(guides, ["--help"]).output

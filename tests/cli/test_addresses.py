"""`guides adresses`: the list of published addresses grows by hand, and by itself where our tools write."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.example import found_in
from tests.issue import body
from tests.published import publish, replaced

from guides_api.cli import guides
from guides_api.pages.published import FILE

NEW = "data/publics.yaml", "publics:\n", "publics:\n  - id: bourgs\n    name: Bourgs\n    description: Des bourgs.\n"
ADDED = (
    *("new", "editeur", "--name", "Zoé", "--franceconnect", "non", "--solution", "Un"),
    *("--form", "bouquet-exemple-zoe", "--use-case", "aide-exemple"),
)


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(guides, [*words, "--root", str(root)])


def listed(root: Path) -> set[str]:
    return set((root / FILE).read_text(encoding="utf-8").splitlines())


def test_it_shows_what_it_adds_and_adds_it_once(project: Path) -> None:
    publish(project)
    before = listed(project)
    replaced(project, *NEW)
    done = run(project, "adresses")
    assert done.exit_code == 0, done.output
    assert [line for line in done.output.splitlines() if line.startswith("+/")] == ["+/publics/bourgs/"]
    assert listed(project) - before == {"/publics/bourgs/"}
    assert before <= listed(project)
    assert found_in(project) == ()
    assert run(project, "adresses").output == "Rien à ajouter : data/addresses.txt a toutes les adresses du site.\n"


def test_it_begins_the_list_of_a_site_that_is_about_to_be_published(project: Path) -> None:
    assert run(project, "adresses").exit_code == 0
    assert "/editeurs/editeur-exemple/" in listed(project)
    assert found_in(project) == ()


def test_a_trial_shows_and_writes_nothing(project: Path) -> None:
    done = run(project, "adresses", "--dry-run")
    assert "+/editeurs/editeur-exemple/" in done.output
    assert "Rien n’a été écrit" in done.output
    assert not (project / FILE).exists()


def test_a_site_with_errors_is_mended_first(project: Path) -> None:
    publish(project, "/publics/bourgs/")
    before = listed(project)
    done = run(project, "adresses")
    assert done.exit_code == 1
    assert "« guides check »" in done.output
    assert listed(project) == before


@pytest.mark.parametrize("trial", [False, True])
def test_a_new_record_is_added_to_the_list_with_its_file(project: Path, trial: bool) -> None:  # noqa: FBT001  a case
    publish(project)
    before = listed(project)
    done = run(project, *ADDED, *(["--dry-run"] if trial else []))
    assert done.exit_code == 0, done.output
    new = {"/editeurs/zoe/", "/editeurs/zoe/#bouquet-exemple-zoe", "/orientation/cas/aide-exemple/bouquet-exemple-zoe/"}
    assert {line for line in done.output.splitlines() if line.startswith("+/")} == {f"+{address}" for address in new}
    assert listed(project) - before == (set() if trial else new)
    assert found_in(project) == ()


def test_the_answers_to_the_form_are_added_to_the_list(project: Path) -> None:
    publish(project)
    answers = project / "reponses.md"
    answers.write_text(body({}), encoding="utf-8")
    done = run(project, "formulaire", str(answers))
    assert done.exit_code == 0, done.output
    assert "/editeurs/societe-nouvelle/" in listed(project)
    assert found_in(project) == ()

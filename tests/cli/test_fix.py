"""`guides fix`: it corrects what can be, makes nothing worse, loses nothing, and says what is left."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from tests.build import ROOT
from tests.catalogue import golden
from tests.catalogue.corpus import CASES
from tests.catalogue.french import assert_french
from tests.example import FILES, TODAY, problems_of
from tests.example import write as write_example

from guides_api.catalogue.catalogue import Catalogue
from guides_api.cli import french, guides
from guides_api.cli.change import Change
from guides_api.cli.fix import corrections
from guides_api.pages.project import Project

EDITORS = "data/editors.yaml"
GUIDE = "content/guides/aide-exemple.md"
# What it corrects, and the cases of which it leaves nothing.
MENDED = {
    *("unsorted_editors", "unsorted_editors_by_accent_and_case", "unsorted_solutions", "unsorted_terms"),
    *("trailing_spaces", "trailing_spaces_on_several_lines", "trailing_spaces_in_front_matter"),
    *("yaml_tab_indentation", "yaml_tab_after_spaces", "yaml_tab_in_first_item", "front_matter_with_a_tab"),
    *("yaml_text_over_a_tab", "front_matter_with_a_tab_in_a_title"),
    *("no_break_space_in_an_id", "no_break_space_after_an_id", "no_break_space_after_a_form"),
    *("no_break_space_after_a_name", "no_break_spaces_in_a_siren", "no_break_space_in_a_date"),
    *("no_break_space_in_the_use_case_of_a_guide", "no_break_space_in_an_attribute", "siren_with_spaces"),
    *("yaml_no_break_spaces_before_a_key", "yaml_no_break_space_after_a_colon"),
    *("yaml_no_break_space_before_a_colon", "yaml_no_break_space_after_a_dash", "space_after_a_quoted_name"),
    *("invisible_character", "right_to_left_mark", "right_to_left_mark_in_an_id"),
    "right_to_left_mark_in_the_title_of_a_guide",
    *("guide_in_windows_1252", "guide_in_mac_roman", "guide_in_utf_16", "data_in_windows_1252", "data_in_latin_1"),
    *("mojibake_apostrophe", "mojibake_in_front_matter", "mojibake_twice"),
    *("mojibake_read_as_mac_roman", "mojibake_read_as_windows_1252"),
    *("table_of_contents_by_hand", "form_is_an_address", "link_to_the_form_of_a_use_case"),
}
# Those of two records that are told of each other: in order, it is the other one that is told.
IN_TURN = {"duplicate_editor_by_siren", "form_of_another_solution"}


def fix(root: Path, *options: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(guides, ["fix", "--root", str(root), "--at", TODAY.isoformat(), *options], input=typed)


def files_of(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def put(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / path).write_bytes(text.replace(old, new).encode())


def without_lines(problems: str) -> set[str]:
    """Return each problem without its line, which a correction may move, nor what could be done about it."""
    return {re.sub(r"(?<=:)\d+(?=\)| :)", "", line) for line in problems.split("\n") if not line.startswith("  ")}


def test_nothing_is_made_worse_and_what_can_be_mended_is(tmp_path: Path, catalogue: Catalogue) -> None:
    touched = set()
    for case in CASES:
        changes, expected = golden.parts(case)
        root = tmp_path / case.stem
        for path, raw in golden.changed(changes, FILES.__getitem__).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(raw)
        changed = list(corrections(root, catalogue))
        if not changed:
            continue
        touched.add(case.stem)
        write_example(root)
        golden.apply(changes, root)
        for change, _ in changed:
            change.write()
        assert list(corrections(root, catalogue)) == [], case.stem
        left = problems_of(root)
        before, after = without_lines(expected), without_lines(golden.said(left))
        assert after <= before or (case.stem in IN_TURN and len(after) < len(before)), case.stem
        assert bool(left) is (case.stem not in MENDED), case.stem
    assert touched >= MENDED | IN_TURN


def test_the_real_project_and_the_example_are_left_as_they_are(project: Path, real: Project) -> None:
    assert list(corrections(ROOT, real.catalogue)) == []
    assert list(corrections(project, real.catalogue)) == []


def test_it_shows_asks_writes_and_has_nothing_more_to_do(project: Path) -> None:
    put(project, EDITORS, "name: Éditeur Exemple", "name: Éditeur Exemple  ")
    put(project, GUIDE, "Premier paragraphe.", "L'aide d'ici.")
    done = fix(project, typed="\n")
    assert done.exit_code == 0, done.output
    assert "-    name: Éditeur Exemple··\n+    name: Éditeur Exemple\n" in done.output
    assert "-L'aide d'ici.\n+L’aide d’ici.\n" in done.output
    assert f"{EDITORS} : espaces en fin de ligne.\n" in done.output
    assert f"{GUIDE} : apostrophes.\n" in done.output
    assert "Appliquer, oui ou non [oui] : " in done.output
    assert done.output.endswith("Corrigé : 2 fichiers.\n")
    assert_french(done.output)
    expected = {path: text.encode() for path, text in FILES.items()}
    expected[GUIDE] = FILES[GUIDE].replace("Premier paragraphe.", "L’aide d’ici.").encode()
    assert files_of(project) == expected
    again = fix(project)
    assert (again.exit_code, again.output) == (0, "Lecture du projet…\nRien à corriger automatiquement.\n")


@pytest.mark.parametrize(
    ("options", "typed", "said"),
    [
        (("--dry-run",), None, "Rien n’a été écrit : c’était un essai (--dry-run)."),
        ((), "non\n", "Rien n’a été écrit."),
    ],
)
def test_nothing_is_written_unless_it_is_wanted(
    options: tuple[str, ...], typed: str | None, said: str, project: Path
) -> None:
    put(project, EDITORS, "name: Éditeur Exemple", "name: Éditeur Exemple ")
    before = files_of(project)
    done = fix(project, *options, typed=typed)
    assert done.exit_code == 0
    assert said in done.output
    assert files_of(project) == before


@pytest.mark.parametrize("option", ["--yes", "-y"])
def test_a_script_is_asked_nothing(option: str, project: Path) -> None:
    put(project, EDITORS, "name: Éditeur Exemple", "name: Éditeur Exemple ")
    done = fix(project, option)
    assert done.exit_code == 0
    assert "Appliquer" not in done.output
    assert (project / EDITORS).read_text(encoding="utf-8") == FILES[EDITORS]


def test_a_script_that_forgets_to_agree_is_told_how(project: Path) -> None:
    put(project, EDITORS, "name: Éditeur Exemple", "name: Éditeur Exemple ")
    before = files_of(project)
    done = fix(project, typed="")
    assert done.exit_code == french.MISUSE
    assert "--yes" in done.output
    assert files_of(project) == before


def test_what_it_cannot_correct_is_told_as_the_check_does(project: Path) -> None:
    put(project, EDITORS, "siren: 000000018", "siren: 000000019 ")
    done = fix(project, "--yes")
    assert done.exit_code == 1
    assert "Corrigé : 1 fichier.\n\nReste à voir à la main : 1 erreur.\n\nErreur : data/editors.yaml:7" in done.output
    assert "dans l’Annuaire des entreprises. [siren]\n  7 |     siren: 000000019\n" in done.output


def test_a_warning_that_is_left_is_no_failure(project: Path) -> None:
    put(project, GUIDE, "Dernier paragraphe.", "Voir [ici](../index.md).")
    done = fix(project)
    assert done.exit_code == 0
    assert "Reste à voir à la main : 1 avertissement." in done.output


def test_a_record_that_moves_in_a_long_list_is_all_that_shows() -> None:
    text = (ROOT / EDITORS).read_text(encoding="utf-8")
    head, *records = re.split(r"(?=^  - id: )", text, flags=re.MULTILINE)
    moved = "".join([head, *records[1:20], records[0], *records[20:]])
    shown = click.unstyle(Change(ROOT, EDITORS, moved, text).diff()).split("\n")
    lines = [line for line in shown if line.startswith(("+", "-"))][2:]
    assert len(lines) == 2 * records[0].count("\n")
    assert {line[1:] for line in lines} == set(records[0].rstrip("\n").split("\n")) | {""}


def test_bytes_that_are_no_text_show_and_are_mended(project: Path) -> None:
    (project / GUIDE).write_bytes(FILES[GUIDE].replace("Premier", "L’été, premier").encode("cp1252"))
    done = fix(project, "--yes")
    assert done.exit_code == 0, done.output
    assert "-L\ufffd\ufffdt\ufffd, premier" in done.output
    assert "+L’été, premier paragraphe.\n" in done.output
    assert f"{GUIDE} : encodage.\n" in done.output
    assert (project / GUIDE).read_text(encoding="utf-8") == FILES[GUIDE].replace("Premier", "L’été, premier")


def test_ends_of_lines_alone_are_told_without_a_difference_to_read(project: Path) -> None:
    (project / EDITORS).write_bytes(b"\xef\xbb\xbf" + FILES[EDITORS].replace("\n", "\r\n").encode())
    done = fix(project, "--yes")
    assert done.exit_code == 0
    assert f"\n{EDITORS} : fins de ligne.\n" in done.output
    assert files_of(project)[EDITORS] == FILES[EDITORS].encode()


def test_a_file_that_changed_meanwhile_is_left_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(project, EDITORS, "name: Éditeur Exemple", "name: Éditeur Exemple ")

    def changed_by_somebody(_question: str) -> bool:
        (project / EDITORS).write_text("autre chose\n", encoding="utf-8")
        return True

    monkeypatch.setattr(sys.modules[corrections.__module__], "agreed", changed_by_somebody)
    done = fix(project)
    assert done.exit_code == 1
    assert f"{EDITORS} a changé entre-temps. Rien n’a été écrit. Recommencez." in done.output
    assert (project / EDITORS).read_text(encoding="utf-8") == "autre chose\n"


def test_a_link_that_leads_elsewhere_is_not_followed(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("ailleurs") / "guide.md"
    outside.write_text("---\ntitle: L'autre \n---\n", encoding="utf-8")
    (project / "content/guides/lien.md").symlink_to(outside)
    fix(project, "--yes")
    assert outside.read_text(encoding="utf-8") == "---\ntitle: L'autre \n---\n"


def test_outside_of_a_project_it_says_where_to_go(tmp_path: Path) -> None:
    done = fix(tmp_path)
    assert done.exit_code == 1
    assert "placez-vous à la racine du projet" in done.output

"""Files that can't be read as text, or that would take for ever: told in French, in bounded time."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.catalogue.french import assert_french
from tests.example import FILES, found_in, problems_of

from guides_api.catalogue.problems import Severity
from guides_api.catalogue.sources import MAX_BYTES

EDITORS = FILES["data/editors.yaml"]
SAVE_AGAIN = "\n  Enregistrez-le de nouveau en choisissant l’encodage UTF-8, ou lancez « guides fix »."
UTF_16 = f"ce fichier n’est pas encodé en UTF-8 (sans doute en UTF-16).{SAVE_AGAIN}"
NOT_READ = (
    "data/publics.yaml : ce fichier ne se laisse pas lire.\n"
    "  Vérifiez que c’est bien un fichier, et que vous avez le droit de le lire."
)
GUIDE = "content/guides/aide-exemple.md"


def test_the_example_project_has_no_problem(project: Path) -> None:
    assert problems_of(project) == []


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (
            EDITORS.encode("cp1252"),
            "data/editors.yaml:6 : ce fichier n’est pas encodé en UTF-8 "  # noqa: ISC004  two halves of one line
            f"(sans doute en Windows-1252, près de « name: Éditeur Exem »).{SAVE_AGAIN}",
        ),
        (EDITORS.encode("utf-16"), f"data/editors.yaml:1 : {UTF_16}"),
        (b"\xfe\xff" + EDITORS.encode("utf-16-be"), f"data/editors.yaml:1 : {UTF_16}"),
        (EDITORS.encode("utf-16-le"), f"data/editors.yaml:6 : {UTF_16}"),
        (EDITORS.encode("ascii", "ignore").decode().encode("utf-16-le"), f"data/editors.yaml:1 : {UTF_16}"),
        (
            f"{EDITORS}# {'é' * (5 * 1024 * 512)}\n".encode(),
            "data/editors.yaml : le fichier dépasse 2 Mio.\n  Découpez-le, ou retirez ce qui n’a rien à y faire.",
        ),
    ],
    ids=["Windows-1252", "UTF-16", "UTF-16 big-endian", "UTF-16 without BOM", "UTF-16 without accents", "5 MiB"],
)
def test_a_file_that_is_no_text_of_ours_is_the_only_problem(project: Path, raw: bytes, said: str) -> None:
    (project / "data/editors.yaml").write_bytes(raw)
    problems = problems_of(project)
    assert problems == [said]
    assert_french(problems[0])


@pytest.mark.parametrize("path", ["data/editors.yaml", GUIDE])
@pytest.mark.parametrize(
    "change",
    [
        lambda text: f"\ufeff{text}",
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\ufeff" + text.replace("\n", "\r\n"),
        lambda text: text.rstrip("\n"),
        lambda text: f"{text}\n\n",
    ],
    ids=["BOM", "CRLF", "CR", "BOM and CRLF", "no final line end", "blank lines at the end"],
)
def test_what_an_editor_adds_by_itself_does_no_harm(project: Path, path: str, change: Callable[[str], str]) -> None:
    (project / path).write_bytes(change(FILES[path]).encode())
    assert problems_of(project) == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("blank_lines", [0, 1, 4])
def test_a_mistake_in_a_body_is_at_its_line_of_the_file(project: Path, line_end: str, blank_lines: int) -> None:
    body = "\n" * blank_lines + 'Un.\n\n<Fact id="zzz" />\n'
    text = f"---\ntitle: Accueil\n---\n{body}"
    (project / "content/index.md").write_bytes(text.replace("\n", line_end).encode())
    line = text.split("\n").index('<Fact id="zzz" />') + 1
    assert [problem.place.line for problem in found_in(project)] == [line]


@pytest.mark.parametrize("path", sorted(path for path in FILES if path.startswith("data/")))
def test_a_missing_data_file_is_the_only_problem(project: Path, path: str) -> None:
    (project / path).unlink()
    assert problems_of(project) == [f"{path} : ce fichier manque.\n  Rétablissez-le depuis la dernière version."]


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("content/api", ["content/api : ce dossier manque.\n  Rétablissez-le depuis la dernière version."]),
        ("content/guides", ["content/guides : ce dossier manque.\n  Rétablissez-le depuis la dernière version."]),
        (
            "content",
            [
                f"{name} : ce dossier manque.\n  Rétablissez-le depuis la dernière version."
                for name in ("content", "content/api", "content/guides")
            ],
        ),
    ],
)
def test_a_missing_folder_is_the_only_problem(project: Path, folder: str, said: list[str]) -> None:
    shutil.rmtree(project / folder)
    assert problems_of(project) == said


def test_a_folder_in_a_files_place_is_told(project: Path) -> None:
    (project / "data/publics.yaml").unlink()
    (project / "data/publics.yaml").mkdir()
    assert problems_of(project) == [NOT_READ]


def test_a_file_of_the_largest_size_is_read(project: Path) -> None:
    room = MAX_BYTES - len(EDITORS.encode()) - 3
    (project / "data/editors.yaml").write_text(f"{EDITORS}# {'x' * room}\n", encoding="utf-8")
    assert problems_of(project) == []


BOMB = "".join(
    f"{name}: &{name} [{', '.join([f'*{below}'] * 9) if below else 'lol'}]\n"
    for below, name in [("", "a"), *(("abcdefgh"[index], "bcdefghi"[index]) for index in range(8))]
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (BOMB, "data/publics.yaml:1 : les renvois YAML (« &a ») sont refusés."),
        ("publics: " + "[" * 10_000, "data/publics.yaml:1 : plus de 12 niveaux imbriqués."),
        ("publics: " + "[" * 10_000 + "]" * 10_000, "data/publics.yaml:1 : plus de 12 niveaux imbriqués."),
        ("publics: " + "{a: " * 10_000, "data/publics.yaml:1 : plus de 12 niveaux imbriqués."),
        ("- " * 100_000, "data/publics.yaml:1 : plus de 12 niveaux imbriqués."),
        ("? " * 100_000, "data/publics.yaml:1 : une clé doit être un simple mot."),
        ("[" * 500_000 + ":", "data/publics.yaml:1 : plus de 12 niveaux imbriqués."),
        ("a: b: " * 300_000, "data/publics.yaml:1 : deux-points inattendu."),
        ("%" * 1_000_000, "data/publics.yaml:1 : "),
        ("publics: !" + "x" * 1_000_000, "data/publics.yaml:1 : les étiquettes YAML (« !xxxx"),
        ('"' + "\\" * 999_999, "data/publics.yaml:1 : "),
    ],
    ids=lambda value: value[:12] if value == BOMB else None,
)
def test_a_bomb_is_refused_and_goes_off_nowhere(project: Path, text: str, said: str) -> None:
    (project / "data/publics.yaml").write_text(text, encoding="utf-8")
    problems = problems_of(project)
    assert len(problems) == 1
    assert problems[0].startswith(said)
    assert len(problems[0]) < 2000
    assert_french(problems[0])


def test_many_mistakes_are_all_told(project: Path) -> None:
    records = "".join(f"  - id: public-{number}\n    name: Public {number}\n" for number in range(500))
    (project / "data/publics.yaml").write_text(f"{FILES['data/publics.yaml']}{records}", encoding="utf-8")
    assert len(problems_of(project)) == 500


def test_an_expired_fact_is_a_warning_and_its_last_day_is_not_past(project: Path) -> None:
    facts = project / "data/facts.yaml"
    text = FILES["data/facts.yaml"]
    facts.write_text(text.replace("2027-08-31", "2026-11-21"), encoding="utf-8")
    assert [problem.severity for problem in found_in(project)] == [Severity.WARNING]
    facts.write_text(text.replace("2027-08-31", "2026-11-22"), encoding="utf-8")
    assert found_in(project) == ()

"""CONTRIBUTING.md: its tables agree with the models, and what it shows of the check is what the check says."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent, indent

import pytest
from click.testing import CliRunner
from pydantic import BaseModel
from tests.build import ROOT

from guides_api.catalogue.choices import Choices, choices
from guides_api.catalogue.shapes import written_keys
from guides_api.cli.check import check
from guides_api.pages.field_tables import DOCUMENTED, field_table, with_tables
from guides_api.pages.project import Project

CONTRIBUTING = ROOT / "CONTRIBUTING.md"
TEXT = CONTRIBUTING.read_text(encoding="utf-8")
RIGHT = re.compile(r"<!-- fiche -->\n\n   ```yaml\n(.*?)   ```\n", re.DOTALL)
WRONG = re.compile(r"(?<=<!-- faute : )([^\n]+)( -->\n\n```text\n)(.*?)(?=```\n)", re.DOTALL)
LINE = re.compile(r"(?<=data/editors\.yaml:)\d+|^  +\d+(?= \|)", re.MULTILINE)


def found(pattern: re.Pattern[str]) -> re.Match[str]:
    (only,) = pattern.finditer(TEXT)
    return only


def record() -> str:
    """Return the record that editors are shown, as data/editors.yaml writes it."""
    return indent(dedent(found(RIGHT)[1]), "  ")


def checked(added: str, root: Path) -> tuple[int, str]:
    """Return what `guides check` answers of the real project with a record at its place among the editors."""
    (root / "content").symlink_to(ROOT / "content")
    (root / "data").mkdir()
    for file in (ROOT / "data").glob("*.yaml"):
        (root / "data" / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    editors = root / "data/editors.yaml"
    text = editors.read_text(encoding="utf-8")
    after = next(line for line in re.findall(r"^  - id: .+\n", text, re.MULTILINE) if line > added)
    editors.write_text(text.replace(after, f"{added}\n{after}"), encoding="utf-8")
    (root / "guides").touch(0o755)  # the command as it is once installed: the report says how to call it
    done = CliRunner().invoke(check, ["--root", str(root), "--at", "2026-11-22"], env={"PATH": str(root)})
    return done.exit_code, done.output


@pytest.fixture(scope="module")
def known(real: Project) -> Choices:
    return choices(real.catalogue)


def test_the_tables_are_those_of_the_models(known: Choices) -> None:
    assert with_tables(TEXT, known) == TEXT, "lancez « guides schema »"
    asked = set(re.findall(r"<!-- champs : (\w+) -->", TEXT))
    assert asked == set(DOCUMENTED)
    assert TEXT.count("<!-- fin des champs -->") == len(asked)


@pytest.mark.parametrize("name", DOCUMENTED)
def test_a_table_names_every_field(name: str, known: Choices) -> None:
    model: type[BaseModel] = DOCUMENTED[name]
    cells = re.findall(r"^\| `([\w.]+)` \|", field_table(name, known), re.MULTILINE)
    assert [cell for cell in cells if "." not in cell] == sorted(
        written_keys(model), key=("source", "checked_on").__contains__
    )
    assert len(set(cells)) == len(cells)
    for row in field_table(name, known).splitlines():
        assert row.count("|") == len("|||||"), row


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("editors", "| `siren` | Neuf chiffres, sans espace. | facultatif | `123456782` |"),
        ("editors", "| `solutions.scopes.fixed` | Celles que la solution demande toujours. | facultatif |"),
        ("use_cases", "`publics` | À qui il s’adresse, au moins un public. | obligatoire | `[communes]` |"),
        ("guide", "| facultatif, sinon `true` | `true` |"),
        ("api", "`donnees-publiques` : Tout le monde peut appeler l’API. | obligatoire | `habilitation` |"),
        ("use_cases", "| en tête du fichier, ou ici | `2026-08-31` |"),
        ("api", "| Le jour où quelqu’un a vérifié l’information. | obligatoire | `2026-08-31` |"),
    ],
)
def test_a_row_says_what_to_write_and_whether_one_must(name: str, row: str, known: Choices) -> None:
    assert row in field_table(name, known)


def test_a_table_takes_the_place_of_the_former_one_and_nothing_else_moves(known: Choices) -> None:
    text = "avant\n<!-- champs : guide -->\nvieux\n<!-- fin des champs -->\naprès\n"
    made = with_tables(text, known)
    assert made == f"avant\n<!-- champs : guide -->\n\n{field_table('guide', known)}\n<!-- fin des champs -->\naprès\n"
    assert with_tables(made, known) == made
    with pytest.raises(KeyError):
        with_tables(text.replace("guide", "inconnu"), known)


def test_the_record_that_editors_are_shown_is_right(tmp_path: Path) -> None:
    code, said = checked(record(), tmp_path)
    assert code == 0, said


def test_the_mistake_that_editors_are_shown_is_told_in_these_words(tmp_path: Path, rewrite_golden: bool) -> None:  # noqa: FBT001  a fixture
    wrong, _, told = found(WRONG).groups()
    key = wrong.partition(":")[0]
    code, said = checked(re.sub(rf"{key}: .+", wrong, record(), count=1), tmp_path)
    if rewrite_golden:
        CONTRIBUTING.write_text(WRONG.sub(lambda found: f"{found[1]}{found[2]}{said}", TEXT), encoding="utf-8")
        return
    assert code == 1
    assert LINE.sub("N", said) == LINE.sub("N", told)

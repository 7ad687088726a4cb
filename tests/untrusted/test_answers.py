"""Whatever is answered to the form of an issue: nothing but a problem, or one record that says just that.

The command runs as the workflow runs it; what it says of the answers is shown to everybody, as code.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import example, issue
from tests.untrusted.attacks import ALL, values

from guides_api.catalogue.issue_form import Question
from guides_api.catalogue.nodes import Entries
from guides_api.catalogue.strict_yaml import YamlText
from guides_api.cli.issue import issue as command

EDITORS = "data/editors.yaml"
TEXTS = (Question.EDITOR, Question.SITE, Question.SOLUTION, Question.FORM, Question.FIXED, Question.REMARKS)
ANSWERS = st.dictionaries(st.sampled_from(list(Question)), values(), min_size=1, max_size=4)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return example.write(tmp_path_factory.mktemp("issue"))


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def records(root: Path) -> list[Any]:
    source = YamlText((root / EDITORS).read_text(encoding="utf-8"), EDITORS)
    read = source.read()
    assert isinstance(read, Entries), source.problems
    plain: Any = read.plain
    return list(plain["editors"])


def sent(root: Path, text: str) -> bool:
    """Send the body of an issue; return whether a record was written, the project being then as it was."""
    before, old = tree(root), records(root)
    file = root.parent / "reponses.md"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    done = CliRunner().invoke(command, [str(file), "--root", str(root)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    changed = {path for path, raw in tree(root).items() if before.get(path) != raw}
    if done.exit_code:
        assert changed == set()
        assert done.output.endswith("La fiche n’a pas été écrite : il y a quelque chose à corriger.\n")
        assert all(sign.isprintable() or sign == "\n" for sign in done.output), ascii(done.output)
        return False
    assert changed == {EDITORS}
    (new,) = (record for record in records(root) if record not in old)
    assert [record for record in records(root) if record != new] == old
    assert_harmless(new, text)
    (root / EDITORS).write_bytes(before[EDITORS])
    return True


def assert_harmless(record: Mapping[str, Any], text: str) -> None:
    """Refuse what was not typed, and what a field may not hold."""
    (solution,) = record["solutions"]
    for name in (record["name"], solution["name"]):
        assert name in text
        assert not {"<", ">", "\n"} & set(name)
    assert record.get("site", "https://").startswith("https://")
    assert set(record["id"] + solution["form"]) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_attacks_are_answered(root: Path) -> None:
    written = [sent(root, issue.body({TEXTS[rank % len(TEXTS)]: value})) for rank, value in enumerate(ALL[::4])]
    assert True in written
    assert False in written


@settings(max_examples=25)
@given(ANSWERS)
def test_whatever_is_answered_is_refused_or_is_one_record(root: Path, answers: dict[Question, str]) -> None:
    sent(root, issue.body(answers))


@settings(max_examples=15)
@given(st.lists(values(), max_size=6).map("\n\n".join))
def test_what_is_no_form_is_refused(root: Path, text: str) -> None:
    assert not sent(root, text)


@pytest.mark.long
@settings(max_examples=2_000)
@given(ANSWERS)
def test_whatever_is_answered_is_so_in_the_long_run(root: Path, answers: dict[Question, str]) -> None:
    sent(root, issue.body(answers))


@pytest.mark.long
def test_each_attack_in_each_answer_is_answered(root: Path) -> None:
    written = [sent(root, issue.body({question: value})) for question in TEXTS for value in ALL]
    print(f"{len(written)} réponses, dont {sum(written)} fiches écrites")  # noqa: T201
    assert 0 < sum(written) < len(written)

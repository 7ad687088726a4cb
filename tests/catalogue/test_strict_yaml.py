"""YAML without surprises, the same from libyaml and from the pure Python parser."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests import example
from tests.build import ROOT
from tests.catalogue import golden
from tests.catalogue.corpus import CASES
from tests.catalogue.french import assert_french
from tests.example import problems_of

from guides_api.catalogue import strict_yaml
from guides_api.catalogue.nodes import Node
from guides_api.catalogue.strict_yaml import YamlText

DATA = sorted((ROOT / "data").glob("*.yaml"))


def value(written: str) -> object:
    text = YamlText(f"key: {written}\n", "x.yaml")
    tree = text.read()
    assert text.problems == []
    assert tree is not None
    assert isinstance(tree.plain, dict)
    return tree.plain["key"]


@pytest.mark.parametrize(
    "written",
    [
        *("yes", "no", "on", "off", "oui", "non", "y", "n", "True", "TRUE", "False", "Null", "NULL", "~", "None"),
        *("1", "-1", "1.0", "0755", "0o17", "0x1F", "1e3", "1_000", ".inf", ".nan", "12:30:45", "190:20:30"),
        *("2026-08-31", "2026-08-31T10:00:00Z", "000000018", "<<", "=", "a#b", "a: b"[:1]),
    ],
)
def test_all_else_stays_text(written: str) -> None:
    assert value(written) == written


@pytest.mark.parametrize(("written", "meant"), [("true", True), ("false", False), ("null", None), ("", None)])
def test_true_false_and_null_are_special(written: str, meant: object) -> None:
    assert value(written) is meant


@pytest.mark.parametrize("quote", ["'", '"'])
@pytest.mark.parametrize("word", ["true", "false", "null", "", "2026-08-31", "*a", "&a", "!a", "@a", "a: b", "#a"])
def test_quotes_make_any_text(word: str, quote: str) -> None:
    assert value(f"{quote}{word}{quote}") == word


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (">-\n  un\n  deux", "un deux"),
        ("|-\n  un\n  deux", "un\ndeux"),
        ("un\n  deux", "un deux"),
        ("[a, 'b', true]", ["a", "b", True]),
        ("{a: 1, b: }", {"a": "1", "b": None}),
        ("x # commentaire", "x"),
        ("'l''un'", "l'un"),
    ],
)
def test_the_usual_ways_to_write_a_value_are_read(written: str, read: object) -> None:
    assert value(written) == read


def test_a_key_is_always_text() -> None:
    tree = YamlText("true: a\nnull: b\n12: c\n", "x.yaml").read()
    assert tree is not None
    assert tree.plain == {"true": "a", "null": "b", "12": "c"}


def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_yaml, "_FAST_LOADER", yaml.SafeLoader)


def read(text: str) -> tuple[Node | None, list[str]]:
    source = YamlText(text, "x.yaml")
    return source.read(), [str(problem) for problem in source.problems]


def test_libyaml_is_what_reads_here() -> None:
    assert strict_yaml._FAST_LOADER is not yaml.SafeLoader, "PyYAML was installed without libyaml"


@pytest.mark.parametrize("file", DATA, ids=lambda path: path.name)
def test_both_parsers_read_the_same_data(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = file.read_text(encoding="utf-8")
    fast = read(text)
    slow(monkeypatch)
    assert read(text) == fast
    assert fast[0] is not None


# libyaml tells an escape of no character where Python's parser breaks, and lets a tab stand inside a text.
DIFFERENT = {
    "front_matter_with_a_tab_in_a_title",
    "yaml_code_of_half_a_character",
    "yaml_code_of_no_character",
    "yaml_text_over_a_tab",
}


@pytest.mark.parametrize("case", [case for case in CASES if case.stem not in DIFFERENT], ids=lambda case: case.stem)
def test_both_parsers_tell_the_same_mistakes(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = golden.changed(golden.parts(case)[0], example.FILES.__getitem__)
    texts = [raw.decode("utf-8", "replace") for raw in changed.values()]
    written = [text.partition("---\n")[2].partition("\n---")[0] if text.startswith("---") else text for text in texts]
    fast = [read(text) for text in written]
    slow(monkeypatch)
    assert [read(text) for text in written] == fast


def test_what_the_parsers_tell_apart_is_refused_by_both(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow(monkeypatch)
    for case in (case for case in CASES if case.stem in DIFFERENT):
        golden.apply(golden.parts(case)[0], project)
        problems = problems_of(project)
        assert len(problems) == 1
        assert_french(problems[0])
        example.write(project)


def test_half_a_character_is_refused_by_either(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read('a: "\\uD800"')[0] is None
    slow(monkeypatch)
    tree, problems = read('a: "\\uD800"')
    assert tree is None
    assert problems == ["x.yaml:1 : code de caractère qui n’existe pas.\n  Écrivez le caractère lui-même."]


@given(st.text(alphabet="ab:- \n\t'\"[]{}#&*!|>%@`,?é\\0", max_size=40))
def test_whatever_is_typed_is_read_or_explained_in_french(text: str) -> None:
    tree, problems = read(text)
    assert tree is None or not any("yaml" in problem for problem in problems)
    for problem in problems:
        assert problem.startswith("x.yaml")
        assert_french(problem)

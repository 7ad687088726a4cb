"""`guides explain`: every rule can be asked about, by the name that the report gives it."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from guides_api.catalogue.explanations import Explanation, families
from guides_api.cli.explain import explain
from guides_api.migrate.findings import Rule, rules
from guides_api.migrate.losses import Explained, explanations

FOREIGN = list(rules().values())
RULES = [rule for family in families() for rule in family.rules]


def said(*words: str, color: bool = False) -> str:
    done = CliRunner().invoke(explain, words, color=color, env={"COLUMNS": "100"})
    assert done.exit_code == 0, done.output
    return done.output


def words_of(text: str) -> str:
    """Return text as if it stood on one line, with spaces of one kind."""
    return " ".join(text.split())


def test_without_a_rule_all_are_listed_by_family() -> None:
    lines = said().splitlines()
    for family in families():
        start = lines.index(family.family)
        end = lines.index("", start)
        listed = [line.split()[0] for line in lines[start + 1 : end] if line[2:3].strip()]
        assert listed == [rule.id for rule in family.rules]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_explained_whole(rule: Explanation) -> None:
    told = said(rule.id)
    assert told.startswith(f"{rule.id} ({rule.severity.value})\n")
    for words in (rule.title, rule.why, rule.mend):
        assert words_of(words) in words_of(told)
    for excerpt in (rule.wrong, rule.right):
        assert "".join(f"  {line}\n" for line in excerpt.rstrip().split("\n")) in told
    assert ("par exemple dans" in told) is (rule.file is not None)


@pytest.mark.parametrize("rule", FOREIGN, ids=lambda rule: rule.id)
def test_a_rule_about_guides_from_elsewhere_is_explained_too(rule: Rule) -> None:
    told = words_of(said(rule.id))
    assert f"{rule.id} ({rule.severity.value}, dans les guides venus d’ailleurs)" in told
    for words in (rule.title, rule.why, rule.mend):
        assert words_of(words) in told


def test_a_rule_that_both_share_is_explained_for_both() -> None:
    told = said("ancre-inconnue")
    assert told.index("ancre-inconnue (erreur)") < told.index(
        "ancre-inconnue (erreur, dans les guides venus d’ailleurs)"
    )


def test_rules_about_guides_from_elsewhere_then_what_imports_say_are_listed_last() -> None:
    lines = said().splitlines()
    theirs = lines.index("Les guides venus d’ailleurs (guides verify)")
    imported = lines.index("Ce que dit un import (guides import)")
    assert [line.split()[0] for line in lines[theirs + 1 : imported] if line[2:3].strip()] == [
        rule.id for rule in FOREIGN
    ]
    assert [line.split()[0] for line in lines[imported + 1 :] if line[2:3].strip()][:-1] == [*explanations()]


@pytest.mark.parametrize("note", explanations().values(), ids=lambda note: note.id)
def test_what_an_import_says_is_explained(note: Explained) -> None:
    told = words_of(said(note.id))
    for words in (f"{note.id} (dans le rapport d’un import)", note.title, note.means, note.mend):
        assert words_of(words) in told


def test_lines_fit_in_the_terminal_excerpts_aside() -> None:
    assert max(map(len, said().splitlines())) <= 100
    assert max(map(len, said("reference-inconnue", "encodage", "yaml-invalide").splitlines())) <= 100


def test_several_rules_are_explained_in_the_order_asked() -> None:
    told = said("titre-saute", "siren")
    assert told.index("titre-saute (avertissement)") < told.index("siren (erreur)")


def test_a_terminal_with_colours_shows_what_to_write_apart_from_what_not_to() -> None:
    told = said("siren", color=True)
    assert click.style("siren: 000 000 018", fg="red") in told
    assert click.style("siren: 000000018", fg="green") in told
    assert click.unstyle(told) == said("siren")

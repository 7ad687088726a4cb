"""How a problem reads, and how it guesses what was meant."""

from __future__ import annotations

import pytest

from guides_api.catalogue.problems import (
    Place,
    Problem,
    ProblemsFoundError,
    Severity,
    closest,
    did_you_mean,
    folded,
    listed,
)

USE_CASES = ("aides-facultatives", "ccas", "stationnement-residentiel")


def test_a_problem_reads_like_a_colleague() -> None:
    problem = Problem(
        Place("data/editors.yaml", 42, 13),
        "reference-inconnue",
        "cas d’usage « cca » inconnu.",
        "éditeur « Exemple », solution « Sonate »",
        USE_CASES,
        did_you_mean("cca", USE_CASES),
    )
    assert str(problem) == (
        "data/editors.yaml:42 : éditeur « Exemple », solution « Sonate » : cas d’usage « cca » inconnu.\n"
        "  Valeurs possibles : aides-facultatives, ccas, stationnement-residentiel\n"
        "  Vouliez-vous dire « ccas » ?"
    )


def test_a_problem_of_a_whole_file_names_no_line() -> None:
    assert str(Problem(Place("data/x.yaml"), "r", "ce fichier manque.")) == "data/x.yaml : ce fichier manque."


def test_what_drives_a_terminal_is_shown_instead_of_sent() -> None:
    problem = Problem(Place("a"), "r", "« \x1b[2J\u202eé\u00a0!\n» »", "b\x07", ("\x00",), "\u200b")
    assert str(problem) == (
        "a : b⟨U+0007⟩ : « ⟨U+001B⟩[2J⟨U+202E⟩é\u00a0! » »\n  Valeurs possibles : ⟨U+0000⟩\n  ⟨U+200B⟩"
    )


def test_a_line_never_fills_the_screen() -> None:
    assert len(str(Problem(Place("a"), "r", "é" * 5000))) == 1000
    assert str(Problem(Place("a"), "r", "é" * 5000)).endswith("é…")


def test_problems_are_told_once_in_the_order_of_their_places() -> None:
    problems = [
        Problem(Place("b", 1), "r", "m"),
        Problem(Place("a", 10), "r", "m"),
        Problem(Place("a", 9), "r", "m", severity=Severity.WARNING),
        Problem(Place("a"), "r", "m"),
        Problem(Place("a", 9, 5), "r", "m"),
        Problem(Place("a", 10), "r", "m"),
    ]
    found = ProblemsFoundError(problems)
    assert [str(problem.place) for problem in found.problems] == ["a", "a:9", "a:9", "a:10", "b:1"]
    assert str(found).count("\n") == 4


@pytest.mark.parametrize(
    ("received", "meant"),
    [
        ("ccsa", "ccas"),
        ("CCAS", "ccas"),
        ("Ccàs", "ccas"),
        ("aide-facultative", "aides-facultatives"),
        ("aides facultatives", "aides-facultatives"),
        ("stationnement", "stationnement-residentiel"),
        ("stationnement-residentiel-gratuit", "stationnement-residentiel"),
        ("zzz", None),
        ("", None),
        ("st", None),
    ],
)
def test_the_nearest_value_is_suggested(received: str, meant: str | None) -> None:
    assert did_you_mean(received, USE_CASES) == (f"Vouliez-vous dire « {meant} » ?" if meant else "")


def test_nothing_is_suggested_out_of_nothing() -> None:
    assert did_you_mean("ccas", ()) == ""


@pytest.mark.parametrize(
    ("count", "end"), [(0, ""), (1, "v0"), (12, "v10, v11"), (13, "v11, … (13 en tout)"), (100, "v11, … (100 en tout)")]
)
def test_long_lists_are_cut(count: int, end: str) -> None:
    text = listed(f"v{index}" for index in range(count))
    assert text.endswith(end)
    assert text.count("v") == min(count, 12)


def test_of_a_long_list_the_nearest_come_first_and_none_is_lost() -> None:
    values = [f"donnee-{index}" for index in range(30)] + ["couleur"]
    found = closest("couleurs", values)
    assert found[0] == "couleur"
    assert sorted(found) == sorted(values)
    assert closest("b", ["a", "c"]) == ("a", "c")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Éditeur Exemple", "EDITEUR-exemple"),
        ("Œuvre", "oeuvre"),
        ("Straße", "STRASSE"),
        ("A.B. (c)", "abc"),
        ("ﬁn", "fin"),
    ],
)
def test_names_that_differ_by_dress_only_are_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)

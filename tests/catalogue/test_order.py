"""What stands out of its order, and where it should stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides_api.catalogue.order import in_order, misplaced
from guides_api.catalogue.problems import folded


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ([], []),
        (["a", "b", "c"], []),
        (["Arpège", "ARPEGE 2", "Berger-Levrault", "Éditeur", "État"], []),
        (["c", "a", "b"], [(0, "b")]),
        (["b", "a"], [(1, "")]),
        (["a", "d", "b", "c"], [(1, "c")]),
        (["z", "a", "b", "d", "c", "e"], [(0, "e"), (4, "b")]),
        (["a", "a", "A"], []),
    ],
)
def test_as_few_names_as_will_do_are_told_to_move(names: list[str], told: list[tuple[int, str]]) -> None:
    assert list(misplaced(names)) == told


@given(st.lists(st.text("aéBc-", max_size=3), max_size=8))
def test_a_list_is_in_order_when_nothing_is_told_to_move(names: list[str]) -> None:
    keys = [folded(name) for name in names]
    assert (not list(misplaced(names))) == (keys == sorted(keys))
    assert [keys[rank] for rank in in_order(names)] == sorted(keys)


@given(st.lists(st.sampled_from("abcde"), max_size=9))
def test_no_fewer_names_would_do_and_the_first_ones_stay_where_either_might(names: list[str]) -> None:
    runs: list[list[int]] = [[]]
    for rank, name in enumerate(names):
        runs.append([*max((run for run in runs if not run or names[run[-1]] <= name), key=len), rank])
    kept = max(runs, key=len)
    assert [rank for rank, _ in misplaced(names)] == [rank for rank in range(len(names)) if rank not in kept]

"""Whatever is written in a field, it is refused in French at its line, or kept letter for letter."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.untrusted.attacks import ALL, HTML, PATHS, QUOTED, SHEETS, UNSEEN, values
from tests.untrusted.fields import FILES, Kind, Leaf, leaves
from tests.untrusted.spoiled import told_in_french
from tests.untrusted.whole import put, top_of, trees_of_example, written

from guides_api.catalogue.documents import Document
from guides_api.catalogue.nodes import Entries, Path, nearest, place_of
from guides_api.catalogue.shapes import shaped
from guides_api.catalogue.strict_yaml import YamlText


def at(file: str, leaf: Leaf) -> Path:
    """Return where a field stands in the first record of a file."""
    return tuple(0 if step == "*" else step for step in (*top_of(file), *leaf.steps))


def refuse_or_keep(tried: Sequence[str]) -> int:
    """Write values in turn in the fields of a record of each kind; return how many are refused."""
    count = 0
    trees = trees_of_example()
    for file, model in FILES.items():
        given_to = {leaf: tried[(rank + count) % len(tried)] for rank, leaf in enumerate(leaves(model))}
        for leaf, value in given_to.items():
            put(trees[file], at(file, leaf), value)
        source = YamlText(written(trees[file]), file)
        root = source.read()
        assert isinstance(root, Entries), source.problems
        _, problems = shaped(model, Document(file, root), tuple(0 if step == "*" else step for step in top_of(file)))
        for problem in problems:
            told_in_french(problem, tried)
        lines = {problem.place.line for problem in problems}
        for leaf, value in given_to.items():
            kept = leaf.kept(value)
            assert nearest(root, at(file, leaf)).plain == value
            assert (place_of(root, at(file, leaf)).line in lines) == (kept is None), (file, leaf.steps, value)
            assert kept in (None, value.strip()) or leaf.kind is not Kind.WORDS, (file, leaf.steps, value)
            count += kept is None
    return count


@pytest.mark.parametrize("start", range(0, len(ALL), 20))
def test_attacks_are_refused_at_their_line_or_kept(start: int) -> None:
    assert refuse_or_keep([*ALL[start:], *ALL[:start]]) > 0


def test_what_is_no_sentence_leads_nowhere_else() -> None:
    """Ids, names of files and dates make addresses and files: none may hold a path, a tag or a formula."""
    closed = [leaf for model in FILES.values() for leaf in leaves(model) if leaf.kind is Kind.CLOSED]
    tried = (*HTML, *QUOTED, *PATHS, *SHEETS, *UNSEEN, "..", ".", "a/../b", "a/..", "..a", "/../", "//a/")
    accepted = {(leaf.steps, value) for leaf in closed if not leaf.names for value in tried if leaf.accepts(value)}
    assert {value for _, value in accepted} == {"/etc/"}  # an address of the site, below its root
    assert {steps[0] for steps, _ in accepted} == {"address", "aliases", "replacement"}
    assert len(closed) > 50


@settings(max_examples=12)
@given(st.lists(values(), min_size=1, max_size=8))
def test_whatever_is_written_is_refused_at_its_line_or_kept(tried: list[str]) -> None:
    refuse_or_keep(tried)


@pytest.mark.long
@pytest.mark.parametrize("value", ALL)
def test_each_attack_in_each_field_is_refused_at_its_line_or_kept(value: str) -> None:
    assert refuse_or_keep([value]) > 0


@pytest.mark.long
@settings(max_examples=1000)
@given(st.lists(values(), min_size=1, max_size=8))
def test_whatever_is_written_is_so_in_the_long_run(tried: list[str]) -> None:
    refuse_or_keep(tried)

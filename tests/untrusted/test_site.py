"""What an editor writes is shown as words: it never runs, leaves its place, loads anything or changes another page.

Every field of every record holds hostile words, in one project, which is really built; the site must be the one that
harmless words give, tag for tag and cell for cell, but for those words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import cycle, islice
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.untrusted.attacks import IN_A_LINE, IN_ADDRESSES, OPENINGS
from tests.untrusted.built import Site, built, differences
from tests.untrusted.fields import FILES, Kind, leaves
from tests.untrusted.spoiled import spoiled
from tests.untrusted.whole import MARK, Slot, slots, write

_MOST = 12  # pieces of a value
_STEP = 7  # prime to the number of attacks: each field has each of them in turn
# A counter-example is a whole site: it is told as it is, and not made smaller.
ONCE = settings(phases=(Phase.explicit, Phase.generate))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spoiled")


@pytest.fixture(scope="module")
def harmless(root: Path) -> Site:
    return built(write(root, lambda slot: slot.harmless))


def hostile(opening: str, start: int, words: list[str]) -> Mapping[str, str]:
    """Return the nastiest value that each field accepts; sites with as many `start` as attacks try every pair."""
    return {
        slot.mark: _hostile(slot, opening, list(_pieces(slot, start + rank * _STEP, words)))
        for rank, slot in enumerate(slots())
    }


def _pieces(slot: Slot, start: int, words: list[str]) -> Iterator[str]:
    attacks = IN_ADDRESSES if slot.leaf.kind in (Kind.ADDRESS, Kind.ROOT) else (*words, *IN_A_LINE)
    return islice(cycle(attacks), start % len(attacks), start % len(attacks) + _MOST)


def _hostile(slot: Slot, opening: str, pieces: list[str]) -> str:
    if slot.leaf.kind is Kind.EMAIL:
        return slot.harmless  # its signs are few, and it ends with a domain
    between = " " if slot.leaf.kind in (Kind.WORDS, Kind.PHRASE) else ""
    value = slot.harmless
    for longer in (f"{opening}{value}", *(f"{between}{piece}" for piece in pieces)):
        candidate = longer if value in longer else f"{value}{longer}"
        value = candidate if slot.leaf.accepts(candidate) else value
    return value


def told(root: Path, harmless: Site, values: Mapping[str, str]) -> list[str]:
    """Return what hostile values change in the site."""
    found = spoiled(root, values)
    words = {slot.mark: slot.words(found.values[slot.mark]) for slot in slots()}
    return list(differences(harmless, built(root), words))


WORDS = st.lists(st.text(max_size=20).filter(lambda text: not MARK.search(text)), max_size=10)


@settings(ONCE, max_examples=2)
@given(st.sampled_from(OPENINGS), st.integers(0, len(IN_A_LINE) - 1), WORDS)
def test_hostile_words_change_nothing_but_words(
    root: Path, harmless: Site, opening: str, start: int, words: list[str]
) -> None:
    assert told(root, harmless, hostile(opening, start, words)) == []


@pytest.mark.long
@settings(ONCE, max_examples=150)
@given(st.sampled_from(OPENINGS), st.integers(0, len(IN_A_LINE) - 1), WORDS)
def test_no_hostile_words_do_in_the_long_run(
    root: Path, harmless: Site, opening: str, start: int, words: list[str]
) -> None:
    assert told(root, harmless, hostile(opening, start, words)) == []


@pytest.mark.long
def test_each_attack_is_tried_in_each_field(root: Path, harmless: Site) -> None:
    tried = set[tuple[str, str]]()
    for start in range(0, len(IN_A_LINE), _MOST // 2):
        values = hostile(OPENINGS[start % len(OPENINGS)], start, [])
        assert told(root, harmless, values) == []
        tried |= {(slot.mark, attack) for slot in slots() for attack in IN_A_LINE if attack in values[slot.mark]}
    possible = {
        (slot.mark, attack)
        for slot in slots()
        for attack in IN_A_LINE
        if slot.leaf.kind is Kind.WORDS and slot.leaf.accepts(f"{slot.harmless} {attack}")
    }
    print(f"{len(slots())} champs, {len(tried & possible)} couples champ et attaque sur {len(possible)}")  # noqa: T201
    assert len(tried & possible) > len(possible) * 0.9


def test_every_field_that_people_word_is_in_the_project() -> None:
    """A new field of a model is tried with no line here; one that the rules keep out of the example is not."""
    worded = {
        (file, leaf.steps) for file, model in FILES.items() for leaf in leaves(model) if leaf.kind is not Kind.CLOSED
    }
    shown = {(slot.file, slot.leaf.steps) for slot in slots()}
    assert worded - shown == set()
    assert len(worded) > 100

"""Lists that people read in alphabetical order: what stands out of it, and where it should stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from guides_api.catalogue.problems import folded

# The files whose records stand in the order of their names, and the lists of each record that do too.
ORDERED: Mapping[str, tuple[str, ...]] = {"editors": ("solutions",), "glossary": ()}


def in_order(names: Sequence[str]) -> list[int]:
    """Return the ranks of names in alphabetical order, without case, accents nor punctuation."""
    return sorted(range(len(names)), key=lambda rank: folded(names[rank]))


def misplaced(names: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the rank of each name to move, as few as will do, with the name to move it after, empty for the top."""
    kept = _longest_run([folded(name) for name in names])
    order = in_order(names)
    above = dict(zip(order, ["", *(names[rank] for rank in order)], strict=False))
    for rank in sorted(set(range(len(names))) - kept):
        yield rank, above[rank]


def _longest_run(keys: Sequence[str]) -> set[int]:
    """Return the ranks of as many keys as can stay where they are, the first ones where either might."""
    before: list[int | None] = []  # the rank before each one in the longest run that it ends
    ends: list[list[int]] = []  # the ranks that end runs of one key, of two, of three…: keys decrease in each list
    for rank, key in enumerate(keys):
        length = bisect_right(ends, key, key=lambda ranks: keys[ranks[-1]])
        before.append(_first_up_to(key, ends[length - 1], keys) if length else None)
        if length == len(ends):
            ends.append([])
        ends[length].append(rank)
    found, last = set[int](), ends[-1][0] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found


def _first_up_to(key: str, ranks: Sequence[int], keys: Sequence[str]) -> int:
    return ranks[bisect_left(ranks, True, key=lambda rank: keys[rank] <= key)]  # noqa: FBT003  False, then True

"""Lists that people read in alphabetical order: what stands out of it, and where it should stand."""

from __future__ import annotations

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
    for rank in sorted(set(range(len(names))) - kept):
        at = order.index(rank)
        yield rank, names[order[at - 1]] if at else ""


def _longest_run(keys: Sequence[str]) -> set[int]:
    """Return the ranks of as many keys as can stay where they are, the first ones where either might."""
    runs: list[list[int]] = [[]]
    for rank, key in enumerate(keys):
        before: list[int] = max((run for run in runs if not run or keys[run[-1]] <= key), key=len)
        runs.append([*before, rank])
    longest: list[int] = max(runs, key=len)
    return set(longest)

"""Work on thousands of guides, shared among processes where the system lets them start as copies of this one."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")

FEWEST = 200  # guides for which workers are worth their start


def in_batches(
    work: Callable[[Sequence[Item]], Done], batches: Sequence[Sequence[Item]], workers: int
) -> Iterator[Done]:
    """Yield what work makes of each batch, in their order: several workers give the same as one."""
    if workers > 1 and _can_fork():
        forked = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(workers, forked, _Worker.start, (work,)) as pool:
            yield from pool.map(_Worker.do, batches)
    else:
        yield from map(work, batches)


class _Worker:
    """What a forked process keeps between two batches: handed over once, as it is, without a copy."""

    work: Callable[[Sequence[Any]], Any]

    @classmethod
    def start(cls, work: Callable[[Sequence[Any]], Any]) -> None:
        cls.work = work

    @classmethod
    def do(cls, batch: Sequence[Any]) -> Any:  # noqa: ANN401  whatever the work makes
        return cls.work(batch)


def _can_fork() -> bool:
    return sys.platform not in ("darwin", "win32") and "fork" in multiprocessing.get_all_start_methods()

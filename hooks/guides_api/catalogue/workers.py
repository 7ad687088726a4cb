"""Work shared out among processes, where the platform can copy one; the results are those of one process."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_WORTH = 24  # items for which one more process pays
_BATCHES = 8  # that each process takes in turn, since some items take longer than others
_LARGEST = 25  # items of a batch: of the results, few wait for the others of theirs

# What a copied process finds as it was: nothing has to be sent to it but ranks.
_under_way: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []


class LostWorkError(Exception):
    """A process of those that shared the work is no more, and its part of the work with it: why, in French."""


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(work: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
    """Yield what `work` makes of each item, in their order. It must depend on nothing that another item changes.

    Raises LostWorkError where a process that shared the work was ended by something else.
    """
    count = min(processors(), len(items) // _WORTH)
    if count < 2 or not _may_fork():
        yield from map(work, items)
        return
    _under_way.append((work, items))
    gc.freeze()  # a collection in a copied process would copy all that it looks at
    try:
        with ProcessPoolExecutor(count, multiprocessing.get_context("fork")) as pool:
            batch = min(_LARGEST, max(1, len(items) // (count * _BATCHES)))
            yield from pool.map(_done, range(len(items)), chunksize=batch)
    except BrokenProcessPool:
        message = "un des processus qui se partagent le travail a été arrêté, peut-être faute de mémoire : relancez."
        raise LostWorkError(message) from None
    finally:
        gc.unfreeze()
        _under_way.pop()


def _may_fork() -> bool:
    """Tell whether this process can be copied: a copy has one thread only, whatever the others were holding.

    On macOS the system's libraries may have threads of their own: see the start methods of Python's multiprocessing.
    """
    can = sys.platform != "darwin" and "fork" in multiprocessing.get_all_start_methods()
    return can and threading.active_count() == 1


def _done(rank: int) -> Any:  # noqa: ANN401  whatever the work makes
    work, items = _under_way[-1]
    return work(items[rank])

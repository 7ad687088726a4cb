"""A program measured whole: from its start to its end, with every process that it starts. For Linux."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

_EVERY = 0.05  # seconds between two looks at the memory
_KIB = 1024


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds on the clock, and of the processors."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes at the highest: of the largest process, and of all at once, where what they share counts once."""

    largest: int
    together: int


def run(command: Sequence[str], folder: Path, cores: int, environment: Mapping[str, str]) -> Run:
    """Run a program to its end on so many cores; stop everything if it fails."""
    start = time.perf_counter()
    with _started(command, folder, cores, environment) as process:
        _, status, used = os.wait4(process.pid, 0)  # with all that it waited for
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    return Run(wall, used.ru_utime + used.ru_stime)


def memory(command: Sequence[str], folder: Path, cores: int, environment: Mapping[str, str]) -> Memory:
    """Run a program and return what it holds; looking slows it down, so that nothing else is measured meanwhile."""
    largest = together = 0
    with _started(command, folder, cores, environment) as process:
        while process.poll() is None:
            held = list(family(process.pid))
            largest = max(largest, *(_told(pid, "status", "VmHWM:") for pid in held))
            together = max(together, sum(_told(pid, "smaps_rollup", "Pss:") for pid in held))
            time.sleep(_EVERY)
    return Memory(largest, together)


def median(runs: Sequence[Run]) -> Run:
    """Return the median of each measure."""
    return Run(
        statistics.median(run.wall for run in runs),
        statistics.median(run.cpu for run in runs),
    )


@contextmanager
def on_cores(count: int) -> Iterator[None]:
    """Give what this thread starts so many cores and no more."""
    whole = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(whole)[:count])
    try:
        yield
    finally:
        os.sched_setaffinity(0, whole)


def family(pid: int) -> Iterator[int]:
    """Yield a process and all those that came of it, as long as they live."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in task.read_text(encoding="ascii").split():
                yield from family(int(child))


def _told(pid: int, file: str, key: str) -> int:
    """Return the bytes that the system tells of a process, none once it has ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/{file}").read_text(encoding="utf-8").splitlines():
            if line.startswith(key):
                return int(line.split()[1]) * _KIB
    return 0


@contextmanager
def _started(
    command: Sequence[str], folder: Path, cores: int, environment: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """Start a program, and stop everything if it has failed once the context ends."""
    with TemporaryFile() as said:
        with on_cores(cores):
            process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT)
        yield process
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)}\n{said.read().decode(errors='replace')}")

"""A program is measured whole, a growth is fitted, a stack has one stage."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from benchmarks.fit import exponent
from benchmarks.processes import Run, family, median, memory, on_cores, run
from benchmarks.stages import OTHER, STAGES, Looks, stage_of

MIB, OURS = 1024**2, "guides_api/"
HOLDS = "import time; held = b'x' * {size}; time.sleep(0.3)"
PARENT = "import subprocess, sys; held = b'x' * {size}; subprocess.run([sys.executable, '-c', sys.argv[1]])"


@pytest.mark.parametrize(
    ("times", "grows"),
    [
        ({250: 2.5, 1_000: 10.0, 4_000: 40.0}, 1),
        ({10: 100.0, 100: 10_000.0, 1_000: 1_000_000.0}, 2),
        ({10: 3.0, 100: 3.0, 1_000: 3.0}, 0),
        ({1: 1.0, 4: 2.0, 16: 4.0}, 0.5),
    ],
)
def test_an_exponent_is_that_of_the_series(times: dict[int, float], grows: float) -> None:
    assert exponent(times) == pytest.approx(grows)


def test_an_exponent_comes_closest_to_all_the_times() -> None:
    assert exponent({1: 1.0, 10: 20.0, 100: 100.0}) == pytest.approx(1)


def test_a_median_is_taken_of_each_measure() -> None:
    assert median([Run(1, 9), Run(3, 8), Run(2, 7)]) == Run(2, 8)


def test_the_memory_of_the_largest_process_is_told(tmp_path: Path) -> None:
    command = (sys.executable, "-c", PARENT.format(size=1), HOLDS.format(size=60 * MIB))
    held = memory(command, tmp_path, 2, os.environ)
    assert 60 * MIB < held.largest < 100 * MIB


def test_the_memory_of_all_processes_is_added(tmp_path: Path) -> None:
    command = (sys.executable, "-c", PARENT.format(size=60 * MIB), HOLDS.format(size=60 * MIB))
    held = memory(command, tmp_path, 2, os.environ)
    assert held.largest < 100 * MIB < 120 * MIB < held.together < 160 * MIB


def test_a_program_is_measured_to_its_end(tmp_path: Path) -> None:
    taken = run((sys.executable, "-c", "import time; time.sleep(0.1); sum(range(10**6))"), tmp_path, 2, os.environ)
    assert taken.wall >= 0.1  # it sleeps that long
    assert taken.cpu > 0


def test_a_program_that_fails_stops_the_measures(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="Aïe"):
        run((sys.executable, "-c", "import sys; sys.exit('Aïe')"), tmp_path, 2, os.environ)


def test_a_program_gets_the_cores_that_it_may_use() -> None:
    whole = os.sched_getaffinity(0)
    with on_cores(1):
        assert len(os.sched_getaffinity(0)) == 1
    assert os.sched_getaffinity(0) == whole


def test_a_process_is_the_first_of_its_family() -> None:
    assert next(family(os.getpid())) == os.getpid()


@pytest.mark.parametrize(
    ("files", "stage"),
    [
        (["/lib/re/__init__.py", "/x/guides_api/pages/search/entry.py", "/x/mkdocs/commands/build.py"], "recherche"),
        (["/x/yaml/parser.py", "/x/guides_api/catalogue/load.py"], "lecture des sources"),
        (["/x/guides_api/catalogue/rules/order.py", "/x/guides_api/catalogue/load.py"], "règles"),
        (["/x/jinja2/environment.py", "/x/guides_api/pages/expand.py"], "pages"),
        (["/x/jinja2/environment.py", "/x/mkdocs/commands/build.py"], "gabarits"),
        (["/x/html/parser.py", "/x/markdown/core.py"], "Markdown"),
        (["/x/mkdocs/commands/build.py"], OTHER),
    ],
)
def test_a_stack_has_one_stage(files: list[str], stage: str) -> None:
    assert stage_of(files) == stage


def test_looks_count_the_time_of_the_processor() -> None:
    looks, start = Looks(), time.process_time()
    sum(range(5_000_000))
    taken, seconds = time.process_time() - start, looks.stop()
    assert set(seconds) == {OTHER}
    assert 0 < seconds[OTHER] <= taken + 0.01  # none is counted twice


@pytest.mark.parametrize("part", [part for parts in STAGES.values() for part in parts if part.startswith(OURS)])
def test_a_stage_names_files_that_exist(part: str) -> None:
    assert (Path(__file__).parents[2] / "hooks" / part).exists()

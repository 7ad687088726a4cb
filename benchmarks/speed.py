"""How fast the site is built, checked and served, beside a stock MkDocs with Material and Zensical. For Linux.

    .venv/bin/python -m benchmarks.speed                                      what `make bench` runs
    .venv/bin/python -m benchmarks.speed --sizes 250 1000 4000 10000          how it grows: hours, on a small machine

Everything is done in .cache/bench, and kept in .cache/bench/results.json; docs/performances.md and its plot are made
from that alone.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
from datetime import date
from pathlib import Path

from benchmarks.builds import AGAIN, BODY, COLD, EDITOR, alone, compared
from benchmarks.contenders import ENVIRONMENT, GUIDES, STOCK, Contender, contenders
from benchmarks.machine import machine
from benchmarks.processes import run
from benchmarks.served import served

from benchmarks import corpora, report

WORK = corpora.ROOT / ".cache/bench"
RESULTS = WORK / "results.json"
_QUICK = 250  # guides


def saves(contender: Contender, count: int) -> int:
    """Return how many files are saved; a stock server takes seconds for each."""
    return 3 if contender.key == STOCK and count > _QUICK else 9


def checked(project: Path, rounds: int) -> dict[str, float]:
    """Return the seconds of `guides check`, without a cache then with one, the medians of some."""
    command = (*GUIDES, "check", "--root", str(project))
    found: dict[str, list[float]] = {COLD: [], AGAIN: []}
    for _ in range(rounds):
        shutil.rmtree(project / ".cache", ignore_errors=True)
        for seconds in found.values():
            seconds.append(run(command, project, 2, ENVIRONMENT).wall)
    return {step: statistics.median(seconds) for step, seconds in found.items()}


def stages(project: Path) -> dict[str, float]:
    """Return the seconds of each stage of a build of ours, from nothing."""
    shutil.rmtree(project / ".cache", ignore_errors=True)
    command = (sys.executable, "-m", "benchmarks.stages", str(project))
    done = subprocess.run(command, cwd=corpora.ROOT, env=ENVIRONMENT, capture_output=True, check=True)
    seconds: dict[str, float] = json.loads(done.stdout)
    return seconds


def measured(found: list[Contender], options: argparse.Namespace) -> dict[str, object]:
    """Measure everything and return it."""
    ours, *_ = found
    largest = max(options.sizes)
    one = min(largest, 1_000)
    print("Un premier essai, qui ne compte pas : trois guides.")
    compared(found, _empty("essai"), 3, 1)
    sizes = {}
    for count in options.sizes:
        print(f"{count} guides : étape, secondes écoulées, secondes de processeur.")
        of_size = compared(found, _empty("guides"), count, options.rounds)
        sizes[str(count)] = {key: measures.told() for key, measures in of_size.items()}
    print(f"{one} guides avec composants, éditeurs et API.")
    rich = alone(ours, corpora.rich(_empty("riche"), one), one, options.rounds, (COLD, AGAIN, BODY, EDITOR))
    live: dict[str, dict[str, object]] = {}
    for count in options.served:
        print(f"{count} guides servis : du fichier enregistré à la page, corps puis titre ; pages périmées.")
        live[str(count)] = {
            contender.key: served(contender, _empty("servis") / contender.key, count, saves(contender, count)).told()
            for contender in (found if count <= largest else [ours])
        }
    print("Vérifications.")
    checks = {
        str(count): checked(corpora.plain(_empty("vérifiés"), count), options.rounds)
        for count in sorted({*options.sizes, *options.checked})
    }
    print("Profil.")
    return {
        "date": date.today().isoformat(),  # noqa: DTZ011  the day where the maintainer is
        "machine": machine(),
        "versions": {contender.key: contender.version for contender in found},
        "rounds": options.rounds,
        "sizes": sizes,
        "rich": {"guides": one, **rich.told()},
        "served": live,
        "checked": {"real": checked(_copied("vérifié"), options.rounds), **checks},
        "stages": {"real": stages(_copied("site")), "plain": stages(corpora.plain(_empty("profil"), one))},
    }


def _empty(name: str) -> Path:
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def _copied(name: str) -> Path:
    """Return a copy of the real project, its code by reference."""
    folder = _empty(name)
    for part in ("content", "data"):
        shutil.copytree(corpora.ROOT / part, folder / part)
    return corpora.with_our_code(folder)


def main() -> None:
    """Measure, keep, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[250, 1_000])
    parser.add_argument("--served", type=int, nargs="+", default=[250, 1_000])
    parser.add_argument("--checked", type=int, nargs="+", default=[5_000])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if sys.platform != "linux":
        sys.exit("Les mesures ne se font que sous Linux, qui dit ce que chaque processus prend.")
    results = measured(contenders(), options)
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
    report.write(results)


if __name__ == "__main__":
    main()

"""How much of what is wrong `guides verify` finds, rule by rule, and how much of what it says is wrong.

    .venv/bin/python benchmarks/recall.py                         1,000 guides
    .venv/bin/python benchmarks/recall.py --guides 5000 --seed 7  others, more

A folder of guides whose defects are known is written, and verified by the command itself, in a process of its own.
Line 0 of a file, or 1, is the file as a whole. The exit status is 1 when a rule misses more than 2 % of its defects, or
is wrong more than 2 % of the time.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import groupby, islice, zip_longest
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "hooks")]

from benchmarks.foreign import Expected, Manifest  # noqa: E402

from benchmarks import foreign  # noqa: E402  the line above finds it

LEAST = 0.98
SHOWN = 20
COMMAND = (sys.executable, "-m", "guides_api.cli", "verify")


@dataclass(frozen=True, slots=True)
class Score:
    """What a rule found of what was there."""

    rule: str
    planted: int
    missed: tuple[Expected, ...]
    alarms: tuple[Expected, ...]

    @property
    def found(self) -> int:
        """How many places the rule named, rightly or not."""
        return self.planted - len(self.missed) + len(self.alarms)

    @property
    def recall(self) -> float:
        """The share of the defects that it found."""
        return 1 - len(self.missed) / self.planted if self.planted else 1.0

    @property
    def precision(self) -> float:
        """The share of what it found that was a defect."""
        return 1 - len(self.alarms) / self.found if self.found else 1.0

    @property
    def good(self) -> bool:
        """Whether it is as good as promised."""
        return min(self.recall, self.precision) >= LEAST


def scores(manifest: Manifest, found: Iterable[tuple[str, str, int]]) -> list[Score]:
    """Return the score of each rule that had something to find, or that found something."""
    told = {Expected(rule, path, max(line, 1)) for rule, path, line in found}
    owed = set(manifest.expected)
    rules = sorted({one.rule for one in told | owed} | set(foreign.RULES))
    return [
        Score(
            rule,
            sum(one.rule == rule for one in owed),
            tuple(sorted(one for one in owed - told if one.rule == rule)),
            tuple(sorted(one for one in told - owed if one.rule == rule)),
        )
        for rule in rules
    ]


def table(measured: Sequence[Score]) -> Iterator[str]:
    """Yield the lines of a table, worst rules marked."""
    yield f"{'règle':<24} {'plantés':>8} {'trouvés':>8} {'rappel':>8} {'précision':>10}"
    for score in measured:
        figures = f"{_percent(score.recall):>8} {_percent(score.precision):>10}"
        yield f"{score.rule:<24} {score.planted:>8} {score.found:>8} {figures}{'' if score.good else '  <--'}"


def wrong(title: str, places: Sequence[Expected], folder: Path, manifest: Manifest) -> Iterator[str]:
    """Yield the first places where a rule was mistaken, with their line and the decoy that stood there."""
    if places:
        yield f"\n{title} : {len(places)}"
    tempting = {(one.path, one.line): one.rule for one in manifest.decoys}
    for one in islice(_mixed(places), SHOWN):
        lure = tempting.get((one.path, one.line))
        yield f"  {one.rule}  {one.path}:{one.line}{f'  (leurre : {lure})' if lure else ''}"
        yield f"      {_line(folder / one.path, one.line)!r}"


def _mixed(places: Sequence[Expected]) -> Iterator[Expected]:
    """Yield the first place of each rule, then the second of each: no rule hides the others."""
    by_rule = {rule: iter(list(of_rule)) for rule, of_rule in groupby(places, key=lambda one: one.rule)}
    for abreast in zip_longest(*by_rule.values()):
        yield from filter(None, abreast)


def _line(path: Path, number: int) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        return f"({type(error).__name__})"
    codec = "utf-16" if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8"
    lines = raw.decode(codec, errors="replace").split("\n")
    text = lines[number - 1] if number <= len(lines) else "(après la fin)"
    return text if len(text) < 200 else f"{text[:60]} […] {text[-130:]}"


def _percent(share: float) -> str:
    return f"{share:.1%}".replace(".", ",").replace("%", "\u00a0%")


def _verified(folder: Path) -> tuple[list[dict[str, Any]], float]:
    """Run the command on a folder: what it found, and how many seconds it took."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "hooks")}
    start = time.perf_counter()
    done = subprocess.run(  # findings make it fail: that is no failure here
        [*COMMAND, str(folder), "--format", "json"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=False
    )
    seconds = time.perf_counter() - start
    if done.returncode not in {0, 1}:
        sys.exit(f"guides verify s’est arrêté ({done.returncode}).")
    findings: list[dict[str, Any]] = json.loads(done.stdout)
    return findings, seconds


def main() -> None:
    """Write a folder, verify it, tell how well that went."""
    parser = argparse.ArgumentParser(description="Mesure le rappel et la précision de chaque règle de guides verify.")
    parser.add_argument("--guides", metavar="N", type=int, default=1_000)
    parser.add_argument("--seed", metavar="GRAINE", type=int, default=1)
    parser.add_argument("--keep", metavar="DOSSIER", type=Path, help="garde les guides écrits, dans un nouveau dossier")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary) / "guides"
        manifest = foreign.written(folder, arguments.guides, arguments.seed)
        findings, seconds = _verified(folder)
        measured = scores(manifest, ((one["rule"], one["path"], one["line"]) for one in findings))
        print("\n".join(table(measured)))
        missed = [one for score in measured for one in score.missed]
        alarms = [one for score in measured for one in score.alarms]
        print("\n".join(wrong("Défauts manqués", missed, folder, manifest)))
        print("\n".join(wrong("Fausses alertes", alarms, folder, manifest)))
    peak = getrusage(RUSAGE_CHILDREN).ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)
    print(f"\n{arguments.guides} guides (graine {arguments.seed}), {len(manifest.expected)} défauts plantés,")
    print(f"{len(manifest.decoys)} lignes de leurres, {len(findings)} constats.")
    print(f"{seconds:.1f} s ; {peak:.0f} Mio au plus pour un processus.".replace(".", ",", 1))
    print(f"{platform.machine()}, {os.cpu_count()} cœurs, {platform.system()} {platform.release()},")
    print(f"Python {platform.python_version()}, PyYAML {version('pyyaml')}, guides-api {version('guides-api')}.")
    poor = [score.rule for score in measured if not score.good]
    if poor:
        sys.exit(f"\nSous {_percent(LEAST)} : {', '.join(poor)}.")


if __name__ == "__main__":
    main()

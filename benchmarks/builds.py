"""Builds measured one after the other: from nothing, again, and after each kind of change.

Contenders take turns at each step, so that what else the machine does slows them all. A site is looked at after each
build: a page that lacks the change that was made, or a build that makes another site of the same sources, stops the
measures.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import MappingProxyType

from benchmarks.contenders import ENVIRONMENT, FLOOR, OURS, STOCK, Contender
from benchmarks.corpora import GUIDES
from benchmarks.guides import names
from benchmarks.processes import Memory, Run, median, memory, run

COLD, ALONE, AGAIN, BODY, TITLE, EDITOR = "cold", "alone", "again", "body", "title", "editor"
_SETTLED = 2_000  # guides: beyond, one round is enough
Change = Callable[[Path, int, int], tuple[str, str]]


@dataclass(slots=True)
class Measured:
    """What was measured of a contender at a size, by step, in seconds and bytes; and the pages of its site."""

    pages: int = 0
    steps: dict[str, Run] = field(default_factory=dict)
    memory: Memory = field(default_factory=lambda: Memory(0, 0))

    def told(self) -> dict[str, object]:
        """Return it as JSON."""
        steps = {step: asdict(run) for step, run in self.steps.items()}
        return {"pages": self.pages, "steps": steps, "memory": asdict(self.memory)}


def change_body(project: Path, count: int, turn: int) -> tuple[str, str]:
    """Add a line to a guide, and return the page that must have its words, and these."""
    name, words = names(count)[count // 2], f"Ajout numéro {turn} de la mesure"
    with (project / GUIDES / f"{name}.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{words}.\n")
    return f"guides/{name}/index.html", words


def change_title(project: Path, count: int, turn: int) -> tuple[str, str]:
    """Give a guide another title, and return the page that must have it, and its words."""
    name, words = names(count)[count // 2], f"Titre numéro {turn} de la mesure"
    file = project / GUIDES / f"{name}.md"
    _, _, after = file.read_text(encoding="utf-8").partition("\ntagline: ")
    file.write_text(f"---\ntitle: {words}\ntagline: {after}", encoding="utf-8")
    return f"guides/{name}/index.html", words


def change_editor(project: Path, _count: int, turn: int) -> tuple[str, str]:
    """Give an editor another address, and return its page, and these words."""
    file = project / "data/editors.yaml"
    head, record, rest = file.read_text(encoding="utf-8").rpartition("  - id: ")
    identifier, address = rest.partition("\n")[0], f"https://editeur-{turn}.example.org"
    of_record = re.sub(r"(?m)^    site: .*$", f"    site: {address}", rest)
    file.write_text(f"{head}{record}{of_record}", encoding="utf-8")
    return f"editeurs/{identifier}/index.html", address


CHANGES: Mapping[str, Change] = MappingProxyType({BODY: change_body, TITLE: change_title, EDITOR: change_editor})


def compared(found: Sequence[Contender], folder: Path, count: int, rounds: int) -> dict[str, Measured]:
    """Measure each contender on the same plain guides, and the time of reading and writing alone, under FLOOR."""
    runs = [_Bench(contender, contender.write(folder / contender.key, count), count) for contender in found]
    for turn in range(1, 1 + (1 if count > _SETTLED else rounds)):
        for step in (ALONE, COLD, AGAIN, BODY, TITLE):
            for bench in runs if turn % 2 else reversed(runs):
                if step in steps_of(bench.contender, count):
                    bench.take(step, turn)
    measured = {bench.contender.key: bench.measured() for bench in runs}
    ours = next(bench for bench in runs if bench.contender.key == OURS)
    measured[FLOOR] = Measured(steps={COLD: floor(ours.project, folder / FLOOR)})
    return measured


def steps_of(contender: Contender, count: int) -> tuple[str, ...]:
    """Return what is measured of a contender: a stock build makes everything again whatever changed, once tells all."""
    if contender.key == OURS:
        return (ALONE, COLD, AGAIN, BODY, TITLE)
    if count > _SETTLED:
        return (COLD, BODY)
    return (ALONE, COLD, BODY) if contender.key == STOCK else (ALONE, COLD, AGAIN, BODY, TITLE)


def alone(contender: Contender, project: Path, count: int, rounds: int, steps: Sequence[str]) -> Measured:
    """Measure one contender on a project of so many guides."""
    bench = _Bench(contender, project, count)
    for turn in range(1, 1 + rounds):
        for step in steps:
            bench.take(step, turn)
    return bench.measured()


def floor(project: Path, out: Path) -> Run:
    """Read all the sources of a built project and write all its site, nothing else."""
    site = {path.relative_to(project): path.read_bytes() for path in _files(project / "site")}
    start, used = time.perf_counter(), time.process_time()
    for source in (*_files(project / "content"), *_files(project / "data")):
        source.read_bytes()
    for name, content in site.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(content)
    taken = Run(time.perf_counter() - start, time.process_time() - used)
    shutil.rmtree(out)
    return taken


class _Bench:
    """A contender at work in its project."""

    def __init__(self, contender: Contender, project: Path, count: int) -> None:
        self.contender = contender
        self.project = project
        self.count = count
        self.runs: defaultdict[str, list[Run]] = defaultdict(list)
        self.site: dict[str, str] = {}

    def take(self, step: str, turn: int) -> None:
        """Do a step, measure it and look at its site."""
        if step in (COLD, ALONE):
            self.clear()
        page, words = CHANGES[step](self.project, self.count, turn) if step in CHANGES else ("", "")
        self.runs[step].append(run(self.contender.build, self.project, 1 if step == ALONE else 2, ENVIRONMENT))
        if words and words not in (self.project / "site" / page).read_text(encoding="utf-8"):
            sys.exit(f"{self.contender.key} : « {words} » n’est pas dans {page}.")
        if self.contender.key == OURS:
            self.look(changed=bool(words))
        taken = self.runs[step][-1]
        print(f"  {self.contender.key:9}{step:6} {taken.wall:8.2f} s  {taken.cpu:8.2f} s", flush=True)

    def look(self, *, changed: bool) -> None:
        """Stop the measures if nothing changed and the site did."""
        site = {
            str(path.relative_to(self.project)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in _files(self.project / "site")
        }
        if self.site and not changed and site != self.site:
            others = sorted(name for name in site.keys() | self.site if site.get(name) != self.site.get(name))
            sys.exit(f"Les mêmes sources ont donné un autre site : {', '.join(others[:10])}")
        self.site = site

    def measured(self) -> Measured:
        """Build once more from nothing, for the memory, and return everything."""
        self.clear()
        held = memory(self.contender.build, self.project, 2, ENVIRONMENT)
        pages = sum(path.suffix == ".html" for path in _files(self.project / "site"))
        return Measured(pages, {step: median(runs) for step, runs in self.runs.items()}, held)

    def clear(self) -> None:
        """Leave nothing of past builds."""
        for name in self.contender.left:
            shutil.rmtree(self.project / name, ignore_errors=True)


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]

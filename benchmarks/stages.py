"""Where the time of a build of ours goes, stage by stage: a look at the stack every two milliseconds of processor.

    .venv/bin/python -m benchmarks.stages PROJECT    builds the project and writes the seconds of each stage, in JSON

On one core, where all the work is done by one process. A look counts for the processor's time since the last one, so
that what is written in C, which can't be looked into, weighs what it costs.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from types import FrameType, MappingProxyType

_EVERY = 0.002
_OURS = "guides_api/"

# A look is of the first stage that has one of these in the path of a file of the stack.
STAGES = MappingProxyType(
    {
        "recherche": (f"{_OURS}pages/search/", f"{_OURS}engine/search.py"),
        "démarrage": ("<frozen importlib._bootstrap>", "mkdocs/config/"),
        "règles": (
            f"{_OURS}catalogue/rules/",
            f"{_OURS}pages/check.py",
            f"{_OURS}pages/gone.py",
            f"{_OURS}pages/lost.py",
            f"{_OURS}pages/moved.py",
            f"{_OURS}pages/published.py",
        ),
        "lecture des sources": (f"{_OURS}catalogue/load.py",),
        "pages": (f"{_OURS}pages/",),
        "Markdown": ("/markdown/", "/pymdownx/"),
        "gabarits": ("/jinja2/",),
        "écriture": (
            "/shutil.py",
            "mkdocs/structure/files.py",
            f"{_OURS}engine/staging.py",
            "mkdocs/utils/__init__.py",
        ),
    }
)
OTHER = "le reste"


def stage_of(files: list[str]) -> str:
    """Return the stage of a stack, given the files of its frames."""
    for stage, parts in STAGES.items():
        if any(part in file for part in parts for file in files):
            return stage
    return OTHER


class Looks:
    """Counts seconds of processor by stage, from its making on."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.last = time.process_time()
        signal.signal(signal.SIGPROF, self.look)
        signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)

    def look(self, _signal: int, frame: FrameType | None) -> None:
        now = time.process_time()
        self.seconds[stage_of(list(_files(frame)))] += now - self.last
        self.last = now

    def stop(self) -> dict[str, float]:
        """Return the seconds of each stage, the largest first."""
        signal.setitimer(signal.ITIMER_PROF, 0)
        return dict(sorted(self.seconds.items(), key=lambda item: -item[1]))


def _files(frame: FrameType | None) -> Iterator[str]:
    while frame:
        yield frame.f_code.co_filename
        frame = frame.f_back


def main() -> None:
    """Build the project given and tell."""
    os.chdir(sys.argv[1])
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])
    looks = Looks()
    from mkdocs.__main__ import cli  # noqa: PLC0415  importing it is part of the build

    cli(["build", "--quiet"], standalone_mode=False)
    print(json.dumps(looks.stop(), ensure_ascii=False))


if __name__ == "__main__":
    main()

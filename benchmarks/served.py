"""What a writer waits for, with the live server: the first page, then each saved file."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from socket import socket

from benchmarks.builds import change_body, change_title
from benchmarks.contenders import ENVIRONMENT, OURS, Contender
from benchmarks.guides import guides, names

from guides_api.catalogue.fields import slugified

_HERE = "127.0.0.1"
_EVERY = 0.005
_PATIENCE = 600.0  # seconds for a page
_REST = 1.5  # seconds between two saves: what the last one started is over
_LOOKS = 20  # at a page, once it is new: it must not become old again


@dataclass(frozen=True, slots=True)
class Served:
    """Seconds: to the first page, its cache empty then full; from a file saved to its page served, text then title.

    `stale` counts the pages that were seen, after that, as they had been before.
    """

    cold: float
    first: float
    save: float
    title: float
    stale: int

    def told(self) -> dict[str, object]:
        """Return it as JSON."""
        return asdict(self)


def served(contender: Contender, folder: Path, count: int, saves: int) -> Served:
    """Measure the live server of a contender on so many plain guides."""
    project = contender.write(folder, count)
    with _serving(contender, project) as (_, cold):
        pass
    with _serving(contender, project) as (port, first):
        watch = _Watch(contender, project, count, port)
        bodies = [watch.save(turn, title=False) for turn in range(saves)]
        titles = [watch.save(saves + turn, title=True) for turn in range(max(1, saves // 2))]
    shutil.rmtree(project)
    found = Served(cold, first, statistics.median(bodies), statistics.median(titles), watch.stale)
    print(f"  {contender.key:9}{'serve':6} {found.save:8.3f} s  {found.title:8.3f} s  {found.stale}", flush=True)
    return found


class _Watch:
    """Saves guides and looks at their pages."""

    def __init__(self, contender: Contender, project: Path, count: int, port: int) -> None:
        self.contender = contender
        self.project = project
        self.count = count
        self.port = port
        guide = list(guides(names(count)))[count // 2]
        # The pages of themes list the guides by title: they are ours alone.
        self.lists = [f"/themes/{slugified(tag)}/" for tag in guide.tags] if contender.key == OURS else []
        self.stale = 0

    def save(self, turn: int, *, title: bool) -> float:
        """Change a guide and return the seconds until its page has the change."""
        time.sleep(_REST)
        change = change_title if title else change_body
        page, words = change(self.project, self.count, turn)
        start = time.perf_counter()
        address = f"/{page.removesuffix('index.html')}"
        taken = _awaited(self.port, address, words) - start
        self.stale += sum(words not in _got(self.port, listed) for listed in self.lists if title)
        for _ in range(_LOOKS):
            self.stale += words not in _got(self.port, address)
            time.sleep(_EVERY)
        return taken


@contextmanager
def _serving(contender: Contender, project: Path) -> Iterator[tuple[int, float]]:
    """Start a server; give its port, and the seconds until its first page."""
    with socket() as free:
        free.bind((_HERE, 0))
        port = free.getsockname()[1]
    where = str(port) if contender.key == OURS else f"{_HERE}:{port}"
    start = time.perf_counter()
    with (project.parent / "serveur.txt").open("wb") as said:
        server = subprocess.Popen(
            [*contender.serve, where],
            cwd=project,
            env=ENVIRONMENT,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield port, _awaited(port, f"/guides/{names(1)[0]}/", "</html>") - start
        finally:
            server.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                server.wait(20)
            with suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def _awaited(port: int, address: str, words: str) -> float:
    """Return the time at which a page has the words."""
    end = time.perf_counter() + _PATIENCE
    while time.perf_counter() < end:
        if words in _got(port, address):
            return time.perf_counter()
        time.sleep(_EVERY)
    sys.exit(f"« {words} » n’est pas servi à {address}.")


def _got(port: int, address: str) -> str:
    """Return a page, empty while there is none."""
    connection = http.client.HTTPConnection(_HERE, port, timeout=_PATIENCE)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.read().decode() if answer.status == http.HTTPStatus.OK else ""
    except (OSError, http.client.HTTPException):
        return ""
    finally:
        connection.close()

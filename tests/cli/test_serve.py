"""`guides serve` seen from outside: the supervisor in its own process, a small child in MkDocs' place."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from guides_api.cli.serve import serve

# Stands for `mkdocs serve`: fails at once if the data are broken, else runs until Ctrl+C.
CHILD = """
import pathlib, time
log = pathlib.Path("log").open("a", buffering=1)
try:
    print("start", file=log)
    if "broken" in pathlib.Path("data/editors.yaml").read_text():
        raise SystemExit("erreur de données")
    time.sleep(60)
except KeyboardInterrupt:
    print("end", file=log)
    time.sleep(0.5)
"""
SUPERVISOR = """
import pathlib, sys
from guides_api.cli.serve import supervise
supervise([sys.executable, "-c", sys.argv[1]], pathlib.Path.cwd())
"""


class Project:
    def __init__(self, root: Path) -> None:
        self.root = root
        for folder in ("hooks/__pycache__", "content", "data"):
            (root / folder).mkdir(parents=True)
        self.write("data/editors.yaml", "good")

    def write(self, name: str, text: str = "changed") -> None:
        (self.root / name).write_text(text, encoding="utf-8")

    def start(self) -> None:
        self.supervisor = subprocess.Popen(
            [sys.executable, "-c", SUPERVISOR, CHILD],
            cwd=self.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            start_new_session=True,
        )

    def log(self) -> list[str]:
        path = self.root / "log"
        return path.read_text(encoding="utf-8").split() if path.exists() else []

    def stop(self, how: signal.Signals = signal.SIGINT) -> str:
        if how is signal.SIGINT:
            os.killpg(self.supervisor.pid, how)  # as a terminal does: every process of the command hears it
        else:
            self.supervisor.send_signal(how)
        return self.supervisor.communicate(timeout=20)[0]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = Project(tmp_path)
    yield project
    if project.supervisor.poll() is None:
        project.stop()


def soon(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("name", ["hooks/typography.py", "mkdocs.yml", "pyproject.toml"])
def test_a_change_in_code_or_settings_restarts_the_server(project: Project, name: str) -> None:
    project.start()
    assert soon(lambda: project.log() == ["start"])
    project.write(name)
    assert soon(lambda: project.log() == ["start", "end", "start"])


def test_several_writes_in_a_row_restart_it_once(project: Project) -> None:
    project.start()
    assert soon(lambda: project.log() == ["start"])
    for number in range(5):
        project.write("hooks/typography.py", f"# {number}")
        time.sleep(0.05)
    assert soon(lambda: len(project.log()) == 3)
    time.sleep(1)
    assert project.log() == ["start", "end", "start"]


def test_what_mkdocs_rebuilds_by_itself_and_what_nobody_wrote_leave_it_running(project: Project) -> None:
    project.start()
    assert soon(lambda: project.log() == ["start"])
    project.write("content/index.md")
    project.write("data/editors.yaml", "still good")
    project.write("hooks/__pycache__/typography.cpython-313.pyc")
    project.write("hooks/.typography.py.swp")
    project.write("README.md")
    (project.root / "data/editors.yaml").read_text(encoding="utf-8")
    time.sleep(1.5)
    assert project.log() == ["start"]


def test_a_failed_first_build_says_so_and_starts_again_at_the_next_change(project: Project) -> None:
    project.write("data/editors.yaml", "broken")
    project.start()
    assert soon(lambda: project.log() == ["start"])
    time.sleep(1)
    assert project.log() == ["start"]
    project.write("data/editors.yaml", "mended")
    assert soon(lambda: project.log() == ["start", "start"])
    said = project.stop()
    assert said.index("erreur de données") < said.index("Le serveur s’est arrêté")
    assert said.count("Corrigez puis enregistrez") == 1


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_and_sigterm_end_both_and_are_no_failure(project: Project, how: signal.Signals) -> None:
    project.start()
    assert soon(lambda: project.log() == ["start"])
    said = project.stop(how)
    assert project.supervisor.returncode == 0
    assert project.log() == ["start", "end"]
    assert "Traceback" not in said


def test_a_port_in_use_is_named_with_what_to_type() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(serve, ["--port", str(port)])
    assert result.exit_code == 1
    assert f"Le port {port} n’est pas libre" in result.output
    assert f"make serve PORT={port + 1}" in result.output

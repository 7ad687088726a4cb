"""MkDocs' own live server, kept alive.

MkDocs rebuilds when content, data or overrides change, but it loads Python and its settings once, and ends
when the first build fails. So a child runs MkDocs and this process watches: it restarts the child when code
changes and, once the child has stopped by itself, starts it again at the next change of anything.
"""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from queue import Empty, SimpleQueue

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from guides_api.cli.french import Command

FOLDERS = ("hooks", "content", "data", "overrides")
SETTINGS = ("mkdocs.yml", "pyproject.toml")
WRITES = ("created", "modified", "moved", "deleted")  # opening a file to read it is an event too
QUIET = 0.3  # seconds without a change before acting on one: an editor saves in several writes
PATIENCE = 10  # seconds that a child has to end when asked


@click.command(cls=Command)
@click.option("--host", default="127.0.0.1", show_default=True, help="Adresse d’écoute.")
@click.option("--port", default=8000, show_default=True, help="Port d’écoute.")
def serve(host: str, port: int) -> None:
    """Sert le site en local et le reconstruit à chaque changement."""
    try:
        socket.create_server((host, port)).close()
    except OSError:
        sys.exit(f"Le port {port} n’est pas libre. Essayez-en un autre : make serve PORT={port + 1}")
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    supervise([sys.executable, "-m", "mkdocs", "serve", "-a", f"{host}:{port}"], Path.cwd())


def supervise(command: Sequence[str], root: Path) -> None:
    """Run `command` in `root`, again after every change that calls for it, until Ctrl+C or SIGTERM."""
    signals: SimpleQueue[int] = SimpleQueue()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda received, _frame: signals.put(received))
    changes = Changes(root)
    while signals.empty():
        # In a session of its own, the child does not hear the terminal's Ctrl+C: `stop` tells it, once.
        child = subprocess.Popen(command, cwd=root, start_new_session=True)
        wait_for_a_reason_to_stop(child, changes, signals)
        stop(child)
    click.echo("Serveur arrêté.")


def wait_for_a_reason_to_stop(child: subprocess.Popen[bytes], changes: "Changes", signals: SimpleQueue[int]) -> None:
    seen: set[Path] = set()
    told = False
    while signals.empty():
        seen |= changes.settled()
        ended = child.poll() is not None
        if any(ended or is_code(path) for path in seen):
            click.echo("Redémarrage...")
            return
        if ended and not told:
            click.secho("Le serveur s’est arrêté : la cause est ci-dessus.", fg="red")
            click.echo("Corrigez puis enregistrez, il repartira tout seul. Ctrl+C pour en rester là.")
            told = True


def stop(child: subprocess.Popen[bytes]) -> None:
    """Like Ctrl+C, so that MkDocs removes its temporary site; by force if that takes too long."""
    child.send_signal(signal.SIGINT)
    try:
        child.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def is_code(path: Path) -> bool:
    """Whether only a new process sees the change. Templates under hooks/ count: Jinja keeps them compiled."""
    return path.parts[0] == "hooks" or path.name in SETTINGS


def is_noise(path: Path) -> bool:
    return path.name.startswith(".") or path.name.endswith("~") or "__pycache__" in path.parts


class Changes(FileSystemEventHandler):
    """The project's files, relative to its root, that were written since the last look."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.paths: SimpleQueue[Path] = SimpleQueue()
        observer = Observer()
        observer.schedule(self, str(root))  # not recursive: for the settings
        for folder in filter(Path.is_dir, map(root.joinpath, FOLDERS)):
            observer.schedule(self, str(folder), recursive=True)
        observer.start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in WRITES or event.is_directory:
            return
        for name in {event.src_path, event.dest_path} - {""}:
            path = Path(os.fsdecode(name)).relative_to(self.root)
            if not is_noise(path) and (path.parts[0] in FOLDERS or str(path) in SETTINGS):
                self.paths.put(path)

    def settled(self) -> set[Path]:
        """Wait a moment, and longer as long as changes follow one another."""
        paths = set()
        try:
            while True:
                paths.add(self.paths.get(timeout=QUIET))
        except Empty:
            return paths

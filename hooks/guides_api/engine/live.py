"""`mkdocs serve`, made quick: the system tells of saves, and a mistake is shown in the browser."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from typing import Any, cast
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

QUIET = 0.03  # seconds without a save before building: an editor saves in several writes
_WRITES = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]  # reading a file is an event too
_SHOWN = """\
<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="1">
<title>À corriger</title>
<style>
:root {{ color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }}
body {{ max-width: 60rem; margin: 2rem auto; padding: 0 1rem }}
pre {{ white-space: pre-wrap; overflow-wrap: anywhere; border-left: .25rem solid; padding-left: 1rem }}
</style>
<h1>À corriger</h1>
<pre>{report}</pre>
<p>Corrigez puis enregistrez : la page reviendra d’elle-même.</p>
</html>
"""


def quicken(server: LiveReloadServer, config: MkDocsConfig) -> LiveReloadServer:
    """Make a server that was not started yet hear of saves at once, and tell of mistakes in French."""
    watched = [config.docs_dir, *([config.config_file_path] if config.config_file_path else [])]
    for path in watched:
        server.unwatch(path)
    server.observer = _Writes()
    server.build_delay = QUIET
    for path in watched:
        server.watch(path)
    told = _Told(server.builder, cast("WSGIApplication", server.get_app()))
    server.builder = told.build
    server.set_app(told.answer)
    return server


class _Writes(Observer):  # type: ignore[misc,valid-type]  # the one of this system
    """Tells of what is written."""

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> ObservedWatch:
        """Watch a folder or a file."""
        return super().schedule(handler, path, recursive=recursive, event_filter=_WRITES)  # type: ignore[no-any-return]


class _Told:
    """The last build's mistakes, in place of its pages as long as there are any."""

    def __init__(self, builder: Callable[[], None], app: WSGIApplication) -> None:
        self._builder, self._app = builder, app
        self._report = ""

    def build(self) -> None:
        """Build; what keeps it from ending is for readers of the pages to see."""
        try:
            self._builder()
        except (MkDocsException, SystemExit) as refused:
            self._report = str(refused)
        else:
            self._report = ""

    def answer(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer a request, once the build under way has ended."""
        heard: list[Any] = []
        found = self._app(environ, lambda *told: cast("Any", heard.append(told)))
        if self._report and environ["PATH_INFO"].endswith(("/", ".html")):
            start("500 Internal Server Error", [("Content-Type", "text/html; charset=utf-8")])
            return [_SHOWN.format(report=html.escape(self._report)).encode()]
        start(*heard[-1])
        return found

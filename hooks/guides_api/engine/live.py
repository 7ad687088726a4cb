"""`mkdocs serve`, made quick: the system tells of saves, and a mistake is shown in the browser."""

from __future__ import annotations

import gc
import html
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast
from uuid import uuid4
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment
from wsgiref.util import FileWrapper

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

from guides_api.catalogue.memory import Memory
from guides_api.catalogue.problems import ProblemsFoundError
from guides_api.engine import build
from guides_api.engine.kept_values import KeptValues
from guides_api.engine.lasting import LastingMemory
from guides_api.engine.preview import Preview, Stamps

_LOG = logging.getLogger("mkdocs.guides")
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


@dataclass(slots=True)
class _Live:
    """What a process that serves keeps from one build to the next; there is at most one site to a process."""

    memory: LastingMemory | None = None
    last: MkDocsConfig | None = None
    told: _Told | None = None


_LIVE = _Live()


def starts() -> None:
    """Prepare for a site that is built again and again."""
    _LIVE.memory = LastingMemory()


def serves() -> bool:
    """Tell whether this process serves what it builds, and so may draw a page when somebody asks for it."""
    return _LIVE.memory is not None


def memory(kept: KeptValues) -> Memory:
    """Return what remembers, for a build whose project's cache is `kept`."""
    if _LIVE.memory is None:
        return kept
    _LIVE.memory.behind = kept
    return _LIVE.memory


def built(config: MkDocsConfig) -> None:
    """Note the settings of a build that has ended well."""
    _LIVE.last = config


def ends() -> None:
    """Let go of what is under way."""
    if _LIVE.told is not None:
        _LIVE.told.stop()


def quicken(server: LiveReloadServer, config: MkDocsConfig) -> LiveReloadServer:
    """Make a server that was not started yet hear of saves at once, and tell of mistakes in French."""
    watched = [config.docs_dir, *([config.config_file_path] if config.config_file_path else [])]
    for path in watched:
        server.unwatch(path)
    server.observer = _Writes()
    server.build_delay = QUIET
    for path in watched:
        server.watch(path)
    told = _LIVE.told = _Told(server)
    gc.freeze()  # what stands is not looked through at each save
    server.builder = told.build
    server.set_app(told.answer)
    return server


class _Writes(Observer):  # type: ignore[misc,valid-type]  # the one of this system
    """Tells of what is written."""

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> ObservedWatch:
        """Watch a folder or a file."""
        return super().schedule(handler, path, recursive=recursive, event_filter=_WRITES)  # type: ignore[no-any-return]


class _Told:
    """What is served: the site of the last save, or its mistakes as long as there are any."""

    def __init__(self, server: LiveReloadServer) -> None:
        self._server, self._builder = server, server.builder
        self._app = cast("WSGIApplication", server.get_app())
        self._report, self._version = "", 0
        self._preview = self._begun({})
        self._preview.begin(self._preview.stamped())

    def build(self) -> None:
        """Take in what was saved; what keeps it from being taken in is for readers of the pages to see."""
        preview = self._preview
        stamps = preview.stamped()
        changed = preview.changed(stamps)
        report = ""
        if changed:
            preview.rest.stop()
            try:
                if preview.may_take(changed, stamps):
                    preview.take(stamps)
                else:
                    self._builder()
                    self._preview = self._begun(stamps)
            except ProblemsFoundError as found:
                report = build.report(found.problems)
                _LOG.error(report)
            except (MkDocsException, SystemExit) as refused:
                report = str(refused)
        self._report = report
        self._version += 1

    def stop(self) -> None:
        """Let go of what is under way."""
        self._preview.rest.stop()

    def answer(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer a request, once the build under way has ended."""
        asked = environ["PATH_INFO"]
        path = asked.encode("latin-1").decode("utf-8", "ignore")
        heard: list[Any] = []
        version, found = -1, cast("Iterable[bytes]", ())
        while version != self._version:  # a save may come between the page's drawing and its being read
            version = self._version
            if not self._ready(path):
                environ["PATH_INFO"] = f"{self._server.mount_path}{uuid4().hex}/"
            if isinstance(found, FileWrapper):
                found.close()
            found = self._app(environ, lambda *told: cast("Any", heard.append(told)))
            environ["PATH_INFO"] = asked
        if self._report and path.endswith(("/", ".html")):
            start("500 Internal Server Error", [("Content-Type", "text/html; charset=utf-8")])
            return [_SHOWN.format(report=html.escape(self._report)).encode()]
        start(*heard[-1])
        return found

    def _ready(self, path: str) -> bool:
        """Have what is asked for put in its place; False where there is nothing any more."""
        if self._report or path.startswith("/livereload/"):
            return True
        try:
            return self._preview.ready(path.removeprefix(self._server.mount_path))
        except MkDocsException as refused:
            self._report = str(refused)
            return True

    def _begun(self, stamps: Stamps) -> Preview:
        """Start from the whole build that has just ended."""
        preview = Preview(cast("MkDocsConfig", _LIVE.last), cast("LastingMemory", _LIVE.memory))
        preview.begin(stamps)
        return preview

"""The site while its pages are being written: a page is drawn from the last save when somebody asks for it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from uuid import uuid4

from mkdocs.config.defaults import MkDocsConfig

from guides_api.catalogue.folders import below
from guides_api.engine import build, settings
from guides_api.engine.dates import day_of_build
from guides_api.engine.lasting import LastingMemory
from guides_api.engine.rest import Rest
from guides_api.pages.addresses import address
from guides_api.pages.page import file_of
from guides_api.pages.project import Project, load_project

# What a save may change, new files aside, without a change of the names of files.
_WORDS_ONLY = ("content/",)
_NAMES_FILES = ("content/api/",)
_SETTLED = ("assets", "stylesheets", "javascripts", "livereload")

Stamps = Mapping[str, tuple[int, int, int]]


class Preview:
    """What is served between two whole builds: their files, and over these the pages of the saves made since."""

    def __init__(self, config: MkDocsConfig, memory: LastingMemory) -> None:
        self.config, self.memory = config, memory
        self.root = Path(config.config_file_path).parent
        self.site = Path(config.site_dir)
        self.drawing = self.whole = build.drawing_of(config)
        self.watched = [Path(config.docs_dir), Path(config.config_file_path), *map(Path, config.watch)]
        self.stamps: Stamps = {}
        self._read: Stamps = {}  # when they were last read, for better or worse
        self.rest = Rest(config)
        self._drawn: set[str] = set()
        self._lock = threading.Lock()

    def begin(self, stamps: Stamps) -> None:
        """Start from a whole build, made of files of these stamps at least."""
        self.stamps = stamps

    def stamped(self) -> Stamps:
        """Return what changes when any file is written that the site is made of."""
        found = {}
        for place in self.watched:
            name = place.relative_to(self.root).as_posix()
            files = ((f"{name}/{path}", entry) for path, entry in below(place)) if place.is_dir() else [(name, place)]
            for path, file in files:
                stat = file.stat()
                found[path] = stat.st_mtime_ns, stat.st_size, stat.st_ino
        return found

    def changed(self, stamps: Stamps) -> set[str]:
        """Return the files that are not as they were when the pages of now were made."""
        return {path for path in stamps.keys() | self.stamps.keys() if stamps.get(path) != self.stamps.get(path)}

    def may_take(self, changed: Iterable[str], stamps: Stamps) -> bool:
        """Tell whether changed files are pages that were there before."""
        return all(
            path.endswith(".md")
            and path.startswith(_WORDS_ONLY)
            and not path.startswith(_NAMES_FILES)
            and path in stamps
            and path in self.stamps
            for path in changed
        )

    def take(self, stamps: Stamps) -> None:
        """Take in changed pages, or raise ProblemsFoundError and stay as before."""
        self.memory.settled = {path for path, stamp in stamps.items() if stamp == self._read.get(path)}
        self._read = stamps
        try:
            project = load_project(self.root, day_of_build(self.root), self.memory)
        finally:
            self.memory.settled = ()
        self.memory.forget_the_rest()
        before = self.drawing
        with self._lock:
            settings.fill(self.config, project)
            build.start(self.config, project)
            files = {*before.files} - before.project.pages.keys() | project.pages.keys()
            self.drawing = before.of(project, files)
            self.stamps = stamps
            self._drawn.clear()
        self.rest.want()

    def ready(self, path: str) -> bool:
        """Put what is asked for in its place in the site; False where it is a page no more.

        `path` is below the site's root, without a slash at its start.
        """
        is_whole = self.drawing is self.whole
        if is_whole and not self.whole.undrawn:
            return True
        now = _by_address(self.drawing.project)
        asked = path.removesuffix("index.html")
        if asked not in now:
            if is_whole:
                return True
            if asked in _by_address(self.whole.project):
                return False
            if path.split("/", maxsplit=1)[0] not in _SETTLED and not (self.root / "content" / path).is_file():
                self.rest.wait()
            return True
        with self._lock:
            if asked not in self._drawn and not (is_whole and now[asked] not in self.whole.undrawn):
                page = self.drawing.project.pages[now[asked]]
                file = self.site / file_of(page)
                file.parent.mkdir(parents=True, exist_ok=True)
                half = file.with_name(f"{uuid4().hex}.html")  # the file itself may be another site's too
                half.write_text(self.drawing.drawn(page), encoding="utf-8", newline="")
                half.replace(file)
                self._drawn.add(asked)
        return True


def _by_address(project: Project) -> Mapping[str, str]:
    return {address(path): path for path in project.pages}

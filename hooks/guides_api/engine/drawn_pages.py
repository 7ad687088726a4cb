"""Every page of the site, drawn now or as an earlier build left it: the same bytes either way."""

from __future__ import annotations

import os
import pickle
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files

from guides_api.catalogue.workers import spread
from guides_api.engine import build, epoch, live, refusals, search_engines, staging
from guides_api.engine.drawing import ALONE, Drawing
from guides_api.engine.kept_pages import KeptFile, KeptPage, KeptPages
from guides_api.engine.spare import Spare
from guides_api.pages.digests import digest, digest_of_bytes
from guides_api.pages.page import SitePage, file_of
from guides_api.pages.project import Project
from guides_api.pages.questions import Answers, questioned
from guides_api.pages.search.entry import entry
from guides_api.pages.search.found import searchable

# The events of MkDocs' own pages, of which there are none.
_UNHEARD = ("nav", "pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")
_FAST = 1  # zlib's level: a page is read as often as it is written


def draw(files: Files, config: MkDocsConfig, project: Project) -> Mapping[str, bytes]:
    """Write every page into the site under way, and return what the search keeps of each that it may find."""
    for event in _UNHEARD:
        for method in config.plugins.events[event]:
            raise Abort(refusals.unheard(f"on_{event}", method.__module__))
    for file in files.documentation_pages():
        files.remove(file)
    drawing = Drawing(config, project, files.src_uris.keys() | project.pages.keys())
    build.draws(config, drawing)
    kept = KeptPages(drawing.root)
    try:
        return _Round(drawing, kept).run()
    finally:
        kept.close()


def add_alone(files: Files, config: MkDocsConfig, project: Project) -> Files:
    """Add what templates give that belongs to no page, which MkDocs then has none to fill for."""
    config.extra["sitemap"] = search_engines.sitemap(config, project)
    config.theme.static_templates.clear()
    drawing = build.drawing_of(config)
    for name in ALONE:
        files.append(File.generated(config, name, content=drawing.alone(name)))
    drawing.templates.keep()
    return files


@dataclass(frozen=True, slots=True)
class _Task:
    """A page to write, with what an earlier build kept of it where that is still right."""

    page: SitePage
    key: bytes
    kept: KeptPage | None


class _Round:
    """One build's pages."""

    def __init__(self, drawing: Drawing, kept: KeptPages) -> None:
        self.drawing, self.kept = drawing, kept
        self.answers = Answers(drawing.project.catalogue)
        self.of_contents = epoch.of_contents(drawing.config)
        self.of_templates = epoch.of_templates(drawing.config)
        self.spare = Spare(drawing.root, Path(drawing.config.site_dir))
        self.published = staging.published()
        self.before = kept.files(self.published)

    def run(self) -> Mapping[str, bytes]:
        """Write every page."""
        known = self.kept.pages()
        tasks, entries = [], {}
        for page in self.drawing.project.pages.values():
            key = digest_of_bytes(self.of_contents, digest(page))
            kept = known.get(page.path)
            if kept is None or kept.key != key or not self.holds(kept.proof):
                tasks.append(_Task(page, key, None))
            elif self.linked(page, self.mark(page, kept)):
                entries[page.path] = kept.entry
            elif live.serves():
                entries[page.path] = kept.entry
                self.drawing.undrawn.add(page.path)
            else:
                tasks.append(_Task(page, key, kept))
        done = list(spread(self.done, tasks))
        entries.update((made.path, made.entry) for made, _ in done)
        new = [made for task, (made, _) in zip(tasks, done, strict=True) if task.kept is None]
        gone = known.keys() - self.drawing.project.pages.keys()
        files = {file_of(task.page): file for task, (_, file) in zip(tasks, done, strict=True)}
        used = {file_of(page) for page in self.drawing.project.pages.values()}
        self.spare.clear(used)
        lost = self.before.keys() - used
        self.kept.keep(new, gone, self.published, {**dict.fromkeys(lost), **files})
        return {path: entry for path, entry in entries.items() if entry}

    def holds(self, proof: bytes) -> bool:
        """Tell whether what a page was answered, and the files that it found, are still the same."""
        answers, targets = pickle.loads(proof)  # noqa: S301  our own, summed
        return self.answers.hold(answers) and all((target in self.drawing.files) == found for target, found in targets)

    def mark(self, page: SitePage, made: KeptPage) -> bytes:
        """Return what tells a whole page from any other that might stand at its address."""
        around = [search_engines.known_of(page, self.drawing.config), self.drawing.around(page)]
        return digest_of_bytes(self.of_templates, made.key, made.proof, digest(around))

    def linked(self, page: SitePage, mark: bytes) -> bool:
        """Take a page from the site that stands, if it is the one wanted and nobody has written in it since."""
        name = file_of(page)
        before = self.before.get(name)
        if before is None or before.mark != mark:
            return False
        try:
            found = (self.published / name).stat()
            if KeptFile.of(mark, found) != before:
                return False
            if not self.spare.holds(name, found):
                os.link(self.published / name, self.spare.place(name))
        except OSError:
            return False
        return True

    def done(self, task: _Task) -> tuple[KeptPage, KeptFile]:
        """Write a page, and return what is kept of it and what tells its file."""
        made = task.kept or self.made(task.page, task.key)
        content = pickle.loads(zlib.decompress(made.content))  # noqa: S301  our own, summed
        whole = self.drawing.whole(task.page, content, self.drawing.meta(task.page, content))
        file = self.spare.place(file_of(task.page))
        file.write_bytes(whole.encode())
        return made, KeptFile.of(self.mark(task.page, made), file.stat())

    def made(self, page: SitePage, key: bytes) -> KeptPage:
        """Draw a page's own content."""
        catalogue, asked = questioned(self.drawing.project.catalogue)
        content = self.drawing.content(page, catalogue)
        found = entry(content.html) if searchable(page) else None
        return KeptPage(
            page.path,
            key,
            pickle.dumps((self.answers.to(asked), sorted(content.targets.items()))),
            zlib.compress(pickle.dumps(content), _FAST),
            pickle.dumps(found) if found else b"",
        )

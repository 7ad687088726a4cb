"""From a project's folder to a Catalogue and to every problem at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path as Folder
from types import MappingProxyType
from typing import Any, TypeVar, cast

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.content_files import file_problems, files_below
from guides_api.catalogue.data_files import data_file
from guides_api.catalogue.declared import Declared
from guides_api.catalogue.diagrams import Diagram, diagram
from guides_api.catalogue.documents import Document
from guides_api.catalogue.editors import Editor
from guides_api.catalogue.facts import Fact
from guides_api.catalogue.fields import slugified
from guides_api.catalogue.guide_apis import resolved
from guides_api.catalogue.legal import Legal, keys
from guides_api.catalogue.listing import LISTED
from guides_api.catalogue.memory import Memory
from guides_api.catalogue.models import Api
from guides_api.catalogue.nodes import Path, place_of
from guides_api.catalogue.page_files import KINDS, page_file
from guides_api.catalogue.problems import Place, Problem
from guides_api.catalogue.records import Record, twice
from guides_api.catalogue.rules import RULES
from guides_api.catalogue.rules.references import MISFILED, unknown_references_as_written
from guides_api.catalogue.shapes import shaped
from guides_api.catalogue.site import Site
from guides_api.catalogue.sources import Reader
from guides_api.catalogue.written import Guide, News, Page

SomeRecord = TypeVar("SomeRecord", bound=Record)

_GUIDES = "content/guides"
_NEWS = "content/actualites"
_DIAGRAMS = "content/images/schemas"
_NONE = Memory()
_PLACEHOLDER = Site(name="-", description="-", datapass_url="https://example.org")


def read(root: Folder, today: date, memory: Memory = _NONE) -> tuple[Catalogue, set[Problem]]:
    """Return the catalogue of the project at root and everything wrong with it.

    Where a problem is an error the catalogue lacks the records at fault: it is then good for finding more problems,
    not for building. `today` is what dates are compared with.
    """
    loader = _Loader(Reader(root), memory)
    catalogue = loader.catalogue()
    found = {*loader.problems, *loader.reader.problems}
    found.update(problem for rule in RULES for problem in rule(catalogue, today))
    places = {problem.place for problem in found}
    for malformed in loader.malformed:
        for item in unknown_references_as_written(catalogue, *malformed):
            if item.rule == MISFILED:
                found = {other for other in found if other.place != item.place} | {item}
            elif item.place not in places:
                found.add(item)
    return catalogue, found


@dataclass(slots=True)
class _Loader:
    reader: Reader
    memory: Memory
    problems: list[Problem] = field(default_factory=list)
    declared: Declared = field(default_factory=Declared)
    malformed: list[tuple[type[Record], Document, Path]] = field(default_factory=list)
    files: frozenset[str] = frozenset()  # of content/, all of them

    def catalogue(self) -> Catalogue:
        self.files = frozenset(files_below(self.reader.root / "content"))
        site = self.whole(Site, "data/site.yaml")
        legal = self.whole(Legal, "data/legal.yaml")
        listed = {name: self.listed(name, model) for name, model in LISTED.items()}
        apis = self.by_id("apis", self.apis())
        guides, unnamed = resolved(self.by_id("guides", self.guides()), self.declared)
        self.problems.extend(unnamed)
        news = self.by_id("news", self.news())
        self.problems.extend(file_problems(self.reader))
        self.declare_joined(listed, news)
        return Catalogue(
            site=site or _PLACEHOLDER,
            legal=legal or Legal(),
            **cast("dict[str, Any]", listed),
            apis=apis,
            guides=MappingProxyType(dict(guides)),
            news=news,
            diagrams=MappingProxyType({found.id: found for found in self.diagrams()}),
            pages=MappingProxyType({page.path: page for page in self.pages()}),
            declared=self.declared.complete(),
            files=self.files,
        )

    def declare_joined(self, listed: Mapping[str, Mapping[str, Any]], news: Mapping[str, News]) -> None:
        """Note the ids that stand in no list of their own: in editors, in facts, in articles, in the folders."""
        for whole, part in (("editors", "solutions"), ("facts", "topics"), ("rgaa", "rgaa_themes")):
            if whole in self.declared.incomplete or len(listed[whole]) != len(self.declared.ids[whole]):
                self.declared.incomplete.add(part)
        editors: Iterable[Editor] = listed["editors"].values()
        facts: Iterable[Fact] = listed["facts"].values()
        self.declared.add("solutions", (solution.form for editor in editors for solution in editor.solutions))
        self.declared.add("topics", (fact.topic for fact in facts))
        self.declared.add("rgaa_themes", (slugified(criterion.theme) for criterion in listed["rgaa"].values()))
        self.declared.add("legal_keys", keys())
        self.declared.add("years", (article.year for article in news.values()))
        self.declared.add("categories", (slugified(name) for article in news.values() for name in article.categories))
        self.declared.add("files", self.files)
        self.declared.add("written_pages", (file for file in self.files if file.endswith(".md")))

    def whole(self, model: type[SomeRecord], path: str) -> SomeRecord | None:
        """Return the record that a data file is."""
        root = self.reader.yaml(path)
        document = Document(path, root) if root else None
        return self.noted(model, document, "", (), shaped(model, document)) if document else None

    def listed(self, name: str, model: type[SomeRecord]) -> Mapping[str, SomeRecord]:
        """Return the records of data/<name>.yaml by id; the file's own keys are their defaults."""
        path = f"data/{name}.yaml"
        self.declared.add(name, ())
        read = None
        if (raw := self.raw(path)) is not None:
            source = min(self.declared.ids["sources"], default="")
            (read,) = self.memory.values([data_file(name, model, path, raw, source)])
            self.problems.extend(read.problems)
        if read is None or read.document is None:
            self.declared.incomplete.add(name)
            return MappingProxyType({})
        for item in read.items:
            self.declared.note(name, item)
        document, found = read.document, cast("list[tuple[SomeRecord | None, list[Problem]]]", read.records)
        records = (self.noted(model, document, name, (name, rank), each) for rank, each in enumerate(found))
        return self.by_id(name, records)

    def apis(self) -> Iterator[Api | None]:
        yield from self.read_pages(Api, self.markdown("content/api", "apis"))

    def guides(self) -> Iterator[Guide | None]:
        yield from self.read_pages(Guide, self.markdown(_GUIDES, "guides"), _GUIDES)

    def news(self) -> Iterator[News | None]:
        if (self.reader.root / _NEWS).is_dir():  # a site may have none
            yield from self.read_pages(News, self.markdown(_NEWS, "news"), _NEWS)

    def diagrams(self) -> Iterator[Diagram]:
        for file in sorted((self.reader.root / _DIAGRAMS).glob("*.svg")):
            path = f"{_DIAGRAMS}/{file.name}"
            text = self.reader.text(path)
            found, problems = diagram(text, path) if text is not None else (None, [])
            self.problems.extend(problems)
            self.declared.add("diagrams", (file.stem,))
            if found is not None:
                yield found

    def pages(self) -> Iterator[Page]:
        paths = [
            path
            for path in self.markdown("content", "pages", index=True)
            if not path.startswith(("content/api/", f"{_GUIDES}/", f"{_NEWS}/")) or path.endswith("/index.md")
        ]
        yield from filter(None, self.read_pages(Page, paths))

    def read_pages(
        self, model: type[SomeRecord], paths: Collection[str], named_below: str = ""
    ) -> Iterator[SomeRecord | None]:
        """Return the records that the front matters of pages hold, each with its page's body.

        Those below `named_below` have the name of their file as id.
        """
        kind = KINDS[model]
        self.declared.add(kind, ())
        raws = {path: raw for path in paths if (raw := self.raw(path)) is not None}
        if len(raws) < len(paths):
            self.declared.incomplete.add(kind)
        for read in self.memory.values([page_file(model, path, raw, named_below) for path, raw in raws.items()]):
            self.reader.problems.extend(read.of_file)
            if read.document is None:
                self.declared.incomplete.add(kind)
                yield None
            else:
                self.declared.note(kind, read.document.root)
                yield self.noted(
                    model, read.document, kind, (), (cast("SomeRecord | None", read.record), read.of_record)
                )

    def raw(self, path: str) -> bytes | None:
        """Return a file's bytes, or None and a problem when it can't be read."""
        known = self.memory.raw(path)
        return self.reader.raw(path) if known is None else known

    def noted(
        self,
        model: type[SomeRecord],
        document: Document,
        kind: str,
        path: Path,
        found: tuple[SomeRecord | None, list[Problem]],
    ) -> SomeRecord | None:
        """Return a record, once what is wrong with it is noted."""
        record, problems = found
        self.problems.extend(problems)
        if any(problem.place == place_of(document.root, (*path, "id")) for problem in problems):
            self.declared.incomplete.add(kind)
        if record is None:
            self.malformed.append((model, document, path))
        return record

    def by_id(self, kind: str, records: Iterator[SomeRecord | None]) -> Mapping[str, SomeRecord]:
        """Index records, refusing an id written twice."""
        found: dict[str, SomeRecord] = {}
        for record in records:
            identifier: Any = getattr(record, "id", None)
            if record is None:
                continue
            if identifier in found:
                self.problems.append(twice(record, found[identifier]))
            else:
                found[identifier] = record
        self.declared.add(kind, found)
        return MappingProxyType(found)

    def markdown(self, folder: str, kind: str, *, index: bool = False) -> list[str]:
        """Return the Markdown files below a folder, sorted; its index pages only when asked."""
        root = self.reader.root
        if not (root / folder).is_dir():
            self.declared.incomplete.update((kind, "written_pages"))
            message = "ce dossier manque."
            self.problems.append(
                Problem(
                    Place(folder),
                    "dossier-absent",
                    message,
                    remedy="Rétablissez-le depuis la dernière version.",
                )
            )
            return []
        found = (f"content/{path}" for path in self.files if path.endswith(".md"))
        paths = sorted(path for path in found if path.startswith(f"{folder}/"))
        return [path for path in paths if index or not path.endswith("/index.md")]

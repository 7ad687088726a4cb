"""From a project's folder to a Catalogue and to every problem at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path as Folder
from types import MappingProxyType
from typing import Any, TypeVar, cast

from guides_api.catalogue import models
from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.documents import NOUNS, Document
from guides_api.catalogue.facts import Fact
from guides_api.catalogue.listing import Listing
from guides_api.catalogue.models import Api, Site
from guides_api.catalogue.nodes import Node, Path, Plain, Scalar, child, place_of
from guides_api.catalogue.problems import Place, Problem, closest, did_you_mean
from guides_api.catalogue.records import Record
from guides_api.catalogue.rules import RULES
from guides_api.catalogue.rules.references import unknown_references_as_written
from guides_api.catalogue.shapes import shaped
from guides_api.catalogue.sources import Reader
from guides_api.catalogue.written import Guide, Page

SomeRecord = TypeVar("SomeRecord", bound=Record)

# What people list in data/<name>.yaml, under the key <name>.
LISTED: Mapping[str, type[Record]] = {
    "sources": models.Source,
    "bundles": models.Bundle,
    "publics": models.Public,
    "providers": models.Provider,
    "modalities": models.Modality,
    "scopes": models.Scope,
    "legal_texts": models.LegalText,
    "use_cases": models.UseCase,
    "facts": Fact,
    "editors": models.Editor,
}
_NAMED_BY_GUIDES = ("bundles", "apis")
_PLACEHOLDER = Site(name="-", description="-", datapass_url="https://example.org")


def read(root: Folder, today: date) -> tuple[Catalogue, set[Problem]]:
    """Return the catalogue of the project at root and everything wrong with it.

    Where a problem is an error the catalogue lacks the records at fault: it is then good for finding more problems,
    not for building. `today` is what dates are compared with.
    """
    loader = _Loader(Reader(root))
    catalogue = loader.catalogue()
    found = {*loader.problems, *loader.reader.problems}
    found.update(problem for rule in RULES for problem in rule(catalogue, today))
    places = {problem.place for problem in found}
    for malformed in loader.malformed:
        found.update(item for item in unknown_references_as_written(catalogue, *malformed) if item.place not in places)
    return catalogue, found


@dataclass(slots=True)
class _Loader:
    reader: Reader
    problems: list[Problem] = field(default_factory=list)
    declared: dict[str, set[str]] = field(default_factory=dict)
    incomplete: set[str] = field(default_factory=set)
    malformed: list[tuple[type[Record], Document, Path]] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)  # of APIs and bundles, to their ids

    def catalogue(self) -> Catalogue:
        site = self.site()
        listed = {name: self.listed(name, model) for name, model in LISTED.items()}
        apis = self.by_id("apis", self.apis())
        guides = self.by_id("guides", self.guides())
        if len(listed["editors"]) != len(self.declared["editors"]):
            self.incomplete.add("solutions")
        self.declared["solutions"] = {
            solution.form
            for editor in listed["editors"].values()
            for solution in cast("models.Editor", editor).solutions
        }
        files = frozenset(self.files())
        self.declared["files"] = set(files)
        self.declared["written_pages"] = {file for file in files if file.endswith(".md")}
        return Catalogue(
            site=site or _PLACEHOLDER,
            **cast("dict[str, Any]", listed),
            apis=apis,
            guides=MappingProxyType({name: self.resolved(guide) for name, guide in guides.items()}),
            pages=MappingProxyType({page.path: page for page in self.pages()}),
            declared=MappingProxyType(
                {kind: frozenset(ids) for kind, ids in self.declared.items() if kind not in self.incomplete}
            ),
            files=files,
        )

    def site(self) -> Site | None:
        root = self.reader.yaml("data/site.yaml")
        return self.record(Site, Document("data/site.yaml", root)) if root else None

    def listed(self, name: str, model: type[SomeRecord]) -> Mapping[str, SomeRecord]:
        """Return the records of data/<name>.yaml by id; the file's own keys are their defaults."""
        path = f"data/{name}.yaml"
        self.declared[name] = set()
        root = self.reader.yaml(path)
        listing = Listing(Document(path, root), name, model) if root else None
        items = listing.items() if listing else None
        if listing is None or items is None:
            self.incomplete.add(name)
            self.problems.extend(listing.problems if listing else ())
            return MappingProxyType({})
        around = listing.defaults(items, self.declared["sources"])
        self.problems.extend(listing.problems)
        for item in items:
            self.declare(name, item)
        records = (self.record(model, listing.document, name, (name, rank), around) for rank in range(len(items)))
        return self.by_id(name, records)

    def apis(self) -> Iterator[Api | None]:
        for path in self.markdown("content/api", "apis"):
            yield self.page(Api, path)

    def guides(self) -> Iterator[Guide | None]:
        for path in self.markdown("content/guides", "guides"):
            name = path.removeprefix("content/guides/").removesuffix(".md")
            yield self.page(Guide, path, {"id": name, "path": path.removeprefix("content/")})

    def pages(self) -> Iterator[Page]:
        for path in self.markdown("content", "pages", index=True):
            if not path.startswith(("content/api/", "content/guides/")) or path.endswith("/index.md"):
                page = self.page(Page, path, {"path": path.removeprefix("content/")})
                if page is not None:
                    yield page

    def page(
        self, model: type[SomeRecord], path: str, known: Mapping[str, Plain | int] | None = None
    ) -> SomeRecord | None:
        """Return the record that a page's front matter holds, with the page's body."""
        kind = "apis" if issubclass(model, Api) else "guides" if issubclass(model, Guide) else "pages"
        self.declared.setdefault(kind, set())
        read = self.reader.page(path)
        if read is None:
            self.incomplete.add(kind)
            return None
        root, body, body_line = read
        self.declare(kind, root)
        around = {**(known or {}), "body": body, "body_line": body_line}
        return self.record(model, Document(path, root, NOUNS[kind]), kind, (), around)

    def record(
        self,
        model: type[SomeRecord],
        document: Document,
        kind: str = "",
        path: Path = (),
        around: Mapping[str, Plain | int] | None = None,
    ) -> SomeRecord | None:
        record, problems = shaped(model, document, path, around)
        self.problems.extend(problems)
        if any(problem.place == place_of(document.root, (*path, "id")) for problem in problems):
            self.incomplete.add(kind)
        if record is None:
            self.malformed.append((model, document, path))
        return record

    def declare(self, kind: str, node: Node) -> None:
        """Note the id that is written for a record, and the title that guides may name it by, well formed or not."""
        identifier, title = child(node, "id"), child(node, "title") or child(node, "name")
        if isinstance(identifier, Scalar) and isinstance(identifier.value, str):
            self.declared[kind].add(identifier.value)
            if kind in _NAMED_BY_GUIDES and isinstance(title, Scalar):
                self.titles[str(title.value)] = identifier.value

    def by_id(self, kind: str, records: Iterator[SomeRecord | None]) -> Mapping[str, SomeRecord]:
        """Index records, refusing an id written twice."""
        found: dict[str, SomeRecord] = {}
        for record in records:
            identifier: Any = getattr(record, "id", None)
            if record is None:
                continue
            if identifier in found:
                self.problems.append(
                    record.problem(
                        "identifiant-en-double",
                        f"l’identifiant « {identifier} » est déjà pris ({found[identifier].place('id')}).",
                        "id",
                        remedy="Donnez-lui un identifiant à lui, ou supprimez le doublon.",
                    )
                )
            else:
                found[identifier] = record
        self.declared.setdefault(kind, set()).update(found)
        return MappingProxyType(found)

    def resolved(self, guide: Guide) -> Guide:
        """Replace what a guide's `api` list holds (ids or titles of APIs and bundles) by ids."""
        known = self.titles | {name: name for kind in _NAMED_BY_GUIDES for name in self.declared[kind]}
        for index, written in enumerate(guide.api):
            if written not in known and self.incomplete.isdisjoint(_NAMED_BY_GUIDES):
                self.problems.append(
                    guide.problem(
                        "reference-inconnue",
                        f"API ou bouquet « {written} » inconnu.",
                        *("api", index),
                        accepted=closest(written, self.titles),
                        remedy=did_you_mean(written, self.titles) or did_you_mean(written, known),
                    )
                )
        return guide.model_copy(update={"api": tuple(known[name] for name in guide.api if name in known)})

    def markdown(self, folder: str, kind: str, *, index: bool = False) -> list[str]:
        """Return the Markdown files below a folder, sorted; its index pages only when asked."""
        root = self.reader.root
        if not (root / folder).is_dir():
            self.incomplete.add(kind)
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
        paths = sorted(path.relative_to(root).as_posix() for path in (root / folder).rglob("*.md"))
        return [path for path in paths if index or not path.endswith("/index.md")]

    def files(self) -> Iterator[str]:
        """Yield the files of `content/`, well formed or not."""
        folder = self.reader.root / "content"
        yield from (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())

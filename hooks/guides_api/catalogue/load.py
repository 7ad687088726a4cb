"""From a project's folder to a Catalogue and to every problem at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, cast

from guides_api.catalogue import models
from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.documents import NOUNS, Document
from guides_api.catalogue.models import Api, Guide, Page, Record, Site
from guides_api.catalogue.nodes import Entries, Items, Plain, Scalar, nearest
from guides_api.catalogue.problems import Place, Problem, closest, did_you_mean
from guides_api.catalogue.rules import RULES
from guides_api.catalogue.shapes import shaped
from guides_api.catalogue.sources import Reader

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
    "facts": models.Fact,
    "editors": models.Editor,
}
DEFAULTS = ("source", "checked_on")
_PLACEHOLDER = Site(name="-", description="-", datapass_url="https://example.org")


def read(root: Path, today: date) -> tuple[Catalogue, set[Problem]]:
    """Return the catalogue of the project at root and everything wrong with it.

    Where a problem is an error the catalogue lacks the records at fault: it is then good for finding more problems,
    not for building. `today` is what dates are compared with.
    """
    loader = _Loader(Reader(root))
    catalogue = loader.catalogue()
    found = {*loader.problems, *loader.reader.problems}
    found.update(problem for rule in RULES for problem in rule(catalogue, today))
    return catalogue, found


@dataclass(slots=True)
class _Loader:
    reader: Reader
    problems: list[Problem] = field(default_factory=list)
    declared: dict[str, set[str]] = field(default_factory=dict)

    def catalogue(self) -> Catalogue:
        site = self.site()
        listed = {name: self.listed(name, model) for name, model in LISTED.items()}
        apis = self.by_id("apis", self.apis())
        guides = self.by_id("guides", self.guides())
        return Catalogue(
            site=site or _PLACEHOLDER,
            **cast("dict[str, Any]", listed),
            apis=apis,
            guides=MappingProxyType(self.resolved(guides, apis, listed["bundles"])),
            pages=MappingProxyType({page.path: page for page in self.pages()}),
            declared=MappingProxyType({kind: frozenset(ids) for kind, ids in self.declared.items()}),
            images=frozenset(self.images()),
        )

    def site(self) -> Site | None:
        root = self.reader.yaml("data/site.yaml")
        return self.record(Site, Document("data/site.yaml", root)) if root else None

    def listed(self, name: str, model: type[SomeRecord]) -> Mapping[str, SomeRecord]:
        """Return the records of data/<name>.yaml by id; the file's own keys are their defaults."""
        path = f"data/{name}.yaml"
        self.declared[name] = set()
        root = self.reader.yaml(path)
        if root is None:
            return MappingProxyType({})
        document = Document(path, root)
        self.check_shell(document, name)
        items = root.get(name)
        if not isinstance(items, Items):
            return MappingProxyType({})
        inherited = {key: root.get(key) for key in DEFAULTS if key in model.model_fields}
        defaults = {key: node.plain for key, node in inherited.items() if isinstance(node, Scalar)}
        self.declared[name].update(_declared_ids(items))
        records = (self.record(model, document, (name, index), defaults) for index in range(len(items.items)))
        return self.by_id(name, records)

    def check_shell(self, document: Document, name: str) -> None:
        """Refuse unknown keys around a file's list, and a list that isn't one."""
        keys = (*DEFAULTS, name)
        for key, _ in document.root.entries:
            if key.value not in keys:
                wrong = str(key.value)
                self.problems.append(
                    document.problem(
                        "cle-inconnue",
                        f"clé « {wrong} » inconnue.",
                        (wrong,),
                        accepted=keys,
                        remedy=did_you_mean(wrong, keys),
                    )
                )
        items = document.root.get(name)
        if items is None:
            message = f"la clé « {name} », qui ouvre la liste, manque."
            self.problems.append(document.problem("cle-manquante", message, remedy=f"Ajoutez une ligne « {name}: »."))
        elif not isinstance(items, Items) and items.plain is not None:
            message = f"« {name} » : une liste est attendue (une ligne « - … » par enregistrement)."
            self.problems.append(document.problem("type", message, (name,)))

    def apis(self) -> Iterator[Api | None]:
        for path in self.markdown("content/api"):
            yield self.page(Api, path)

    def guides(self) -> Iterator[Guide | None]:
        for path in self.markdown("content/guides"):
            name = path.removeprefix("content/guides/").removesuffix(".md")
            yield self.page(Guide, path, {"id": name, "path": path.removeprefix("content/")})

    def pages(self) -> Iterator[Page]:
        for path in self.markdown("content", index=True):
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
            return None
        root, body, body_line = read
        identifier = root.get("id")
        if isinstance(identifier, Scalar):
            self.declared[kind].add(str(identifier.value))
        around = {**(known or {}), "body": body, "body_line": body_line}
        return self.record(model, Document(path, root, NOUNS[kind]), (), around)

    def record(
        self,
        model: type[SomeRecord],
        document: Document,
        path: tuple[str | int, ...] = (),
        around: Mapping[str, Plain | int] | None = None,
    ) -> SomeRecord | None:
        record, problems = shaped(model, document, path, around)
        self.problems.extend(problems)
        return record

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
                        f"l’identifiant « {identifier} » sert déjà à un autre enregistrement.",
                        "id",
                        remedy="Donnez-lui un identifiant à lui, ou supprimez le doublon.",
                    )
                )
            else:
                found[identifier] = record
        self.declared.setdefault(kind, set()).update(found)
        return MappingProxyType(found)

    def resolved(
        self, guides: Mapping[str, Guide], apis: Mapping[str, Api], bundles: Mapping[str, Any]
    ) -> dict[str, Guide]:
        """Replace what guides' `api` lists hold (ids or titles of APIs and bundles) by ids."""
        ids = {name: name for name in (*self.declared["bundles"], *self.declared["apis"])}
        titles = {api.title: api.id for api in apis.values()} | {item.name: item.id for item in bundles.values()}
        known = titles | ids
        return {name: self._resolved(guide, known, tuple(titles)) for name, guide in guides.items()}

    def _resolved(self, guide: Guide, known: Mapping[str, str], titles: tuple[str, ...]) -> Guide:
        for index, written in enumerate(guide.api):
            if written not in known:
                self.problems.append(
                    guide.problem(
                        "reference-inconnue",
                        f"API ou bouquet « {written} » inconnu.",
                        *("api", index),
                        accepted=closest(written, titles),
                        remedy=did_you_mean(written, known),
                    )
                )
        return guide.model_copy(update={"api": tuple(known[name] for name in guide.api if name in known)})

    def markdown(self, folder: str, *, index: bool = False) -> list[str]:
        """Return the Markdown files below a folder, sorted; its index pages only when asked."""
        root = self.reader.root
        if not (root / folder).is_dir():
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

    def images(self) -> Iterator[str]:
        folder = self.reader.root / "content" / "images"
        if folder.is_dir():
            yield from (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _declared_ids(items: Items) -> Iterator[str]:
    for item in items.items:
        identifier = nearest(item, ("id",))
        if isinstance(item, Entries) and isinstance(identifier, Scalar) and isinstance(identifier.value, str):
            yield identifier.value

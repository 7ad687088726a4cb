"""The project that guides come to: what it calls what they name, and where it puts what they lead to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import unquote

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.content_files import DOCUMENTS, PICTURES
from guides_api.catalogue.fields import slugified
from guides_api.catalogue.problems import folded
from guides_api.migrate.carry.text import Text
from guides_api.migrate.checks.use_cases import UseCases
from guides_api.migrate.files import UnreadableError
from guides_api.migrate.foreign import Folder, slug_of
from guides_api.pages.addresses import api_path, bundle_path, generated_paths

_PAGE = re.compile(r"\.(?:md|markdown|mdx|html?)$", re.IGNORECASE)
_DATED = re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}[-/]")
_OF_IMAGES = ("images", "image", "img", "assets", "static", "public", "medias", "media", "files", "uploads", "content")
HOME = "index.md"
_KEPT = 64  # guides whose anchors others lead to
_NO_NAME = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(frozen=True)
class Destination:
    """What the steps of every guide share: `targets` are the files below `content/` that guides become, by their own.

    `tags` are the ways in which tags are written, by what they are without case, accents nor punctuation.
    """

    folder: Folder
    catalogue: Catalogue
    targets: Mapping[str, str]
    tags: Mapping[str, str]

    @cached_property
    def use_cases(self) -> UseCases:
        """What tells which use case a guide is about."""
        return UseCases(self.catalogue)

    @cached_property
    def api_ids(self) -> Mapping[str, str]:
        """The ids of APIs and bundles, by their titles and ids without case, accents nor punctuation."""
        titles = [
            *((bundle.name, bundle.id) for bundle in self.catalogue.bundles.values()),
            *((api.title, api.id) for api in self.catalogue.apis.values()),
        ]
        apart = [(title, name) for title, name in titles if sum(folded(title) == folded(one) for one, _ in titles) == 1]
        return {folded(key): name for title, name in apart for key in (title, name)}

    @cached_property
    def files(self) -> frozenset[str]:
        """What a page of the project may lead to, once everything is there."""
        written = self.catalogue.files | generated_paths(self.catalogue)
        return written | frozenset(self.targets.values()) | frozenset(self.copies.values())

    @cached_property
    def copies(self) -> Mapping[str, str]:
        """The pictures and documents of the folder, with the files below `content/` that they may become."""
        found: dict[str, str] = {}
        for path in sorted(self.folder.files):
            ending = posixpath.splitext(path)[1].lower()
            if ending in (*PICTURES, *DOCUMENTS):
                found[path] = f"{'images' if ending in PICTURES else 'fichiers'}/{well_named(path)}"
        return found

    @cached_property
    def by_target(self) -> Mapping[str, str]:
        """The pictures and documents of the folder, by what they become."""
        return {target: path for path, target in sorted(self.copies.items(), reverse=True)}

    def page(self, address: str, source: str, target: str) -> str | None:
        """Return the file below `content/` that a link to a page or a file leads to, None where it is not known.

        `source` is the file that the link stands in, `target` the one that this becomes.
        """
        inner = address.strip("/")
        if not inner:
            return HOME
        if not address.startswith("/"):
            for path in self._relative(address, source):
                if path in self._brought:
                    return self._brought[path]
            if (own := posixpath.normpath(posixpath.join(posixpath.dirname(target), address))) in self.files:
                return own
        for path in (inner, *(f"{below}/{inner}" for below in self.folder.public_below)):
            if path in self._brought:
                return self._brought[path]
        return self._by_route(inner) if address.startswith("/") or not _PAGE.search(address) else None

    def image(self, address: str, source: str, target: str) -> str | None:
        """Return the file below `content/` that an image becomes, None where it is not in the folder."""
        found = self.page(address, source, target) if posixpath.splitext(address)[1] else None
        if found is None and "/" not in address.strip("/"):
            found = self._by_name.get(address.strip("/"))
        return found

    def anchor(self, target: str, anchor: str) -> str:
        """Return the anchor that a place of a guide that comes along has here, as it is where that can't be told."""
        text = self._texts(self._sources[target]) if target in self._sources else None
        return (text.anchor(unquote(anchor)) if text else "") or anchor

    def api(self, name: str) -> str:
        """Return the id of the API or bundle of a name, empty where there is none."""
        return self.api_ids.get(folded(name), "")

    def _relative(self, address: str, source: str) -> Iterator[str]:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(source), address))
        yield path
        page = _PAGE.sub("", path)
        yield from (f"{page}{ending}" for ending in (".md", ".markdown", ".mdx", "/index.md"))

    def _by_route(self, inner: str) -> str | None:
        page = _PAGE.sub("", inner)
        first, _, rest = page.partition("/")
        slug = slugified(posixpath.basename(page))
        if rest and "api" in folded(first):
            return self._api_pages.get(slug)
        if page in self._routes:
            return self._routes[page]
        guide = rest and re.search("guide|post|article|actu|blog", first, re.IGNORECASE)
        if guide and (found := self._routes.get(posixpath.basename(page))):
            return found
        return next((file for file in (f"{page}.md", f"{page}/index.md") if file in self.files), None)

    @cached_property
    def _brought(self) -> Mapping[str, str]:
        """What files of the folder become, pages of APIs among them."""
        apis = {api.path: self._page_of(self.api(api.title) or self.api(api.slug)) for api in self.folder.apis}
        return {**self.copies, **self.targets, **{path: page for path, page in apis.items() if page}}

    @cached_property
    def _routes(self) -> Mapping[str, str]:
        """The pages that guides become, by the addresses that they may have had: their path, or its end."""
        found: dict[str, str] = {}
        for path, target in sorted(self.targets.items(), reverse=True):
            page = _PAGE.sub("", path).removesuffix("/index")
            found[_DATED.sub("", slug_of(path))] = target
            steps = page.split("/")
            found |= {"/".join(steps[rank:]): target for rank in range(len(steps))}
        return found

    @cached_property
    def _api_pages(self) -> Mapping[str, str]:
        """The pages of APIs and bundles, by what the last part of an address may call them."""
        pages = {slugified(name.rpartition("/")[2]): self._page_of(name) for name in self.catalogue.apis}
        pages |= {slugified(title): self._page_of(name) for title, name in self._titles()}
        pages |= {api.slug: self._page_of(name) for api in self.folder.apis if (name := self.api(api.title))}
        return pages

    def _titles(self) -> Iterator[tuple[str, str]]:
        for api in self.catalogue.apis.values():
            yield from ((api.title, api.id), (f"API {api.title}", api.id))
        yield from ((bundle.name, bundle.id) for bundle in self.catalogue.bundles.values())

    def _page_of(self, name: str) -> str:
        return bundle_path(name) if name in self.catalogue.bundles else api_path(name) if name else ""

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        return {target: path for path, target in self.targets.items()}

    @cached_property
    def _texts(self) -> Callable[[str], Text | None]:
        """What reads the text of a guide of the folder, and keeps the last ones."""

        @lru_cache(maxsize=_KEPT)
        def text_of(path: str) -> Text | None:
            try:
                return Text.of(self.folder.guide(path).body, 1)
            except UnreadableError:
                return None

        return text_of

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        return {posixpath.basename(path): copy for path, copy in self.copies.items() if "/" in path}


def well_named(path: str) -> str:
    """Return the path that a picture or a document has in its new folder: of letters that addresses are made of."""
    *folders, name = path.strip("/").split("/")
    while folders and (folders[0] in _OF_IMAGES or not folders[0].strip(".")):
        folders = folders[1:]
    stem, ending = posixpath.splitext(name)
    names = [_safe(folder) for folder in folders]
    return "/".join([*filter(None, names), f"{_safe(stem) or 'fichier'}{ending.lower()}"])


def _safe(name: str) -> str:
    return name if name and not _NO_NAME.search(name) else slugified(name)

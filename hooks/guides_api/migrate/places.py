"""Where the links of a folder's guides may lead, whatever tool made addresses of its files."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from guides_api.catalogue.problems import folded
from guides_api.migrate.foreign import Folder, slug_of

_DATED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-")
_PAGE = re.compile(r"\.(?:md|markdown|mdx|html?)$", re.IGNORECASE)
_SERVED = re.compile(
    r"\.(?:pdf|png|jpe?g|gif|svg|webp|avif|csv|ods|odt|docx?|xlsx?|pptx?|zip|json|txt|mp4)$", re.IGNORECASE
)


@dataclass(frozen=True)
class Places:
    """The pages and files of a folder, as its own links name them."""

    folder: Folder

    def has(self, target: str, path: str) -> bool | None:
        """Tell whether a link of the file at `path` leads somewhere in the folder; None where that can't be told.

        An absolute address is judged where the folder holds what such addresses name: guides, APIs, public files.
        """
        address = unquote(re.split("[?#]", target, maxsplit=1)[0])
        if not address:
            return True
        if address.startswith("/"):
            return self._has_address(address.strip("/"))
        return any(self._has_file(posixpath.normpath(item)) for item in self._relative(address, path))

    def has_image(self, target: str, path: str = "") -> bool:
        """Tell whether an image is there; one that is named without a folder may be in any of those of public files."""
        address = unquote(re.split("[?#]", target, maxsplit=1)[0])
        if address.startswith("/") or not path:
            inner = address.strip("/").removeprefix("./")
            named = "/" not in inner and inner in self.names
            return named or any(item in self.folder.files for item in self._absolute(inner))
        return posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) in self.folder.files

    def _relative(self, address: str, path: str) -> Iterator[str]:
        """Yield the file that a link may mean: from that of its page, or from the address that the page has."""
        yield posixpath.join(posixpath.dirname(path), address)
        if not _PAGE.search(address):
            yield posixpath.join(posixpath.splitext(path)[0], address)

    def _absolute(self, inner: str) -> Iterator[str]:
        yield inner
        yield from (f"{below}/{inner}" for below in self.folder.public_below)

    def _has_address(self, inner: str) -> bool | None:
        page = _PAGE.sub("", inner)
        if page in self._pages or page == "" or any(self._has_file(item) for item in self._absolute(inner)):
            return True
        first, _, rest = page.partition("/")
        return self._in_territory(first, inner, posixpath.basename(page)) if rest else page in self._slugs or None

    def _in_territory(self, first: str, inner: str, slug: str) -> bool | None:
        """Tell whether an address is that of a page, by the first folder that it names, where this one is known."""
        if "api" in folded(first) and self.folder.apis:
            return slug in {api.slug for api in self.folder.apis}
        if re.search("guide|post|article|actu|blog", first, re.IGNORECASE) or first.isdigit():
            return slug in self._slugs and first == first.lower()
        known = self.folder.public_below if _SERVED.search(inner) else first in self._tops
        return False if known else None

    def _has_file(self, path: str) -> bool:
        if path in self.folder.files or path in self._folders or path == ".":
            return True
        page = _PAGE.sub("", path)
        return any(f"{page}{ending}" in self.folder.files for ending in (".md", ".markdown", ".mdx", "/index.md"))

    @cached_property
    def _folders(self) -> frozenset[str]:
        found = set[str]()
        for file in self.folder.files:
            below = posixpath.dirname(file)
            while below and below not in found:
                found.add(below)
                below = posixpath.dirname(below)
        return frozenset(found)

    @cached_property
    def _tops(self) -> frozenset[str]:
        """The names of folders that addresses may start with: those of the folder, and of the one that holds guides."""
        return frozenset(name for below in self._folders for name in below.split("/")[:2]) - set(
            self.folder.public_below
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all files, without their folders."""
        return frozenset(posixpath.basename(file) for file in self.folder.files)

    @cached_property
    def _slugs(self) -> frozenset[str]:
        return frozenset(_DATED.sub("", slug_of(path)) for path in self.folder.guides)

    @cached_property
    def _pages(self) -> frozenset[str]:
        """The ends of the paths of pages, without what tells that they are files: « guides/ccas » for any folder's."""
        found = set[str]()
        for path in (*self.folder.guides, *self.folder.api_files):
            steps = _PAGE.sub("", path).removesuffix("/index").split("/")
            found.update("/".join(steps[rank:]) for rank in range(max(0, len(steps) - 4), len(steps) - 1))
        return frozenset(found)

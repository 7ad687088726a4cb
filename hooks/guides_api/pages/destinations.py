"""Where links may lead, and what a page asked of it: a later reading tells whether its links still lead there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from guides_api.pages.addresses import address
from guides_api.pages.digests import digest

Led = tuple[dict[str, bool], dict[str, bytes]]


@dataclass(frozen=True, eq=False)
class Destinations:
    """What links may lead to: files of `content/`, pages among them, and a page's anchors where they are known.

    `unread` are the folders of pages that can't be known yet: nothing is said of links there. `meant` keeps what was
    most likely meant by links that lead nowhere, by folder: when a page goes, many lead to it. `asked` keeps the files
    that were looked for, each with whether it is there, and those whose anchors were.
    """

    files: frozenset[str]
    anchors: Callable[[str], frozenset[str] | None]
    unread: tuple[str, ...] = ()
    meant: dict[tuple[str, str], str] = field(default_factory=dict)
    asked: tuple[dict[str, bool], set[str]] = field(default_factory=lambda: ({}, set()))

    def has(self, file: str) -> bool:
        """Tell whether a file is there."""
        found = self.asked[0][file] = file in self.files
        return found

    def anchors_of(self, file: str) -> frozenset[str] | None:
        """Return the anchors of a page, None where they are not known."""
        self.asked[1].add(file)
        return self.anchors(file)

    def noting(self) -> Destinations:
        """Return the same, of which nothing was asked yet."""
        return replace(self, asked=({}, set()))

    def led(self) -> Led:
        """Return what was asked, with what stands for the answers."""
        files, pages = self.asked
        return files, {path: digest(self.anchors(path)) for path in pages}

    def hold(self, led: Led | None) -> bool:
        """Tell whether the answers are what they were; without any, whatever was said may have changed."""
        return led is not None and (
            all((file in self.files) == found for file, found in led[0].items())
            and all(digest(self.anchors(path)) == mark for path, mark in led[1].items() if path in self.files)
        )

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """The pages by their address."""
        return {address(file).strip("/"): file for file in self.files if file.endswith(".md")}

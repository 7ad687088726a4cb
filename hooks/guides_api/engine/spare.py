"""The site that the last build replaced, kept for the next one: folders that need not be made, pages that stand there.

A page is taken from it only where it is the very file of the site of now, by another name.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Collection
from pathlib import Path

from guides_api.catalogue.folders import below

PLACE = ".cache/site"


def keep(old: Path, root: Path) -> None:
    """Put a site that was replaced in the project's cache, where there is one; the disk may refuse it."""
    place = root / PLACE
    with contextlib.suppress(OSError):
        if place.parent.is_dir():
            shutil.rmtree(place, ignore_errors=True)
            old.rename(place)


class Spare:
    """What a build under way took of the last site that was replaced: nothing of it is wanted until it is asked for."""

    def __init__(self, root: Path, site: Path) -> None:
        """Put it in the place of `site`, if nothing is there yet."""
        self.site = site
        with contextlib.suppress(OSError):
            (root / PLACE).rename(site)  # over an empty folder at most
        found = list(below(site))
        self._folders = [path for path, entry in found if entry.is_dir(follow_symlinks=False)]
        self._files = {path for path, _ in found}.difference(self._folders)

    def holds(self, name: str, wanted: os.stat_result) -> bool:
        """Tell whether a file is in its place already, the same as another of this disk."""
        if name not in self._files:
            return False
        with contextlib.suppress(OSError):
            return os.path.samestat(os.lstat(self.site / name), wanted)
        return False

    def place(self, name: str) -> Path:
        """Return where to write a file: a new one, for what stands there may be a page of the site of now too."""
        file = self.site / name
        if name in self._files:
            file.unlink(missing_ok=True)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
        return file

    def clear(self, used: Collection[str]) -> None:
        """Remove all that is not used."""
        for name in self._files.difference(used):
            (self.site / name).unlink(missing_ok=True)
        for folder in reversed(self._folders):
            with contextlib.suppress(OSError):
                (self.site / folder).rmdir()

"""Files that take long to make, kept from one build to the next in the project's cache."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4


class Kept:
    """A folder of the cache, which may be deleted at any time; a folder that can't be written is done without."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.used: set[str] = set()

    def content(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Return the file of that name, made now if it never was. The name must change with the content."""
        file = self.folder / name
        self.used.add(name)
        with contextlib.suppress(OSError):
            return file.read_bytes()
        made = make()
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            half = file.with_name(f"{name}.{uuid4().hex}")  # nobody else's: two builds may make the same file
            try:
                half.write_bytes(made)
                half.replace(file)  # whole or absent, even if this build is killed
            except OSError:
                half.unlink()  # a full disk wants its room back
        return made

    def forget_the_rest(self) -> None:
        """Remove what this build did not use."""
        for file in self.folder.glob("*"):
            if file.name not in self.used:
                with contextlib.suppress(OSError):
                    file.unlink()

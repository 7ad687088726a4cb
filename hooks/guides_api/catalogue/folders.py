"""What stands in the folders of a project."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def below(folder: Path | str, at: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield all that stands below a folder, with its path from there after `at`; links to folders are not followed.

    A folder that is not there, or that may not be read, holds nothing.
    """
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return
    for entry in entries:
        yield f"{at}{entry.name}", entry
        if entry.is_dir(follow_symlinks=False):
            yield from below(entry.path, f"{at}{entry.name}/")

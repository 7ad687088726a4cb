"""Two folders of files, or two sites, side by side."""

from __future__ import annotations

import gzip
from pathlib import Path


def read(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder; what is compressed, without the date that its compression bears."""
    return {path.relative_to(folder).as_posix(): _content(path) for path in sorted(folder.rglob("*")) if path.is_file()}


def differences(one: Path, other: Path) -> list[str]:
    """Return the names of the files that are not the same in both."""
    first, second = read(one), read(other)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


def _content(path: Path) -> bytes:
    content = path.read_bytes()
    return gzip.decompress(content) if path.suffix == ".gz" else content

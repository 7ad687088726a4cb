"""Two folders of files, or two sites, side by side."""

from __future__ import annotations

from pathlib import Path


def read(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder, less the one that engines add to our sitemap and that bears their date."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "sitemap.xml.gz"
    }


def differences(one: Path, other: Path) -> list[str]:
    """Return the names of the files that are not the same in both."""
    first, second = read(one), read(other)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))

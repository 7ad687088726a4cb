"""What tells one version of our code, of the packages that it calls and of Python from another."""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

from guides_api.engine.packages import CALLED
from guides_api.pages.digests import digest_of_bytes

_PACKAGE = Path(__file__).parents[1]


@cache
def of_code() -> bytes:
    """Return what stands for our code, its templates and the packages that it calls: a new process reads them again."""
    files = sorted(file for file in _PACKAGE.rglob("*") if file.suffix in {".py", ".html", ".md", ".yaml", ".svg"})
    versions = [sys.version, *(f"{name} {version(name)}" for name in CALLED)]
    return digest_of_bytes(repr(versions).encode(), *(file.read_bytes() for file in files))

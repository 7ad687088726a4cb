"""What tells one version of our code, of the packages that it calls and of Python from another."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from guides_api.catalogue.folders import below
from guides_api.engine.packages import versions
from guides_api.pages.digests import digest_of_bytes

_PACKAGE = Path(__file__).parents[1]
_TOLD = (".py", ".html", ".md", ".yaml", ".svg")


@cache
def of_code() -> bytes:
    """Return what stands for our code, its templates and the packages that it calls: a new process reads them again."""
    files = sorted(entry.path for path, entry in below(_PACKAGE) if path.endswith(_TOLD))
    return digest_of_bytes(repr(versions()).encode(), *map(_content, files))


def _content(file: str) -> bytes:
    with open(file, "rb", buffering=0) as opened:  # noqa: PTH123  hundreds of files, in a few milliseconds
        return opened.read()

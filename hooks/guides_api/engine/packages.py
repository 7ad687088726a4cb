"""The packages that a build calls: another version of one of them may make another site."""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import version

CALLED = (
    "babel",
    "jinja2",
    "markdown",
    "markupsafe",
    "mkdocs",
    "mkdocs-material",
    "pydantic",
    "pygments",
    "pymdown-extensions",
    "python-frontmatter",
    "pyyaml",
)


@cache
def versions() -> tuple[str, ...]:
    """Return what tells Python and these packages from other versions of theirs."""
    return sys.version, *(f"{name} {version(name)}" for name in CALLED)

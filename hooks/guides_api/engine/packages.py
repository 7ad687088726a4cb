"""The packages that a build calls: another version of one of them may make another site."""

from __future__ import annotations

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

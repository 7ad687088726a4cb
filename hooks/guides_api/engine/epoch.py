"""What every page depends on besides itself: our code, the packages that it calls, the settings, the templates."""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from guides_api.engine.packages import CALLED
from guides_api.engine.theme import extra, own_folders
from guides_api.pages.digests import digest, digest_of_bytes

_PACKAGE = Path(__file__).parents[1]


def of_contents(config: MkDocsConfig) -> bytes:
    """Return what stands for all that a page's own content may depend on, besides the page and the catalogue."""
    return digest_of_bytes(of_code(), repr([config.markdown_extensions, config.mdx_configs]).encode())


def of_templates(config: MkDocsConfig) -> bytes:
    """Return what stands for all that the rest of a page may depend on, besides what its content does."""
    texts = [file.read_bytes() for folder in own_folders(config) for file in sorted(folder.rglob("*.html"))]
    named = (config.site_name, config.site_url, config.site_description, config.extra_css, config.extra_javascript)
    return digest_of_bytes(of_code(), *texts, repr(named).encode(), digest(extra(config)))


@cache
def of_code() -> bytes:
    """Return what stands for our code, its templates and the packages that it calls: a new process reads them again."""
    files = sorted(file for file in _PACKAGE.rglob("*") if file.suffix in {".py", ".html", ".md", ".yaml"})
    versions = [sys.version, *(f"{name} {version(name)}" for name in CALLED)]
    return digest_of_bytes(repr(versions).encode(), *(file.read_bytes() for file in files))

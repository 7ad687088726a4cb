"""Who is measured: our build, a stock MkDocs with Material, and Zensical where it installs."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from types import MappingProxyType

from benchmarks import corpora, engines

OURS, STOCK, ZENSICAL, FLOOR = "ours", "stock", "zensical", "floor"
NAMES = MappingProxyType(
    {OURS: "Guides API", STOCK: "MkDocs + Material", ZENSICAL: "Zensical", FLOOR: "lire et écrire, rien d’autre"}
)
ENVIRONMENT: Mapping[str, str] = {
    **{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": str(corpora.ROOT / "hooks"),
}
GUIDES = (sys.executable, "-c", "from guides_api.cli import main; main()")


@dataclass(frozen=True, slots=True)
class Contender:
    """An engine: how it is run in a project's folder, and which folders its past builds leave there."""

    key: str
    version: str
    write: corpora.Writer
    build: tuple[str, ...]
    serve: tuple[str, ...]
    left: tuple[str, ...] = ("site", ".cache")


def contenders() -> list[Contender]:
    """Return all of them; Zensical is fetched, and left out, with a word of why, where that fails."""
    mkdocs = (sys.executable, "-m", "mkdocs")
    found = [
        Contender(
            OURS,
            version("guides-api"),
            corpora.plain,
            (*mkdocs, "build", "--quiet"),
            (*GUIDES, "serve", "--port"),
        ),
        Contender(
            STOCK,
            f"{version('mkdocs')} + {version('mkdocs-material')}",
            corpora.stock,
            (*mkdocs, "build", "--quiet"),
            (*mkdocs, "serve", "--quiet", "--dev-addr"),
        ),
    ]
    try:
        python = str(engines.installed(ZENSICAL))
        its_version = engines.said(python, "-m", ZENSICAL, "--version")
    except SystemExit as refused:
        print(f"Zensical ne s’installe pas, il n’est pas mesuré : {refused}")
        return found
    zensical = (python, "-m", "zensical")
    return [
        *found,
        Contender(ZENSICAL, its_version, corpora.stock, (*zensical, "build"), (*zensical, "serve", "--dev-addr")),
    ]

"""One build of a project from its own mkdocs.yml, kept whole: the pages before they are drawn, and the site."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_theme_dir

SETTINGS = "mkdocs.yml"


class BuildRefusedError(Exception):
    """The project does not build, or not without warnings; the message says what the build said."""


@dataclass(frozen=True, slots=True)
class WholeBuild:
    """A finished build: its settings, its pages with their Markdown, the folder of the site, those of the templates.

    A template of the first folder goes before that of the next.
    """

    config: MkDocsConfig
    pages: Sequence[File]
    site: Path
    templates: Sequence[Path]

    @property
    def made_by_engine(self) -> set[str]:
        """The files of the site that any engine makes again from the templates."""
        return {*self.config.theme.static_templates, "sitemap.xml.gz"}


class _Witness(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # MkDocs' own
    """Keeps the files of the build that it sees."""

    def __init__(self) -> None:
        super().__init__()
        self.files = Files([])

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Keep the files, which hold their pages from here on."""
        self.files = files
        return env


class _Heard(logging.Handler):
    """What MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def templates(config: MkDocsConfig) -> list[Path]:
    """Return the folders of templates that are not the theme's own."""
    theirs = config.theme.dirs.index(get_theme_dir(config.theme.name or ""))
    return [Path(folder) for folder in config.theme.dirs[:theirs]]


@contextmanager
def whole_build(root: Path) -> Iterator[WholeBuild]:
    """Build the project at root into a folder that lasts as long as the context, and touch no other.

    Raises BuildRefusedError where `mkdocs build --strict` would fail.
    """
    if not (root / SETTINGS).is_file():
        raise BuildRefusedError(f"« {root} » n’a pas de fichier {SETTINGS} : ce n’est pas le dossier d’un projet.")
    witness, heard = _Witness(), _Heard()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    try:
        with TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            config = load_config(str(root / SETTINGS), site_dir=str(site), strict=True)
            config.plugins["witness"] = witness
            build(config)
            yield WholeBuild(config, witness.files.documentation_pages(), site, templates(config))
    except MkDocsException as refused:
        raise BuildRefusedError("\n".join(heard.said) or str(refused)) from None
    finally:
        logger.removeHandler(heard)

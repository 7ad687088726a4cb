"""One build of a project from its own mkdocs.yml, kept whole: the site, and what drew its pages."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from guides_api.engine.build import drawing_of
from guides_api.engine.drawing import Drawing

SETTINGS = "mkdocs.yml"


class BuildRefusedError(Exception):
    """The project does not build, or not without warnings; the message says what the build said."""


@dataclass(frozen=True, slots=True)
class WholeBuild:
    """A finished build: its settings, what drew its pages, the folder of the site."""

    config: MkDocsConfig
    drawing: Drawing
    site: Path


class _Heard(logging.Handler):
    """What MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def whole_build(root: Path) -> Iterator[WholeBuild]:
    """Build the project at root into a folder that lasts as long as the context, and touch no other.

    Raises BuildRefusedError where `mkdocs build --strict` would fail.
    """
    if not (root / SETTINGS).is_file():
        raise BuildRefusedError(f"« {root} » n’a pas de fichier {SETTINGS} : ce n’est pas le dossier d’un projet.")
    heard = _Heard()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    try:
        with TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            config = load_config(str(root / SETTINGS), site_dir=str(site), strict=True)
            build(config)
            yield WholeBuild(config, drawing_of(config), site)
    except MkDocsException as refused:
        raise BuildRefusedError("\n".join(heard.said) or str(refused)) from None
    finally:
        logger.removeHandler(heard)

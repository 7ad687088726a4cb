"""The theme as a build sees it: our own templates before those that they are laid over, and what they read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import get_theme_dir


def own_folders(config: MkDocsConfig) -> list[Path]:
    """Return the folders of templates that are not the theme's. One of the first goes before one of the next."""
    return [Path(folder) for folder in config.theme.dirs[: _theirs(config)]]


def without_theme_assets(files: Files, config: MkDocsConfig) -> Files:
    """Leave the theme's own scripts, styles and pictures out of the site: no page asks for them."""
    theme_folders = config.theme.dirs[_theirs(config) :]
    for file in list(files):
        if file.src_dir in theme_folders:
            files.remove(file)
    return files


def extra(config: MkDocsConfig) -> dict[str, Any]:
    """Return what templates read of the settings' `extra`, which hooks also share among themselves."""
    return {key: value for key, value in config.extra.items() if _is_plain(value)}


def _theirs(config: MkDocsConfig) -> int:
    return config.theme.dirs.index(get_theme_dir(config.theme.name or ""))


def _is_plain(value: object) -> bool:
    match value:
        case dict():
            return all(map(_is_plain, value.values()))
        case list():
            return all(map(_is_plain, value))
        case _:
            return value is None or isinstance(value, str | int | float)

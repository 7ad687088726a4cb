"""The theme as a build sees it: our own templates before those that they are laid over, and what they read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_theme_dir


def only_ours(config: MkDocsConfig) -> MkDocsConfig:
    """Keep the theme itself from MkDocs, which would list its 14,000 files at each build: no page asks for its assets.

    Templates are drawn by `environment`, which still finds what they include of it.
    """
    config.theme.dirs[config.theme.dirs.index(str(theme_folder(config))) :] = []
    return config


def own_folders(config: MkDocsConfig) -> list[Path]:
    """Return the folders of templates that are not the theme's. One of the first goes before one of the next."""
    return [Path(folder) for folder in config.theme.dirs]


def environment(config: MkDocsConfig) -> Environment:
    """Return what fills templates: ours, and what they include of the theme."""
    made = config.theme.get_env()
    made.auto_reload = False  # a build reads each of them once; the next one has an environment of its own
    made.loader = FileSystemLoader([*own_folders(config), theme_folder(config)])
    return made


def theme_folder(config: MkDocsConfig) -> Path:
    """Return the folder of the theme that ours is laid over."""
    return Path(get_theme_dir(config.theme.name or ""))


def extra(config: MkDocsConfig) -> dict[str, Any]:
    """Return what templates read of the settings' `extra`, which hooks also share among themselves."""
    return {key: value for key, value in config.extra.items() if _is_plain(value)}


def _is_plain(value: object) -> bool:
    match value:
        case dict():
            return all(map(_is_plain, value.values()))
        case list():
            return all(map(_is_plain, value))
        case _:
            return value is None or isinstance(value, str | int | float)

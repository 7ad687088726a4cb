"""A build goes to a folder beside the site's and takes its place when it is whole: a failed one replaces nothing."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import CountHandler

_KEY = "published_to"
_NEW, _OLD = ".nouveau", ".ancien"


def redirect(config: MkDocsConfig) -> MkDocsConfig:
    """Make a configuration build into the staging folder."""
    site = Path(config.site_dir)
    old = site.with_name(site.name + _OLD)
    if old.exists() and not site.exists():
        old.rename(site)  # an earlier build was killed between its two renames
    config.extra[_KEY] = site
    config.site_dir = str(site.with_name(site.name + _NEW))
    return config


def publish(config: MkDocsConfig) -> None:
    """Put the staged site in its place, unless strict mode is about to refuse it."""
    if config.strict and _warned():
        return
    staged, site = Path(config.site_dir), config.extra[_KEY]
    old = site.with_name(site.name + _OLD)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    staged.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    config.site_dir = str(site)


def _warned() -> bool:
    """Tell whether the engine has counted a warning: it looks at its own count only after every `on_post_build`."""
    engine, _, _ = CountHandler.__module__.partition(".")  # « mkdocs », or « properdocs » that answers to its name
    return any(
        handler.get_counts() for handler in logging.getLogger(engine).handlers if isinstance(handler, CountHandler)
    )

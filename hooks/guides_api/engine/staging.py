"""A build goes to a folder beside the site's and takes its place when it is whole: a failed one replaces nothing."""

from __future__ import annotations

import atexit
import logging
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.utils import CountHandler

from guides_api.catalogue.workers import LostWorkError
from guides_api.engine import refusals, spare, unchanged
from guides_api.engine.lock import BusyError
from guides_api.engine.workshop import UnfitError, Workshop

# MkDocs tells that a build has failed, not which one: a process has at most one under way.
_under_way: list[Workshop] = []


def redirect(config: MkDocsConfig) -> MkDocsConfig:
    """Make a configuration build into the workshop."""
    workshop = Workshop(Path(config.site_dir))
    _under_way.append(workshop)
    atexit.register(workshop.close)  # Ctrl+C is no error to MkDocs
    logging.getLogger("mkdocs.commands.build").addFilter(_is_not_of_the_disk)
    try:
        workshop.open()
    except BusyError:
        raise Abort(refusals.busy(workshop.site, workshop.folder)) from None
    except UnfitError as found:
        raise Abort(refusals.no_place(workshop.site, str(found))) from None
    config.site_dir = str(workshop.made)
    return config


def published() -> Path:
    """Return the folder whose place the build under way will take."""
    (workshop,) = _under_way
    return workshop.site


def publish(config: MkDocsConfig) -> None:
    """Put the staged site in its place, unless strict mode refuses it."""
    (workshop,) = _under_way
    warned = _warned()
    if config.strict and warned:
        raise Abort(refusals.warned(workshop.site))
    if old := workshop.publish():
        spare.keep(old, Path(config.config_file_path).parent)
    config.site_dir = str(workshop.site)
    unchanged.note(config, workshop.site, warned=warned)
    _end()


def give_up(error: Exception) -> None:
    """Clear what a failed build leaves, and tell in French what the disk refused, or that a process is no more."""
    for workshop in _end():
        if isinstance(error, OSError):
            raise Abort(refusals.disk_trouble(error, workshop.site)) from error
        if isinstance(error, LostWorkError):
            raise Abort(refusals.lost_work(error, workshop.site)) from error


def _end() -> list[Workshop]:
    """Close what is under way and return it."""
    ended = [*_under_way]
    _under_way.clear()
    for workshop in ended:
        workshop.close()
        atexit.unregister(workshop.close)
    return ended


def _is_not_of_the_disk(_record: logging.LogRecord) -> bool:
    """Keep out what MkDocs says, in English, of the page at which the disk refused something."""
    return not isinstance(sys.exc_info()[1], OSError)


def _warned() -> bool:
    """Tell whether the engine has counted a warning: it looks at its own count only after every `on_post_build`."""
    engine, _, _ = CountHandler.__module__.partition(".")  # « mkdocs », or « properdocs » that answers to its name
    return any(
        handler.get_counts() for handler in logging.getLogger(engine).handlers if isinstance(handler, CountHandler)
    )

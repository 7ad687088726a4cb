"""What the theme brings that our pages don't use, where no template can be overridden."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import get_theme_dir

REPAIRS = (
    # The switches of the drawer and of the search, which our header has not.
    ('<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">', ""),
    ('<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">', ""),
    ('<label class="md-overlay" for="__drawer"></label>', ""),
    # The place of the script's messages.
    ('<div class="md-dialog" data-md-component="dialog">', "<div>"),
    ('<div class="md-dialog__inner md-typeset"></div>', ""),
)


def repaired(page: str) -> str:
    """Return a finished page without each of them; one that is no longer there changes nothing."""
    for wrong, right in REPAIRS:
        page = page.replace(wrong, right, 1)
    return page


def without_theme_assets(files: Files, config: MkDocsConfig) -> Files:
    """Leave the theme's own scripts, styles and pictures out of the site: no page asks for them."""
    theirs = config.theme.dirs.index(get_theme_dir(config.theme.name or ""))  # overrides/ come first
    theme_folders = config.theme.dirs[theirs:]
    for file in list(files):
        if file.src_dir in theme_folders and file.src_uri.startswith("assets/"):
            files.remove(file)
    return files

"""Add the files that nobody writes and that are no page: feeds, exports, security.txt."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from guides_api.engine import build, site_files, theme


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add them, and leave out what comes with the theme and no page asks for."""
    return site_files.add(theme.without_theme_assets(files, config), config, build.of(config))

"""Add the files that nobody writes and that are no page: feeds, exports, security.txt."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add them."""
    from guides_api.engine import build, site_files

    return site_files.add(files, config, build.of(config))

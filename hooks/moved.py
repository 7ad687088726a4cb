"""Put a page at each former address, that leads to the one of today."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add them, once the style sheets have their names."""
    from guides_api.engine import build, site_files

    return site_files.add_moved(files, config, build.of(config))

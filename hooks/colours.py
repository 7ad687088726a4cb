"""Give the theme the colour that data/site.yaml asks for."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Paint what comes with the theme."""
    from guides_api.engine import build, colours

    return colours.paint(files, config, build.of(config))

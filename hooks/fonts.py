"""The font of headings, made from the whole one."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the font."""
    from guides_api.engine import fonts

    return fonts.add_fonts(files, config)

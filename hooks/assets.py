"""Name styles, scripts, pictures and fonts after what they hold, so that browsers may keep them for ever."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give them their names, once all of them are there."""
    from guides_api.engine import assets

    return assets.name_by_content(files, config)

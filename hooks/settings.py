"""What the site is called, where it lives and what its menus hold come from the catalogue."""

from mkdocs.config.defaults import MkDocsConfig

from guides_api.engine import build, settings


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Fill the settings that MkDocs and the theme read."""
    return settings.fill(config, build.of(config))

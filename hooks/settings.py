"""What the site is called, where it lives and what its menus hold come from the catalogue."""

from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Fill the settings that MkDocs and the theme read."""
    from guides_api.engine import build, settings, theme

    return settings.fill(theme.only_ours(config), build.of(config))

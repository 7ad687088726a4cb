"""The build of a site that only adds its content: the one of the mkdocs.yml that comes with this package."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority

_PACKAGE = Path(__file__).parents[1]
# In a wheel, below the package; in the project that makes it, above.
SHARED = next(folder for folder in (_PACKAGE / "shared", _PACKAGE.parents[1]) if (folder / "mkdocs.yml").is_file())
TAKEN = ("markdown_extensions", "mdx_configs", "validation", "extra")


class Settings(Config):  # type: ignore[no-untyped-call]  # MkDocs types the rest, not this
    """The plugin's settings: it has none."""


class Packaged(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """`plugins: [guides-api]`: the site takes its theme, its steps and its settings from the package."""

    @event_priority(300)  # above those of the steps that it registers: put before it, they would call it again
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put them in the site's configuration, before any other step; its own files go before the package's."""
        ours = load_config(str(SHARED / "mkdocs.yml"), docs_dir=config.docs_dir, site_dir=config.site_dir)
        if config.theme.custom_dir:
            ours.theme.dirs.insert(0, config.theme.custom_dir)
        config.theme = ours.theme
        for key in TAKEN:
            config[key] = ours[key]
        config.extra_css = [*ours.extra_css, *config.extra_css]
        config.extra_javascript = [*ours.extra_javascript, *config.extra_javascript]
        for name, hook in ours.plugins.items():
            config.plugins[name] = hook  # whose own steps on the configuration, registered here, come next
        return config

"""Make `mkdocs serve` quick, and show mistakes in the browser."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from guides_api.engine import live


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Change the server before it starts."""
    return live.quicken(server, config)

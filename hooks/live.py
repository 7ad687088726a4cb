"""Make `mkdocs serve` quick, and show mistakes in the browser."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from guides_api.engine import live


def on_startup(command: str, dirty: bool) -> None:  # noqa: FBT001  MkDocs gives both, by name
    """Remember from one build to the next where there are several."""
    live.starts(command)


def on_post_build(config: MkDocsConfig) -> None:
    """Note the build that pages are drawn after."""
    live.built(config)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Change the server before it starts."""
    return live.quicken(server, config)


def on_shutdown() -> None:
    """Leave nothing running."""
    live.ends()

"""Make `mkdocs serve` quick, and show mistakes in the browser."""

from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

_ENDS: list[Callable[[], None]] = []


def on_startup(command: str, dirty: bool) -> None:  # noqa: FBT001  MkDocs gives both, by name
    """Remember from one build to the next where there are several."""
    if command == "serve":
        from guides_api.engine import live

        live.starts()
        _ENDS.append(live.ends)


def on_post_build(config: MkDocsConfig) -> None:
    """Note the build that pages are drawn after."""
    from guides_api.engine import live

    live.built(config)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Change the server before it starts."""
    from guides_api.engine import live

    return live.quicken(server, config)


def on_shutdown() -> None:
    """Leave nothing running."""
    while _ENDS:
        _ENDS.pop()()

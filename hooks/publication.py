"""Build beside `site/` and put the new site in its place once it is whole and, in strict mode, free of warnings."""

import gc

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Send the build to a folder of its own, before any work that could be lost."""
    from guides_api.engine import staging

    return staging.redirect(config)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Swap the new site in."""
    from guides_api.engine import staging

    staging.publish(config)


def on_build_error(error: Exception) -> None:
    """Leave things as they were."""
    from guides_api.engine import staging

    staging.give_up(error)


def on_shutdown() -> None:
    """End at once: Python would first look for garbage in all that the build still holds."""
    gc.freeze()

"""Build beside `site/` and put the new site in its place once it is whole and, in strict mode, free of warnings."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from guides_api.engine import staging


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Send the build to a folder of its own, before any work that could be lost."""
    return staging.redirect(config)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Swap the new site in."""
    staging.publish(config)


def on_build_error(error: Exception) -> None:
    """Leave things as they were."""
    staging.give_up(error)

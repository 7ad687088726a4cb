"""Stop at once where nothing has changed since the last build."""

import logging

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from guides_api.engine import unchanged


def on_startup(command: str, dirty: bool) -> None:  # noqa: FBT001  MkDocs gives both, by name
    """Note which command it is."""
    unchanged.starts(command, dirty=dirty)


@event_priority(200)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Look before anything is made ready."""
    if unchanged.nothing_to_do(config):
        logging.getLogger("mkdocs.guides").info("Rien n’a changé : %s est déjà à jour.", config.site_dir)
        raise SystemExit
    return config

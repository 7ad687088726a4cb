"""Read the facts first: a build starts with a whole catalogue or not at all."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

WATCHED = ("data", "overrides")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Attach the catalogue and the list of pages to the configuration."""
    from guides_api.catalogue.problems import ProblemsFoundError
    from guides_api.engine import build, live
    from guides_api.engine.dates import day_of_build
    from guides_api.engine.kept_values import KeptValues
    from guides_api.pages.project import load_project

    root = Path(config.config_file_path).parent
    folders = [str(root / folder) for folder in WATCHED if (root / folder).is_dir()]
    config.watch.extend(folder for folder in folders if folder not in config.watch)
    kept = KeptValues(root)
    memory = live.memory(kept)
    try:
        build.start(config, load_project(root, day_of_build(root), memory))
        memory.forget_the_rest()
    except ProblemsFoundError as found:
        raise Abort(build.report(found.problems)) from None
    finally:
        kept.save()
    return config

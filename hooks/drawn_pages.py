"""Draw every page, and make the index of the site's own search from pages as readers get them."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Write the pages, last: the files that they name are all there."""
    from guides_api.engine import build, drawn_pages, search

    project = build.of(config)
    search.add_files(files, config, project, drawn_pages.draw(files, config, project))
    return drawn_pages.add_alone(files, config, project)

"""Tell search engines and social sites what the site is: robots.txt, dates, pictures."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add robots.txt and the pictures of shared pages."""
    from guides_api.engine import build, search_engines

    return search_engines.add_files(files, config, build.of(config))

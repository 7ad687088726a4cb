"""Make the index of the site's own search from its pages, as readers get them."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from guides_api.engine import build, search


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Start from nothing at each build."""
    search.start(config)
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep a page's words."""
    search.keep(page, html, config, build.of(config))
    return html


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Add the index to the site's files: every page is known, and none is drawn yet."""
    search.add_files(files, config, build.of(config))
    return env

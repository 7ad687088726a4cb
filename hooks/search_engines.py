"""Tell search engines and social sites what each page is: robots.txt, dates, structured data, pictures."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from guides_api.engine import build, search_engines


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add robots.txt and the pictures of shared pages."""
    return search_engines.add_files(files, config, build.of(config))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Hand the page's template what it says of the page."""
    search_engines.describe(page, html, config, build.of(config))
    return html

"""Add the pages that nobody writes, and turn every page's components into Markdown."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from guides_api.engine import build, pages


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, and leave out what they don't use."""
    return pages.add_generated(pages.without_theme_assets(files, config), config, build.of(config))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Replace a page's source by its plain Markdown."""
    return pages.source(page, build.of(config))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Hand the page's template its contents, which exist from here on; refuse what no page may do."""
    pages.set_contents(page)
    pages.refuse_active(html, page, build.of(config))
    return html

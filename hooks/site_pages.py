"""Add the pages that nobody writes, and turn every page's components into Markdown."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from guides_api.engine import build, pages, repairs


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, and leave out what they don't use."""
    return pages.add_generated(repairs.without_theme_assets(files, config), config, build.of(config))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Replace a page's source by its plain Markdown."""
    return pages.source(page, build.of(config))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Finish the table of contents, which exists from here on; refuse what no page may do."""
    pages.set_contents(page)
    pages.refuse_active(html, page, build.of(config))
    return html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put right what the theme writes wrong."""
    return repairs.repaired(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Put it right in the page of lost readers too, which is no page to MkDocs."""
    return repairs.repaired(output_content)

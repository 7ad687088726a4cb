"""What every page depends on besides itself: our code, the packages that it calls, the settings, the templates."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from guides_api.engine.our_code import of_code
from guides_api.engine.theme import extra, own_folders
from guides_api.pages.digests import digest, digest_of_bytes


def of_contents(config: MkDocsConfig) -> bytes:
    """Return what stands for all that a page's own content may depend on, besides the page and the catalogue."""
    return digest_of_bytes(of_code(), repr([config.markdown_extensions, config.mdx_configs]).encode())


def of_templates(config: MkDocsConfig) -> bytes:
    """Return what stands for all that the rest of a page may depend on, besides what its content does."""
    texts = [file.read_bytes() for folder in own_folders(config) for file in sorted(folder.rglob("*.html"))]
    named = (config.site_name, config.site_url, config.site_description, config.extra_css, config.extra_javascript)
    return digest_of_bytes(of_code(), *texts, repr(named).encode(), digest(extra(config)))

"""What a browser may load on our pages, told by the pages themselves: some hosts can't be made to."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from guides_api.pages.hosting.headers import POLICY


def policy(config: MkDocsConfig) -> str:
    """Return the content security policy of every page.

    Empty when `mkdocs serve` builds: it gives the site an address of its own, and writes a script in each page.
    """
    return "" if (config.site_url or "").startswith("http:") else POLICY

"""What a browser may load on our pages: files of the site, and nothing else."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

_OWN_FILES = ("script", "style", "connect", "worker", "font")
_NOTHING = ("base-uri", "object-src")


def policy(config: MkDocsConfig) -> str:
    """Return the content security policy of every page, which allows no script or style written in the page itself.

    Empty when `mkdocs serve` builds: it gives the site an address of its own, and writes a script in each page.
    """
    if (config.site_url or "").startswith("http:"):
        return ""
    return "; ".join(
        (
            "default-src 'none'",
            *(f"{kind}-src 'self'" for kind in _OWN_FILES),
            "img-src 'self' data:",
            "form-action 'self'",
            *(f"{name} 'none'" for name in _NOTHING),
        )
    )

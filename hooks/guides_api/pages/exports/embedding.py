"""What somebody copies to show a badge."""

from __future__ import annotations

import html
from collections.abc import Mapping

from guides_api.catalogue.site import Site
from guides_api.pages import templating
from guides_api.pages.addresses import address, badge_path, file_link


def embedding(subject: str, path: str, page: str, site: Site) -> Mapping[str, str]:
    """Return a badge's drawing as a page links it, and the Markdown and HTML that show it elsewhere.

    `path` is the file of the page that the badge leads to, `page` that of the page that shows how. Addresses are
    absolute, or start from the site's root while the site has no address.
    """
    root = f"{(site.site_url or '').rstrip('/')}/"
    image, target = f"{root}{badge_path(path)}", f"{root}{address(path)}"
    words = f"{subject} sur {site.name}"
    escaped = html.escape(words, quote=False)
    quoted = escaped.replace('"', "&quot;")
    return {
        "drawing": file_link(badge_path(path), page),
        "alt": words,
        "markdown": f"[![{templating.among_words(escaped)}]({image})]({target})",
        "html": f'<a href="{target}"><img src="{image}" alt="{quoted}" height="20"></a>',
        "root": "" if site.site_url else root,
    }

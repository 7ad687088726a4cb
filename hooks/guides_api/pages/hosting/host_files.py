"""`_headers` and `_redirects`: what Netlify, Cloudflare Pages and GitLab Pages read at the site's root."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guides_api.pages.hosting.headers import EVERYWHERE, KINDS
from guides_api.pages.hosting.redirects import below

HEADERS, REDIRECTS = "_headers", "_redirects"


def host_files(redirects: Mapping[str, str], site_url: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file.

    No two rules give the same header to one file: some hosts would keep both values, others the last. So pages have
    the host's own rule of caching, which is to ask again each time.
    """
    root = below(site_url)
    rules = [
        (f"{root}*", EVERYWHERE),
        *((f"{root}{folder}*", kind.headers) for kind in KINDS for folder in kind.folders),
    ]
    yield HEADERS, "\n".join(_rule(path, headers) for path, headers in rules)
    yield REDIRECTS, "".join(f"{root[:-1]}{old} {root[:-1]}{new} 301\n" for old, new in redirects.items())


def _rule(path: str, headers: Mapping[str, str]) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])

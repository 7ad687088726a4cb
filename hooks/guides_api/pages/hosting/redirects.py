"""Addresses that lead to another one."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.security_txt import SECURITY_TXT, security_txt


def redirects(catalogue: Catalogue) -> Mapping[str, str]:
    """Return where each such address leads, both from the site's root, with their slashes (« /guides/ccas/ »)."""
    security = {"/security.txt": f"/{SECURITY_TXT}"} if security_txt(catalogue.legal.security, None) else {}
    return {**security}


def below(site_url: str) -> str:
    """Return what all addresses of a site begin with: `/`, or `/guides-api/` where it shares a host."""
    path = urlsplit(site_url).path.strip("/")
    return f"/{path}/" if path else "/"

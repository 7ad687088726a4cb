"""Addresses that lead to another one."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from guides_api.pages.project import Project
from guides_api.pages.security_txt import SECURITY_TXT, security_txt


def redirects(project: Project) -> Mapping[str, str]:
    """Return where each such address leads, both from the site's root, with their slashes (« /guides/ccas/ »)."""
    known = security_txt(project.catalogue.legal.security, None)
    return {**({"/security.txt": f"/{SECURITY_TXT}"} if known else {}), **project.redirects}


def below(site_url: str) -> str:
    """Return what all addresses of a site begin with: `/`, or `/guides-api/` where it shares a host."""
    path = urlsplit(site_url).path.strip("/")
    return f"/{path}/" if path else "/"

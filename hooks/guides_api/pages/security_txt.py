"""Whom to tell of a flaw in the site, for those who look for it at its well-known address (RFC 9116)."""

from __future__ import annotations

from urllib.parse import urljoin

from guides_api.catalogue.legal import Security

SECURITY_TXT = ".well-known/security.txt"


def security_txt(security: Security, site_url: str | None) -> str:
    """Return the file's text, empty while the contact or its last day is not known.

    `site_url` is the site's absolute address with its final slash.
    """
    if security.contact is None or security.expires_on is None:
        return ""
    lines = [
        f"Contact: mailto:{security.contact}",
        f"Expires: {security.expires_on.isoformat()}T23:59:59Z",
        "Preferred-Languages: fr",
    ]
    if site_url:
        lines.append(f"Canonical: {urljoin(site_url, SECURITY_TXT)}")
    return "".join(f"{line}\n" for line in lines)

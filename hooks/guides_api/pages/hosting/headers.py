"""The headers of every answer: one table, from which the files of all hosts are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guides_api.pages.assets import FOLDERS
from guides_api.pages.search.shards import FOLDER as INDEX

_OWN_FILES = ("script-src", "style-src", "connect-src", "font-src", "form-action")
_NOTHING = ("base-uri", "object-src")
# What a page may load: files of the site, and no script or style written in the page itself.
POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{name} 'self'" for name in _OWN_FILES),
        "img-src 'self' data:",
        *(f"{name} 'none'" for name in _NOTHING),
    )
)
_UNUSED = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone")
_UNUSED_TOO = ("midi", "payment", "usb")
_CACHE, _READERS = "Cache-Control", "Cross-Origin-Resource-Policy"

EVERYWHERE: Mapping[str, str] = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",  # a page can't say the last of itself
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in (*_UNUSED, *_UNUSED_TOO)),
    "Cross-Origin-Opener-Policy": "same-origin",
}
# What is in no folder below: pages, feeds, pictures of guides, the search's first file. Browsers ask each time if they
# changed.
ELSEWHERE: Mapping[str, str] = {_CACHE: "no-cache", _READERS: "same-origin"}


@dataclass(frozen=True, slots=True)
class Kind:
    """Files that are answered alike: those of some folders, below the site's root."""

    folders: tuple[str, ...]
    headers: Mapping[str, str]


KINDS = (
    Kind(  # a name there never holds anything else
        (*FOLDERS, f"{INDEX}/"),
        {_CACHE: "public, max-age=31536000, immutable", _READERS: "same-origin"},
    ),
    Kind(  # what other sites show and read, under names that stay
        ("assets/partage/", "exports/v1/"),
        {_CACHE: "public, max-age=3600", _READERS: "cross-origin", "Access-Control-Allow-Origin": "*"},
    ),
)


def by_kind() -> tuple[str, ...]:
    """Return the names of the headers that depend on what is asked for."""
    return tuple(dict.fromkeys(name for kind in KINDS for name in kind.headers))

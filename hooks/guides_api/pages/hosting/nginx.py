"""The configuration of nginx, whole: a server of its own, or two files to include in one that is there already."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from guides_api.pages.hosting.headers import ELSEWHERE, EVERYWHERE, KINDS, by_kind
from guides_api.pages.hosting.redirects import below
from guides_api.pages.templating import TEMPLATES

SERVER, MAPS, SITE = "guides-api.conf", "guides-api/correspondances.conf", "guides-api/site.conf"
# What each file of the site is, by how its name ends.
TYPES: Mapping[str, str] = {
    "html": "text/html",
    "css": "text/css",
    "csv": "text/csv",
    "js": "text/javascript",
    "json": "application/json",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "text/xml",
    "gz": "application/gzip",
}
TEXTS = ("css", "csv", "js", "svg", "txt", "xml")  # told to be UTF-8, as html is without saying so; JSON always is


def nginx_files(redirects: Mapping[str, str], site_url: str, folder: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file; `folder` is where the server finds the site, below its own root."""
    root = below(site_url)
    values = {
        "host": urlsplit(site_url).hostname,
        "root": root,
        "folder": folder.rstrip("/"),
        "place": f"{folder.rstrip('/')}{root}",
        "types": TYPES,
        "texts": [kind for suffix, kind in TYPES.items() if suffix in TEXTS],
        "everywhere": EVERYWHERE,
        "maps": {name: _map(name, root) for name in by_kind()},
        "redirects": {_pattern(root, old): f"{root[:-1]}{new}" for old, new in redirects.items()},
        "variable": _variable,
    }
    templates = Environment(  # noqa: S701  the text is no HTML
        loader=FileSystemLoader(TEMPLATES / "nginx"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    for name in (SERVER, MAPS, SITE):
        yield name, templates.get_template(name.rpartition("/")[2]).render(values)


def _map(name: str, root: str) -> Mapping[str, str]:
    """Return the values that a header takes, by pattern of address; the default one is under an empty pattern."""
    by_folder = {f"~^{root}(?:{'|'.join(kind.folders)})": kind.headers[name] for kind in KINDS if name in kind.headers}
    return {"": ELSEWHERE.get(name, ""), **by_folder}


def _pattern(root: str, old: str) -> str:
    """Return the pattern of an address, with or without its last slash; patterns have no length limit in a map."""
    return f"~^{re.escape(root[:-1] + old.rstrip('/'))}/?$"


def _variable(header: str) -> str:
    return f"$guides_api_{header.lower().replace('-', '_')}"

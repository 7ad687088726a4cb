"""Where each page stands, and how one page points at another."""

from __future__ import annotations

import posixpath

from guides_api.catalogue.models import Api


def address(path: str) -> str:
    """Return the address that a file below `content/` gets: `guides/ccas.md` becomes `guides/ccas/`."""
    folder, name = posixpath.split(path.removesuffix(".md"))
    below = folder if name == "index" else posixpath.join(folder, name)
    return f"{below}/" if below else ""


def relative(target: str, page: str, anchor: str = "") -> str:
    """Return the link from one page's file to another's, as a browser resolves it wherever the site is put."""
    start = address(page) or "."
    link = posixpath.relpath(address(target) or ".", start)
    return f"{link}/{anchor and '#'}{anchor}"


def file_link(target: str, page: str) -> str:
    """Return the Markdown link from one page's file to another's; the engine checks it and makes it an address."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def use_case_path(use_case_id: str) -> str:
    """Return the file of a use case's page, written or generated."""
    return f"guides/{use_case_id}.md"


def editor_path(editor_id: str) -> str:
    """Return the file of an editor's generated page."""
    return f"editeurs/{editor_id}.md"


def api_path(api: Api) -> str:
    """Return the file of an API's page."""
    return api.path

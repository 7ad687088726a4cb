"""The names under which styles, scripts, pictures and fonts are published: they change with what the files hold."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from graphlib import TopologicalSorter

ROOT = "assets/"
FOLDERS = tuple(f"{ROOT}{name}/" for name in ("fonts", "images", "javascripts", "stylesheets"))
_REFERRING = (".css", ".js")
# How a style sheet or a script names another file: `url("../images/a.svg")`, `from "./a.js"`, import(`./a.js?1`).
_REFERENCE = re.compile(rb"(?<=[\"'`(])\.{1,2}/[\w./-]+")


def published(files: Mapping[str, bytes]) -> Mapping[str, tuple[str, bytes]]:
    """Return the published name and content of each file, both by the path that templates call it.

    A file that names others does so by their published names, so that its own name changes when one of theirs does.
    Raises graphlib.CycleError when files name each other in a circle.
    """
    found: dict[str, tuple[str, bytes]] = {}
    order = TopologicalSorter({path: set(_named_by(path, content, files)) for path, content in files.items()})
    for path in order.static_order():
        content = files[path]
        if path.endswith(_REFERRING):
            content = _REFERENCE.sub(partial(_renamed, path=path, found=found), content)
        stem, suffix = posixpath.splitext(path)
        found[path] = f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}{suffix}", content
    return found


def _named_by(path: str, content: bytes, files: Iterable[str]) -> Iterator[str]:
    if path.endswith(_REFERRING):
        targets = (_target(path, reference) for reference in _REFERENCE.findall(content))
        yield from (target for target in targets if target in files)


def _target(path: str, reference: bytes) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), reference.decode()))


def _renamed(reference: re.Match[bytes], path: str, found: Mapping[str, tuple[str, bytes]]) -> bytes:
    """Return the reference to the published name; what names no file of ours, as a folder, stays as it is."""
    target = _target(path, reference[0])
    if target not in found:
        return reference[0]
    name = posixpath.basename(found[target][0])
    return posixpath.join(posixpath.dirname(reference[0].decode()), name).encode()

"""A file of somebody's folder, opened with care: what it holds as bytes and as text, or why it can't be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from guides_api.catalogue.encodings import decoded, decoded_anyhow, named
from guides_api.catalogue.sources import MAX_BYTES


class UnreadableError(Exception):
    """A file that can't be read as text, and why, in French."""


def text_of(raw: bytes) -> tuple[str, str, int]:
    """Return the text of bytes, what they are encoded in and the line from which that shows, where it is no UTF-8.

    Raises UnreadableError for what is no text.
    """
    try:
        whole = raw.decode("utf-8")
        start = raw.find(b"\0")
    except UnicodeDecodeError as error:
        whole, start = "", error.start
    if start < 0:
        return whole, "", 0
    text = decoded(raw)
    if text is None and b"\0" in raw:
        raise UnreadableError("ce n’est pas un fichier de texte")
    line = raw.count(b"\n", 0, start) + 1
    name = named(raw, start).partition(",")[0]
    return text if text is not None else decoded_anyhow(raw), name, line


def checked(root: Path, path: str) -> os.stat_result:
    """Return what the system knows of a file, one that may be opened. Raises UnreadableError."""
    file = root / path
    with _refusals():
        found = file.lstat()
        if stat.S_ISLNK(found.st_mode):
            if not file.resolve().is_relative_to(root.resolve()):
                raise UnreadableError("c’est un lien qui mène hors du dossier, ou nulle part")
            found = file.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableError("ce n’est pas un fichier")
        return found


def contents(root: Path, path: str) -> bytes:
    """Return the bytes of a file, not too many of them. Raises UnreadableError."""
    size = checked(root, path).st_size
    if size > MAX_BYTES:
        heavy = f"il pèse {size / 1024 / 1024:.0f} Mio, {MAX_BYTES // 1024 // 1024} au plus sont lus"
        raise UnreadableError(heavy)
    with _refusals():
        return (root / path).read_bytes()


@contextmanager
def _refusals() -> Iterator[None]:
    """Say in French why the system refuses a file."""
    try:
        yield
    except FileNotFoundError:
        raise UnreadableError("il mène à un fichier qui n’existe pas") from None
    except PermissionError:
        raise UnreadableError("vous n’avez pas le droit de le lire") from None
    except (OSError, RuntimeError):  # a loop of links is one or the other
        raise UnreadableError("il ne se laisse pas lire") from None

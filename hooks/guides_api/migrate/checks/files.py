"""Files as such: those that can't be read, and images too heavy, too large, or of another kind than their name says."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from guides_api.migrate.files import UnreadableError, checked
from guides_api.migrate.findings import Finding, found
from guides_api.migrate.foreign import Folder

HEAVIEST = 500 * 1024  # bytes
WIDEST = 4000  # pixels of a side
_FORMATS = {
    "png": "PNG",
    "jpg": "JPEG",
    "jpeg": "JPEG",
    "gif": "GIF",
    "webp": "WEBP",
    "bmp": "BMP",
    "tif": "TIFF",
    "tiff": "TIFF",
    "avif": "AVIF",
}
_DRAWING = "SVG"
_HEAD = 16 * 1024  # bytes in which a drawing says that it is one


def images(folder: Folder) -> Iterator[Finding]:
    """Tell of each image that readers would wait for, or that a browser would not show."""
    for path in sorted(folder.files):
        ending = path.rpartition(".")[2].lower()
        if ending in _FORMATS or ending == "svg":
            yield from _image(folder, path, ending)


def _image(folder: Folder, path: str, ending: str) -> Iterator[Finding]:
    try:
        size = checked(folder.root, path).st_size
    except UnreadableError as error:
        yield found("fichier-illisible", path, 0, f"cette image n’a pas été lue : {error}.")
        return
    if size > HEAVIEST:
        message = f"cette image pèse {size // 1024} Kio : {HEAVIEST // 1024} au plus, pour qui a peu de réseau."
        yield found("image-trop-lourde", path, 0, message)
    kind, width, height = _shown(folder.root / path)
    if kind != _FORMATS.get(ending, _DRAWING):
        what = f"c’est une image {kind}" if kind else "ce n’est pas une image, ou elle est abîmée"
        yield found("image-taille", path, 0, f"son nom finit par « .{ending} », mais {what}.")
    elif max(width, height) > WIDEST:
        message = f"cette image a {width} × {height} pixels : {WIDEST} par côté suffisent."
        yield found("image-taille", path, 0, message)


def _shown(file: Path) -> tuple[str, int, int]:
    """Return the kind of an image and its sides, empty for what is none; only its first bytes are read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(file) as image:
                return image.format or "", *image.size
        except Image.DecompressionBombError:
            return _FORMATS.get(file.suffix[1:].lower(), ""), WIDEST * 4, WIDEST * 4
        except (
            OSError,
            ValueError,
            SyntaxError,
            EOFError,
            IndexError,
        ):  # what Pillow says of no image, or of a broken one
            return _DRAWING if _is_a_drawing(file) else "", 0, 0


def _is_a_drawing(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return b"<svg" in opened.read(_HEAD)
    except OSError:
        return False

"""The files of `content/`: all are published, so each must be of a kind, and of a name, that can do no harm.

What a hidden file holds (« .DS_Store ») is published by nobody and read by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from guides_api.catalogue import patterns
from guides_api.catalogue.drawings import drawing_problems
from guides_api.catalogue.folders import below
from guides_api.catalogue.problems import Place, Problem
from guides_api.catalogue.sources import Reader, linked

PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")
DOCUMENTS = (".pdf", ".odt", ".ods", ".odp", ".docx", ".xlsx", ".pptx")
LONGEST = 100  # of a name: systems and hosts accept 255, and some of our files lengthen it
DIAGRAMS = "images/schemas/"
_PAGE = re.compile(rf"(?:{patterns.SLUG}/)*{patterns.SLUG}\.md")
_FILE = re.compile(patterns.CONTENT_IMAGE)
_LEFT_OUT = "templates/"  # MkDocs publishes nothing of this folder
# Pages whose id is the file's name, or tells it: what is wrong with it is told of the id.
_NAMED_BY_IDS = ("api/", "guides/", "actualites/")


def files_below(folder: Path) -> Iterator[str]:
    """Yield the files below a folder, links among them, hidden ones apart; paths are relative to the folder."""
    return (path for path, _ in _shown_below(folder))


def file_problems(reader: Reader) -> Iterator[Problem]:
    """Yield the files that no site may publish, and the links that stand in place of one: they may lead anywhere."""
    for folder in ("content", "data"):
        for path, is_link in sorted(_shown_below(reader.root / folder)):
            if is_link:
                yield linked(f"{folder}/{path}")
            elif folder == "content":
                yield from _of_content(reader, path)


def _shown_below(folder: Path) -> Iterator[tuple[str, bool]]:
    """Yield the files below a folder, each with whether it is a link."""
    for path, entry in below(folder):
        if "/." not in f"/{path}" and ((is_link := entry.is_symlink()) or entry.is_file()):
            yield path, is_link


def _of_content(reader: Reader, path: str) -> Iterator[Problem]:
    kind = ".md" if path.endswith(".md") else PurePosixPath(path).suffix
    place = Place(f"content/{path}")
    if kind not in (".md", *PICTURES, *DOCUMENTS):
        shown = f"de nom en « {kind} »" if kind else "sans extension"
        message = f"un fichier {shown} ne peut pas être publié."
        remedy = (
            "Écrivez une page en Markdown, ou donnez un document à télécharger. Les images vont dans content/images."
        )
        yield Problem(place, "fichier-refuse", message, accepted=(".md", *DOCUMENTS), remedy=remedy)
    elif kind in PICTURES and not path.startswith("images/"):
        message, remedy = "une image ne se place que dans content/images.", "Déplacez-la, et corrigez ses liens."
        yield Problem(place, "fichier-refuse", message, remedy=remedy)
    elif not _is_well_named(path):
        message = "ce nom de fichier ou de dossier ne peut pas faire une adresse."
        example = "mon-guide.md" if kind == ".md" else f"mon-fichier{kind}"
        remedy = f"Renommez-le : des minuscules sans accent, des chiffres, des traits d’union, comme {example}."
        yield Problem(place, "nom-de-fichier", message, remedy=remedy)
    elif kind == ".svg" and path.rpartition("/")[0] + "/" != DIAGRAMS:
        text = reader.text(place.path)
        yield from drawing_problems(text, place.path) if text is not None else ()


def _is_well_named(path: str) -> bool:
    if path.endswith(".md") and path.startswith(_NAMED_BY_IDS) and not path.endswith("/index.md"):
        return True
    if path.startswith(_LEFT_OUT):
        return False
    named = _PAGE if path.endswith(".md") else _FILE
    return bool(named.fullmatch(path)) and max(map(len, path.split("/"))) <= LONGEST

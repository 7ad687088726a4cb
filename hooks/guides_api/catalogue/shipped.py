"""French data that ships with the code: a YAML file beside the module that reads it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from guides_api.catalogue.documents import Document
from guides_api.catalogue.nodes import Entries
from guides_api.catalogue.problems import ProblemsFoundError
from guides_api.catalogue.records import Record
from guides_api.catalogue.shapes import shaped
from guides_api.catalogue.strict_yaml import YamlText

Shipped = TypeVar("Shipped", bound=Record)


def shipped(file: Path, model: type[Shipped]) -> Shipped:
    """Return what a file holds. Raises ProblemsFoundError where it is malformed."""
    text = YamlText(file.read_text(encoding="utf-8"), file.name)
    root = text.read()
    read, problems = shaped(model, Document(file.name, root)) if isinstance(root, Entries) else (None, [])
    if read is None or problems or text.problems:
        raise ProblemsFoundError([*problems, *text.problems])
    return read

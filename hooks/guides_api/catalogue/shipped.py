"""French data that ships with the code: a YAML file beside a module, of one record."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from guides_api.catalogue.documents import Document
from guides_api.catalogue.nodes import Entries
from guides_api.catalogue.problems import ProblemsFoundError
from guides_api.catalogue.records import Record
from guides_api.catalogue.shapes import shaped
from guides_api.catalogue.strict_yaml import YamlText

SomeRecord = TypeVar("SomeRecord", bound=Record)


def shipped(model: type[SomeRecord], file: Path) -> SomeRecord:
    """Return the record that a file is. Raises ProblemsFoundError where it is malformed."""
    text = YamlText(file.read_text(encoding="utf-8"), file.name)
    root = text.read()
    read, problems = shaped(model, Document(file.name, root)) if isinstance(root, Entries) else (None, [])
    if read is None or problems or text.problems:
        raise ProblemsFoundError([*problems, *text.problems])
    return read

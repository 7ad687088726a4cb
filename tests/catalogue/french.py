"""What no contributor should ever read: the words of the libraries underneath."""

from __future__ import annotations

FORBIDDEN = (
    "Input should",
    "Field required",
    "Value error",
    "Extra inputs",
    "valid string",
    "valid boolean",
    "mapping values",
    "block mapping",
    "block sequence",
    "expected <",
    "could not",
    "cannot",
    "did not find",
    "found character",
    "unexpected",
    "NoneType",
    "Traceback",
    "Error",
    "pydantic",
    *("yaml.scanner", "yaml.parser", "yaml.composer", "yaml.reader"),
    "tuple",
    "string_",
    "_type",
    "None",
    "[type=",
    "dict",
    "object at",
    "<class",
)


def assert_french(text: str) -> None:
    """Refuse text that lets a library speak."""
    assert [words for words in FORBIDDEN if words in text] == []

"""What tells one value of ours from another: the same for equal values, whatever process made them."""

from __future__ import annotations

import dataclasses
import enum
import hashlib
import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from pydantic import BaseModel

# A record's prose is on its own page only, and its line is nobody's business but a problem's.
_UNSEEN = frozenset({"body", "body_line"})
_SIZE = 16


def digest(value: object) -> bytes:
    """Return what stands for a value made of records, texts, numbers, days and collections of them.

    Raises TypeError for a value of another kind, whose parts nobody could tell.
    """
    return digest_of_bytes(_ENCODER.encode(value).encode())


def digest_of_bytes(*parts: bytes) -> bytes:
    """Return what stands for bytes, wherever each part ends."""
    made = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        made.update(len(part).to_bytes(8))
        made.update(part)
    return made.digest()


def _plain(value: object) -> object:
    match value:
        case BaseModel():
            seen = {name: part for name, part in value.__dict__.items() if name not in _UNSEEN}
            return [type(value).__name__, seen]
        case enum.Enum():
            return [type(value).__name__, value.name]
        case date():
            return value.isoformat()
        case Mapping():
            return list(value.items())
        case AbstractSet():
            return sorted(map(digest_hex, value))
        case _ if dataclasses.is_dataclass(value):
            return [type(value).__name__, [getattr(value, name) for name in value.__dataclass_fields__]]
    raise TypeError(f"a {type(value).__name__} can't be told from another")


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)


def digest_hex(value: object) -> str:
    """Return a value's digest as text."""
    return digest(value).hex()

"""Texts that differ by one sign, found without comparing each to each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

_SHORTEST, _LONGEST = 6, 80  # letters of which one may be wrong


def resembling(keys: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Return, for each text that resembles others, those: one letter is added, left out, changed or moved by one.

    Texts with other digits are no spellings of one another: « 2023 » and « 2024 ».
    """
    by_shape: dict[str, set[str]] = {}
    for key in set(keys):
        for shape in _shapes(key):
            by_shape.setdefault(shape, set()).add(key)
    found: dict[str, set[str]] = {}
    for alike in by_shape.values():
        for key in alike if len(alike) > 1 else ():
            found.setdefault(key, set()).update(
                other for other in alike if other != key and _digits(other) == _digits(key)
            )
    return {key: frozenset(others) for key, others in found.items() if others}


def _shapes(key: str) -> Iterator[str]:
    """Yield a text, and what it is without each of its letters; the first one counts too much to be wrong."""
    yield key
    if _SHORTEST <= len(key) <= _LONGEST:
        yield from (key[:rank] + key[rank + 1 :] for rank in range(1, len(key)))


def _digits(key: str) -> str:
    return "".join(sign for sign in key if sign.isdigit())

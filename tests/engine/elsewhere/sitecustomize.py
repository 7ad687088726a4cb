"""Another day, and disks that list files in another order: Python loads this first where PYTHONPATH leads here."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable
from typing import Any, Self

LATER = 400 * 24 * 3600  # seconds: another year, another month, another day

_time, _listdir, _scandir = time.time, os.listdir, os.scandir


class _Moved(dt.datetime):
    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Self:
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls) -> Self:
        return cls.now(dt.UTC).replace(tzinfo=None)


class _Reversed:
    """What os.scandir returns, from its end."""

    def __init__(self, folder: str | int | None = None) -> None:
        with _scandir(folder) as entries:
            self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> os.DirEntry[str]:
        return next(self._entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Everything was read already."""


def _moved(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda seconds=None: function(time.time() if seconds is None else seconds)


time.time = lambda: _time() + LATER  # date.today asks it
time.localtime, time.gmtime = _moved(time.localtime), _moved(time.gmtime)
dt.datetime = _Moved  # type: ignore[misc]
os.listdir = lambda folder=None: sorted(_listdir(folder), reverse=True)  # type: ignore[assignment]
os.scandir = _Reversed  # type: ignore[assignment]

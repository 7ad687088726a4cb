"""What a command tells while it reads thousands of guides."""

from __future__ import annotations

import sys
import time
from typing import Self

import click

_PATIENCE = 1.0  # seconds before progress is told
_PATIENCE_OF_LOGS = 5.0


class Progress:
    """Tells on the error output how far the reading is, once it has lasted, on one line that it wipes away."""

    def __init__(self) -> None:
        self._told = False
        self._next = time.monotonic() + _PATIENCE

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._told and sys.stderr.isatty():
            click.echo("\r\033[K", nl=False, err=True)

    def tell(self, read_now: int, all_of_them: int) -> None:
        """Say how many guides were read, at most once a second, and less often where nobody watches."""
        if time.monotonic() < self._next:
            return
        self._told, seen = True, sys.stderr.isatty()
        self._next = time.monotonic() + (_PATIENCE if seen else _PATIENCE_OF_LOGS)
        words = f"{read_now} guide{'s' * (read_now > 1)} lu{'s' * (read_now > 1)} sur {all_of_them}…"
        click.echo(f"\r{words}" if seen else words, nl=not seen, err=True)

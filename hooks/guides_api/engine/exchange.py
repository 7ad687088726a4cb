"""Two folders trade places."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

# What exchanges two paths in one step, and what it calls the current folder. Both take a flag of 2.
_CALLS = {"linux": ("renameat2", -100), "darwin": ("renameatx_np", -2)}
_EXCHANGE = 2


def put(new: Path, place: Path, aside: Path) -> None:
    """Put a folder in a place, at once where the system knows how; what was there is then `new` or `aside`.

    Elsewhere the place is empty between two renames, and `aside` must be put back by whoever finds it so. Raises
    OSError, the place as it was.
    """
    if not place.exists():
        new.rename(place)
    elif not _exchanged(new, place):
        place.rename(aside)
        try:
            new.rename(place)
        except OSError:
            aside.rename(place)
            raise


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two paths, and tell whether the system and the disk were able to."""
    name, here = _CALLS.get(sys.platform, ("", 0))
    if not name:
        return False
    call = getattr(ctypes.CDLL(None), name, None)
    return call is not None and call(here, os.fsencode(one), here, os.fsencode(other), _EXCHANGE) == 0

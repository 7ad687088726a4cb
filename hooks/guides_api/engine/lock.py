"""A folder that one process at a time works in."""

from __future__ import annotations

import os
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: nobody is told that another process is at work
    CAN_LOCK = False
else:
    CAN_LOCK = True


class BusyError(Exception):
    """Another process holds the folder."""


def hold(folder: Path) -> int:
    """Make a folder and lock it until the descriptor returned is closed or the process ends, however it ends.

    The lock is the folder's own: no file stays behind. Raises BusyError or OSError.
    """
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        if not CAN_LOCK:
            return os.open(os.devnull, os.O_RDONLY)
        try:
            held = _locked(folder)
            if os.path.samestat(os.fstat(held), folder.stat()):
                return held
            os.close(held)
        except FileNotFoundError:  # who held it has just removed it
            continue


def _locked(folder: Path) -> int:
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        raise BusyError from None
    except OSError:  # a disk of the network that has no locks: better alone than not at all
        pass
    return held

"""What the measures were taken on."""

from __future__ import annotations

import os
import platform
from pathlib import Path

_GIB = 1024**3


def machine() -> dict[str, str | int]:
    """Return the processor's name, the cores that may be used, the memory and the system."""
    told = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    name = next((line.partition(": ")[2] for line in told if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _GIB
    return {
        "processor": name,
        "cores": len(os.sched_getaffinity(0)),
        "memory": round(memory),
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "python": platform.python_version(),
    }

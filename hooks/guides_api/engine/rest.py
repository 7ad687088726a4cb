"""What a save changes besides pages, made again by another process, which the next save stops."""

from __future__ import annotations

import subprocess
import sys
import threading

from mkdocs.config.defaults import MkDocsConfig

_PAUSE = 1.0  # seconds after a save: its page comes first
_BUILD = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
settings, site, address = sys.argv[1:]
config = load_config(settings, site_dir=site)
config.site_url = address
build(config, serve_url=address)
"""


class Rest:
    """A whole build of the site being served, from what is in the cache. Killed, it leaves the site as it was."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._command = [sys.executable, "-c", _BUILD, config.config_file_path, config.site_dir, config.site_url or ""]
        self._lock = threading.Lock()
        self._later: threading.Timer | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def want(self) -> None:
        """Have it made in a while."""
        with self._lock:
            self._later = threading.Timer(_PAUSE, self._start)
            self._later.daemon = True
            self._later.start()

    def wait(self) -> None:
        """Return once it is made, at once where nothing is to be."""
        self._start()
        if (process := self._process) is not None:
            process.wait()

    def stop(self) -> None:
        """Give up what is under way or to come."""
        with self._lock:
            if self._later is not None:
                self._later.cancel()
            self._later = None
            if self._process is not None:
                self._process.kill()
                self._process.wait()
            self._process = None

    def _start(self) -> None:
        with self._lock:
            if self._later is None:
                return
            self._later.cancel()
            self._later = None
            quiet = subprocess.DEVNULL
            self._process = subprocess.Popen(self._command, stdout=quiet, stderr=quiet)

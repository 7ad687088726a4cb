"""The folder where the next site is made, beside the one that it will replace."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from guides_api.engine.exchange import put
from guides_api.engine.lock import hold

_SUFFIX = ".nouveau"
_OF_A_SITE = "404.html"  # MkDocs writes one whatever the theme


class UnfitError(Exception):
    """What is in the site's place must not be replaced; says why, in French."""


class Workshop:
    """A folder for one build at a time, which clears what a killed one left.

    A link to the site's folder stays a link.
    """

    def __init__(self, site: Path) -> None:
        self.site = site.resolve()
        self.folder = self.site.with_name(self.site.name + _SUFFIX)
        self.made = self.folder / "site"
        self._old = self.folder / "ancien"
        self._held: int | None = None

    def open(self) -> None:
        """Make the folder ready, or raise UnfitError, BusyError or OSError."""
        self._refuse_what_is_no_site()
        self._held = hold(self.folder)
        self._put_back()
        for left in self.folder.iterdir():
            shutil.rmtree(left)

    def publish(self) -> Path | None:
        """Put what was made in the site's place, or raise OSError, the site as it was; return what was there."""
        put(self.made, self.site, self._old)
        return next((folder for folder in (self.made, self._old) if folder.exists()), None)

    def close(self) -> None:
        """Leave nothing behind; may be called again."""
        if self._held is None:
            return
        with suppress(OSError):
            self._put_back()
            shutil.rmtree(self.folder)
        os.close(self._held)
        self._held = None

    def _put_back(self) -> None:
        """Undo the first of two renames, had the second not come."""
        if self._old.exists() and not self.site.exists():
            self._old.rename(self.site)

    def _refuse_what_is_no_site(self) -> None:
        if os.path.ismount(self.site):
            raise UnfitError("c’est la racine d’un disque ou d’un volume, qu’un dossier ne peut pas remplacer")
        if not self.site.exists():
            return
        if not self.site.is_dir():
            raise UnfitError("c’est un fichier, pas un dossier")
        names = {path.name for path in self.site.iterdir()}
        if ".git" in names or (names and _OF_A_SITE not in names):
            raise UnfitError("ce dossier contient autre chose qu’un site construit, et serait effacé")

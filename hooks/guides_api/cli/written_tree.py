"""A folder that a command writes whole, and replaces only where nobody else has put anything in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from guides_api.catalogue.problems import listed

MANIFEST = "empreintes.sha256"  # what `sha256sum --check` reads
# What an engine makes in the folder, and makes again.
DERIVED = frozenset({"site", ".cache"})
_SHOWN = 5


class RefusedError(Exception):
    """The folder holds what writing would lose; the message says what, in French, and what to do."""


def known(folder: Path) -> Mapping[str, str]:
    """Return the fingerprint of each file that was written in a folder, none if the folder is new or empty.

    Raises RefusedError if it holds anything else.
    """
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return {}
    if not (folder / MANIFEST).is_file():
        raise RefusedError(
            f"« {folder} » n’est pas vide, et cette commande ne l’a pas écrit : rien n’y est changé. "
            "Choisissez un autre dossier, ou videz celui-ci."
        )
    lines = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
    written = {name: print_ for print_, _, name in (line.partition("  ") for line in lines)}
    changed = [name for name, print_ in _found(folder) if written.get(name) != print_]
    if changed:
        more = f" et {len(changed) - _SHOWN} autres" if changed[_SHOWN:] else ""
        raise RefusedError(
            f"« {folder} » a été modifié depuis que cette commande l’a écrit : {listed(changed[:_SHOWN])}{more}. "
            "Rien n’y est changé. Mettez de côté ce que vous voulez garder, ou choisissez un autre dossier."
        )
    return written


def prints(files: Mapping[str, bytes]) -> Mapping[str, str]:
    """Return the fingerprint of each file."""
    return {name: _print(content) for name, content in files.items()}


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Put files in place of a folder, whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = Path(mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    new, old = work / "new", work / "old"
    try:
        manifest = "".join(f"{print_}  {name}\n" for name, print_ in sorted(prints(files).items()))
        for name, content in {**files, MANIFEST: manifest.encode()}.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(content)
        if folder.exists():
            folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise
    finally:
        shutil.rmtree(work)


def _found(folder: Path) -> Iterable[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and name.parts[0] not in DERIVED and name.as_posix() != MANIFEST:
            yield name.as_posix(), _print(path.read_bytes())


def _print(content: bytes) -> str:
    return sha256(content).hexdigest()

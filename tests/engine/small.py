"""The smallest project that is published as ours is: one page, a theme of a few lines, and the hook that publishes."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests import build

FILES = {
    "mkdocs.yml": """\
site_name: Petit
docs_dir: content
theme:
  name: null
  custom_dir: theme
  static_templates: [404.html]
plugins: []
hooks: [hooks/publication.py]
""",
    "content/index.md": "Une page.\n",
    "content/.well-known/cachee.txt": "MkDocs laisse de côté ce fichier.\n",
    "content/dossier/image.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n" * 200,
    "theme/main.html": "{{ page.content }}\n",
    "theme/404.html": "Rien ici.\n",
}
BEFORE = {"index.html": b"avant", "404.html": b"avant", "ancienne/index.html": b"avant aussi"}


def write(root: Path) -> Path:
    """Write the project below root, with the site of an earlier build, and return root."""
    for name, text in FILES.items():
        put(root / name, text.encode())
    for name, content in BEFORE.items():
        put(root / "site" / name, content)
    (root / "hooks").symlink_to(build.ROOT / "hooks")
    return root


def put(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def tree(folder: Path) -> Mapping[str, bytes]:
    """Return the content of every file below a folder, hidden ones too, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def left(root: Path) -> list[str]:
    """Return what is in the place of the site and beside it."""
    return sorted(path.name for path in root.glob("site*"))


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Build the project at root, by a command if one is given; what is said, on either stream, is in `stdout`."""
    return subprocess.run(
        command or build.COMMAND,
        cwd=root,
        env=build.ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )

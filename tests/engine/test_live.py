"""`mkdocs serve` as the author of a page sees it: what is saved is shown, and so is what is wrong."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from tests import build, example
from tests.catalogue.french import assert_french

PATIENCE = 60  # seconds, on a machine that does much else
GUIDE = "content/guides/aide-exemple.md"


class Preview:
    """A project that is being served."""

    def __init__(self, root: Path, port: int) -> None:
        self.root, self.address = root, f"http://127.0.0.1:{port}/"

    def save(self, path: str, old: str, new: str) -> None:
        """Change a file, in place as most editors do."""
        file = self.root / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def page(self, path: str = "guides/aide-exemple/") -> tuple[int, str]:
        """Return how the server answers now."""
        try:
            with urlopen(self.address + path, timeout=PATIENCE) as answer:  # noqa: S310  our own server
                return answer.status, answer.read().decode()
        except HTTPError as refused:
            return refused.code, refused.read().decode()

    def until(self, words: str, path: str = "guides/aide-exemple/") -> tuple[int, str]:
        """Return the first answer that holds words."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                status, text = self.page(path)
                if words in text:
                    return status, text
            except URLError:
                pass  # it has not started yet
            time.sleep(0.02)
        pytest.fail(f"« {words} » n’est jamais apparu")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """The example project, served as `make serve` has MkDocs do it."""
    root = example.write(tmp_path_factory.mktemp("aperçu"))
    shutil.copy(build.ROOT / "mkdocs.yml", root)
    for name in ("hooks", "overrides"):
        (root / name).symlink_to(build.ROOT / name)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    with (root / "dit").open("wb") as said:
        server = subprocess.Popen(command, cwd=root, env=build.ENVIRONMENT, stdout=said, stderr=said)
    shown = Preview(root, port)
    try:
        shown.until("Premier paragraphe")
        yield shown
    finally:
        server.terminate()
        server.wait()


def test_what_is_saved_is_shown_everywhere_and_never_what_was(preview: Preview) -> None:
    preview.save(GUIDE, "title: Guide Exemple", "title: Guide renommé")
    status, _ = preview.until("Guide renommé")
    assert status == 200
    assert "Guide renommé" in preview.page("themes/exemple/")[1]
    assert "Guide Exemple" not in preview.page("themes/exemple/")[1]
    preview.save(GUIDE, "title: Guide renommé", "title: Guide Exemple")
    preview.until("Guide Exemple")


def test_a_mistake_is_shown_with_its_line_and_the_next_good_save_ends_it(preview: Preview) -> None:
    preview.save(GUIDE, "tagline:", "taglin:")
    status, text = preview.until("À corriger")
    assert status == 500
    assert f"{GUIDE}:3" in text
    assert "Vouliez-vous dire « tagline » ?" in text
    assert_french(text)
    assert preview.page("index.html")[0] == 500
    assert preview.page("robots.txt")[0] == 200
    preview.save(GUIDE, "taglin:", "tagline:")
    assert preview.until("Premier paragraphe")[0] == 200


def test_saves_in_a_row_end_with_the_last_one(preview: Preview) -> None:
    for number in range(6):
        preview.save(GUIDE, "Premier paragraphe" + "." * number, "Premier paragraphe" + "." * (number + 1))
        time.sleep(0.01)
    preview.until("Premier paragraphe.......")


def test_looking_at_pages_builds_nothing(preview: Preview) -> None:
    preview.until("Premier paragraphe")
    time.sleep(1)
    before = (preview.root / "dit").read_text("utf-8").count("Building documentation")
    for _ in range(5):
        preview.page()
    time.sleep(1)
    assert (preview.root / "dit").read_text("utf-8").count("Building documentation") == before

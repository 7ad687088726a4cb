"""`mkdocs serve` as the author of a page sees it: what is saved is shown, and so is what is wrong."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from tests import build, example
from tests.catalogue.french import assert_french

PATIENCE = 60  # seconds, on a machine that does much else
GUIDE = "content/guides/aide-exemple.md"
ARTICLE = f"""\
---
title: Un article
date: 2025-03-04
excerpt: {example.TAGLINE}
---

Des mots.
"""


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
    with served(root) as shown:
        yield shown


@contextmanager
def served(root: Path) -> Iterator[Preview]:
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


def test_pages_that_the_cache_holds_are_drawn_when_asked_for_and_are_the_same(preview: Preview) -> None:
    preview.until("Premier paragraphe")
    paths = ("", "guides/aide-exemple/", "guides/aide-exemple/index.html", "themes/exemple/", "recherche/index.json")
    with served(preview.root) as again:
        for path in paths:
            status, page = again.page(path)
            assert status == 200
            assert without_epoch(page.replace(again.address, preview.address)) == without_epoch(preview.page(path)[1])
        assert again.page("absente/")[0] == 404
        again.save(GUIDE, "Premier paragraphe", "Deuxième paragraphe")
        assert again.until("Deuxième paragraphe")[0] == 200
        assert again.page("themes/exemple/")[0] == 200
    preview.save(GUIDE, "Deuxième paragraphe", "Premier paragraphe")
    preview.until("Premier paragraphe")


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


def test_what_is_not_a_page_follows_too(preview: Preview) -> None:
    preview.save(GUIDE, "tagline: Un guide inventé", "tagline: Un guide revu")
    preview.until("Un guide revu")
    assert "Un guide revu" in preview.page("llms.txt")[1]
    preview.save(GUIDE, "tagline: Un guide revu", "tagline: Un guide inventé")
    preview.until("Un guide inventé")
    assert "Un guide revu" not in preview.page("llms.txt")[1]


def test_a_page_that_a_save_ends_is_gone_and_one_that_it_begins_is_there(preview: Preview) -> None:
    news = "content/actualites/article.md"
    (preview.root / news).parent.mkdir()
    index = f"---\ntitle: Actualités\ntagline: {example.TAGLINE}\n---\n\n<NewsList />\n"
    (preview.root / news).with_name("index.md").write_text(index, encoding="utf-8")
    (preview.root / news).write_text(ARTICLE, encoding="utf-8")
    assert preview.until("Un article", "actualites/2025/")[0] == 200
    preview.save(news, "date: 2025", "date: 2024")
    assert preview.until("Un article", "actualites/2024/")[0] == 200
    assert preview.page("actualites/2025/")[0] == 404
    shutil.rmtree((preview.root / news).parent)
    preview.until("Premier paragraphe")


def test_data_and_new_files_are_shown_too(preview: Preview) -> None:
    preview.save("data/site.yaml", "name: Site Exemple", "name: Site renommé")
    preview.until("Site renommé")
    (preview.root / "content/autre.md").write_text("---\ntitle: Autre page\n---\n\nDes mots.\n", encoding="utf-8")
    preview.until("Autre page", "autre/")
    preview.save("content/autre.md", "Des mots.", "D’autres mots.")
    assert "Site renommé" in preview.until("D’autres mots.", "autre/")[1]
    (preview.root / "content/autre.md").unlink()
    preview.save("data/site.yaml", "name: Site renommé", "name: Site Exemple")
    preview.until("Site Exemple")
    assert preview.page("autre/")[0] == 404


def test_a_page_drawn_when_asked_for_is_the_page_of_a_whole_build(preview: Preview) -> None:
    _, whole = preview.until("Premier paragraphe")
    preview.save(GUIDE, "Premier paragraphe", "Second paragraphe")
    preview.until("Second paragraphe")
    preview.save(GUIDE, "Second paragraphe", "Premier paragraphe")
    _, drawn = preview.until("Premier paragraphe")
    assert without_epoch(drawn) == without_epoch(whole)
    assert "livereload(" in drawn


def without_epoch(page: str) -> str:
    """Return a page without the numbers that MkDocs gives to each of its answers."""
    return re.sub(r"livereload\(\d+, \d+\)", "livereload()", page)

"""The site that was replaced serves the next build, and never harms the one that stands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.engine import small

from guides_api.engine import spare
from guides_api.engine.spare import Spare


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose last site was replaced by one that shares a page with it."""
    for name in ("meme/index.html", "autre/index.html", "seul/loin/index.html"):
        small.put(tmp_path / "ancien" / name, b"avant")
    (tmp_path / "site/meme").mkdir(parents=True)
    os.link(tmp_path / "ancien/meme/index.html", tmp_path / "site/meme/index.html")
    (tmp_path / ".cache").mkdir()
    spare.keep(tmp_path / "ancien", tmp_path)
    return tmp_path


def test_a_page_that_stands_there_already_is_told_from_another(root: Path) -> None:
    taken = Spare(root, root / "nouveau")
    published = (root / "site/meme/index.html").stat()
    assert taken.holds("meme/index.html", published)
    assert not taken.holds("autre/index.html", published)
    assert not taken.holds("absent/index.html", published)
    assert not (root / spare.PLACE).exists()


def test_what_is_written_there_changes_no_page_of_the_site_that_stands(root: Path) -> None:
    taken = Spare(root, root / "nouveau")
    for name in ("meme/index.html", "tout/neuf/index.html"):
        taken.place(name).write_bytes(b"apres")
    assert (root / "site/meme/index.html").read_bytes() == b"avant"
    assert (root / "nouveau/tout/neuf/index.html").read_bytes() == b"apres"


def test_nothing_is_left_of_what_no_page_uses_not_even_folders(root: Path) -> None:
    taken = Spare(root, root / "nouveau")
    taken.place("neuf/index.html").write_bytes(b"apres")
    taken.clear({"meme/index.html", "neuf/index.html"})
    left = {path.relative_to(root / "nouveau").as_posix() for path in (root / "nouveau").rglob("*")}
    assert left == {"meme", "meme/index.html", "neuf", "neuf/index.html"}


def test_a_link_that_somebody_put_there_is_removed_and_not_followed(root: Path) -> None:
    small.put(root / "ailleurs/precieux.txt", b"x")
    (root / spare.PLACE / "lien").symlink_to(root / "ailleurs")
    Spare(root, root / "nouveau").clear({"meme/index.html"})
    assert not (root / "nouveau/lien").is_symlink()
    assert (root / "ailleurs/precieux.txt").read_bytes() == b"x"


def test_without_one_folders_are_made(tmp_path: Path) -> None:
    taken = Spare(tmp_path, tmp_path / "nouveau")
    taken.place("un/index.html").write_bytes(b"x")
    taken.clear({"un/index.html"})
    assert small.tree(tmp_path / "nouveau") == {"un/index.html": b"x"}


def test_a_site_is_kept_in_place_of_the_last_one_and_only_where_there_is_a_cache(root: Path, tmp_path: Path) -> None:
    small.put(tmp_path / "plus vieux/index.html", b"y")
    spare.keep(tmp_path / "plus vieux", root)
    assert small.tree(root / spare.PLACE) == {"index.html": b"y"}
    small.put(tmp_path / "ailleurs/site/index.html", b"z")
    spare.keep(tmp_path / "ailleurs/site", tmp_path / "ailleurs")
    assert small.tree(tmp_path / "ailleurs") == {"site/index.html": b"z"}

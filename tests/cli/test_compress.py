"""`guides compresser`: beside each text, what a server sends in its place."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import brotli
import pytest
from click.testing import CliRunner

from guides_api.cli.compress import compress

TEXT = "Des mots que l’on répète. " * 100
FILES = {"index.html": TEXT, "a/b.css": TEXT, "a/c.json": TEXT, "a/d.woff2": TEXT, "e.png": TEXT, "f.txt": "bref"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def run(site: Path) -> str:
    done = CliRunner().invoke(compress, ["--site", str(site)])
    assert done.exit_code == 0, done.output
    return done.output


def made(site: Path) -> dict[str, bytes]:
    found = {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
    return {path: content for path, content in found.items() if path not in FILES}


def test_texts_are_compressed_where_that_makes_them_smaller(site: Path) -> None:
    run(site)
    assert set(made(site)) == {
        f"{path}{end}" for path in ("index.html", "a/b.css", "a/c.json") for end in (".gz", ".br")
    }
    assert gzip.decompress(made(site)["index.html.gz"]).decode() == TEXT
    assert brotli.decompress(made(site)["a/b.css.br"]).decode() == TEXT


def test_what_was_there_is_left_as_it_was(site: Path) -> None:
    run(site)
    assert {path: (site / path).read_text(encoding="utf-8") for path in FILES} == FILES


def test_the_same_site_gives_the_same_bytes_at_any_time(site: Path) -> None:
    run(site)
    first = made(site)
    for path in FILES:
        os.utime(site / path, (0, 0))
    run(site)
    assert made(site) == first


def test_the_weight_that_is_saved_is_told(site: Path) -> None:
    assert run(site).splitlines() == [
        f"Fichiers à compresser dans {site} : 4.",
        "Leur poids : 9 ko sans compression, 0 ko avec gzip, 0 ko avec brotli.",
    ]


def test_a_folder_that_is_not_there_is_a_misuse(tmp_path: Path) -> None:
    assert CliRunner().invoke(compress, ["--site", str(tmp_path / "nulle-part")]).exit_code == 2

"""A page is front matter, a body, and the line on which that body starts."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.build import ROOT

from guides_api.catalogue.sources import Reader

HEADER = "---\ntitle: T\n---\n"


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        (f"{HEADER}\nUn.\n", "Un.\n", 5),
        (f"{HEADER}Un.\n", "Un.\n", 4),
        (f"{HEADER}\n\n\nUn.\n", "Un.\n", 7),
        (HEADER, "", 4),
        (HEADER.rstrip("\n"), "", 3),
        (f"{HEADER}\n---\n\nUn.\n", "---\n\nUn.\n", 5),
        (f"{HEADER}\n    code\n", "    code\n", 5),
        ("---  \ntitle: T\n-----\nUn.\n", "Un.\n", 4),
        ("---\n\n\ntitle: T\n\n---\n\nUn.\n", "Un.\n", 8),
    ],
)
def test_a_page_is_split_at_its_fences(tmp_path: Path, text: str, body: str, line: int) -> None:
    (tmp_path / "x.md").write_text(text, encoding="utf-8")
    reader = Reader(tmp_path)
    found = reader.page("x.md")
    assert reader.problems == []
    assert found is not None
    root, *rest = found
    assert root.plain == {"title": "T"}
    assert rest == [body, line]
    assert text.split("\n")[root.place.line - 1] == "title: T"


MISREAD = ("cp1252", "mac_roman")
WORDS = ("é", "É", "à", "ç", "œ", "’", "« été »", "€", "déjà", "ÿ", "naïf", "…", "–", "Ça")


@pytest.mark.parametrize("encoding", MISREAD)
@pytest.mark.parametrize("word", WORDS)
def test_text_once_read_in_another_encoding_is_noticed(tmp_path: Path, word: str, encoding: str) -> None:
    misread = word.encode().decode(encoding, errors="ignore")
    (tmp_path / "x.yaml").write_text(f"# propre\na: {misread}\n", encoding="utf-8")
    reader = Reader(tmp_path)
    reader.yaml("x.yaml")
    if misread.encode(encoding) != word.encode():
        pytest.skip("this encoding has no sign for one of the bytes")
    assert [(problem.rule, problem.place.line) for problem in reader.problems] == [("mojibake", 2)]


@pytest.mark.parametrize("text", ["É…", "« Où ? » – œuvre", "№ 5 ½ × 3 ≠ 4", "Ÿ ÂÊÎ ÃO", "©®™", "→ ✓ 👍", "ÉTÉ À ÇA"])
def test_french_and_its_signs_are_no_mistake(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.yaml").write_text(f"a: {text}\n", encoding="utf-8")
    reader = Reader(tmp_path)
    assert reader.yaml("x.yaml") is not None
    assert reader.problems == []


@pytest.mark.parametrize("file", sorted((ROOT / "content").rglob("*.md")), ids=lambda path: path.stem)
def test_real_pages_hold_no_damaged_accents(file: Path) -> None:
    reader = Reader(ROOT)
    assert reader.text(file.relative_to(ROOT).as_posix())
    assert reader.problems == []

"""A whole folder is verified: whatever one file holds, the others are read, and processes change nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from guides_api.catalogue import workers
from guides_api.migrate.findings import Finding
from guides_api.migrate.foreign import surveyed
from guides_api.migrate.verify import MOST, verify

HEADER = "---\ntitle: Un guide\ntagline: Une phrase.\n---\n\n"
PIECES = (
    *("[", "](", "<a ", "<b>", "`", "# ", "- [a](#a)\n", "| ", "<Grid>", "<Button ", "{", "> ", "<!--", "\t", "\u200b"),
    *(
        "a\n===\n",
        "\n|a|\n|-|\n",
        "Ã©",
        "https://datapass.x ",
        "\x00",
        "<svg",
        "'",
        '"',
        "..",
        "é" * 9,
        "\u2028",
        "</b>",
    ),
)


def put(root: Path, path: str, content: str | bytes) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content.encode() if isinstance(content, str) else content)


def found(root: Path) -> list[tuple[str, str, int]]:
    return [(item.rule, item.path, item.line) for item in verify(surveyed(root))]


def test_findings_are_sorted_and_say_of_what_they_are(tmp_path: Path) -> None:
    put(tmp_path, "b.md", f"{HEADER}[a](http://a.fr)\n[ici](https://a.fr)\n")
    put(tmp_path, "a.md", "")
    told = list(verify(surveyed(tmp_path)))
    assert [(item.path, item.line, item.rule) for item in told] == [
        ("a.md", 1, "guide-vide"),
        ("b.md", 6, "lien-http"),
        ("b.md", 7, "lien-muet"),
    ]
    assert sorted(told) == told
    assert isinstance(told[0], Finding)


def test_files_that_cannot_be_read_are_told_and_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "a.md", b"\x00\x01\x02")
    (tmp_path / "b.md").mkdir()
    (tmp_path / "c.md").symlink_to("nulle-part.md")
    os.mkfifo(tmp_path / "d.md")
    with (tmp_path / "e.md").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    put(tmp_path, "public/f.png", b"")
    os.mkfifo(tmp_path / "public/h.png")
    (tmp_path / "public/i.png").symlink_to("/etc/hostname")
    put(tmp_path, "api/g.md", b"---\ntitle: a\n---\n\x00")
    put(tmp_path, "z.md", f"{HEADER}[a](http://a.fr) ![b](/f.png)\n")
    told = found(tmp_path)
    unread = [path for rule, path, _ in told if rule == "fichier-illisible"]
    assert unread == ["a.md", "api/g.md", "b.md", "c.md", "d.md", "e.md", "public/h.png", "public/i.png"]
    assert ("lien-http", "z.md", 6) in told
    assert ("image-taille", "public/f.png", 0) in told


def test_several_processes_find_what_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(230):
        put(tmp_path, f"guides/{number:03}.md", f"{HEADER}[a](http://a.fr/{number}) [b]({number + 1:03}.md)\n")
    monkeypatch.setattr(workers, "processors", lambda: 1)
    alone = found(tmp_path)
    assert len(alone) == 231
    monkeypatch.setattr(workers, "processors", lambda: 2)
    monkeypatch.setattr(workers, "_may_fork", lambda: True)
    assert found(tmp_path) == alone


def test_a_rule_broken_again_and_again_in_one_file_is_told_a_limited_number_of_times(tmp_path: Path) -> None:
    put(tmp_path, "a.md", HEADER + "[a](http://a.fr)\n" * (MOST + 50))
    told = list(verify(surveyed(tmp_path)))
    assert len(told) == MOST
    assert "Et 50 fois plus bas" in told[-1].message
    assert not any("plus bas" in item.message for item in told[:-1])


@pytest.mark.parametrize("piece", PIECES)
def test_no_text_stops_the_reading(piece: str, tmp_path: Path) -> None:
    put(tmp_path, "a.md", HEADER + piece * (20_000 // len(piece)))
    put(tmp_path, "b.md", "---\n" + piece * (20_000 // len(piece)))
    put(tmp_path, "c.md", f"{HEADER}[a](http://a.fr)\n")
    assert ("lien-http", "c.md", 6) in found(tmp_path)

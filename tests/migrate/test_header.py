"""Front matter that people wrote for other tools is read as far as it can be, each value with its line."""

from __future__ import annotations

import pytest

from guides_api.migrate.header import Header, Kind
from guides_api.migrate.header_reading import split

GUIDE = """\
---
title: "Un guide : l’essai"
tags: un, deux # en texte
noindex: false # visible
api: # vide
publics:
  - communes
  - départements # et régions
excerpt: >-
  Une phrase
  sur deux lignes.
---

Le texte.
"""


def header(text: str) -> Header:
    return split(text.split("\n"))[0]


def given(text: str) -> dict[str, object]:
    """Return what each key was given: a text, or the texts of a list."""
    return {
        entry.key: [item.text for item in entry.value.items] if entry.value.kind is Kind.LIST else entry.value.text
        for entry in header(text).entries
    }


def rules(text: str) -> list[tuple[str, int]]:
    return [(trouble.rule, trouble.line) for trouble in header(text).troubles]


def test_each_key_has_its_value_its_line_and_the_comment_beside_it() -> None:
    found = header(GUIDE)
    assert [(entry.key, entry.line, entry.value.kind, entry.comment) for entry in found.entries] == [
        ("title", 2, Kind.TEXT, ""),
        ("tags", 3, Kind.TEXT, "en texte"),
        ("noindex", 4, Kind.FLAG, "visible"),
        ("api", 5, Kind.NOTHING, "vide"),
        ("publics", 6, Kind.LIST, ""),
        ("excerpt", 9, Kind.TEXT, ""),
    ]
    assert found.text("title") == "Un guide : l’essai"
    assert found.text("excerpt") == "Une phrase sur deux lignes."
    assert [(item.text, item.line, item.comment) for item in found.values("publics")] == [
        ("communes", 7, ""),
        ("départements", 8, "et régions"),
    ]
    assert found.troubles == ()


def test_the_text_starts_on_the_line_after_the_header() -> None:
    lines = GUIDE.split("\n")
    assert lines[split(lines)[1] :] == ["", "Le texte.", ""]


def test_a_hash_within_a_value_is_no_comment() -> None:
    found = header("---\ntitle: 'Un # entre guillemets'\ntagline: C# et F#\n---\n")
    assert [(entry.value.text, entry.comment) for entry in found.entries] == [
        ("Un # entre guillemets", ""),
        ("C# et F#", ""),
    ]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("oui", Kind.TEXT),
        ("true", Kind.FLAG),
        ("'true'", Kind.TEXT),
        ("12", Kind.NUMBER),
        ("2026-08-31", Kind.DAY),
        ("null", Kind.NOTHING),
        ("~", Kind.NOTHING),
        ("", Kind.NOTHING),
        ("[a, b]", Kind.LIST),
        ("{a: b}", Kind.MAPPING),
    ],
)
def test_values_are_of_the_kinds_that_yaml_knows(written: str, kind: Kind) -> None:
    assert header(f"---\ntitle: {written}\n---\n").entries[0].value.kind is kind


def test_a_header_that_is_no_yaml_is_told_at_its_line_and_read_key_by_key() -> None:
    text = "---\ntitle: Guide : un essai # provisoire\ntags:\n  - un\n  - deux\npublish: true\n---\n"
    assert rules(text) == [("entete-illisible", 2)]
    assert given(text) == {"title": "Guide : un essai", "tags": ["un", "deux"], "publish": "true"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du texte.\n", [("entete-absent", 1)]),
        ("", []),
        ("title: A\ntagline: b\n---\nDu texte.\n", [("entete-absent", 1)]),
        ("\n---\ntitle: A\n---\n", [("entete-absent", 1)]),
        ("---\ntitle: A\n\n## Une partie\n", [("entete-non-ferme", 1)]),
        ("---\ntitle: A\n\n## Une partie\n\n---\n\nUne suite.\n", [("entete-non-ferme", 1)]),
        ("---\n- une liste\n---\n", [("entete-illisible", 2)]),
        ("---\ntitle: [a\n---\n", [("entete-illisible", 2)]),
        ("---\ntitle: A\n...\n", []),
        ("---\n---\n", []),
    ],
)
def test_what_keeps_a_header_from_being_read_is_told(text: str, expected: list[tuple[str, int]]) -> None:
    assert rules(text) == expected


def test_a_header_that_is_never_closed_still_gives_its_keys() -> None:
    text = "---\ntitle: A\ntags: b\n\n## Une partie\n"
    assert given(text) == {"title": "A", "tags": "b"}
    lines = text.split("\n")
    assert lines[split(lines)[1] :] == ["", "## Une partie", ""]


@pytest.mark.parametrize(
    "text",
    [
        "---\na: &a [*a]\n---\n",
        "---\na: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n",
        f"---\na: {'[' * 20_000}\n---\n",
        f"---\na: {'x' * 70_000}\n---\n",
        "---\n? [a]\n: b\n---\n",
        '---\na: "\\ud800"\n---\n',
        "---\na: !!python/object:os.system x\n---\n",
        "---\na: 2026-13-45\n---\n",
        "---\na: \x07\n---\n",
    ],
)
def test_what_would_harm_a_yaml_reader_is_read_or_told(text: str) -> None:
    assert len(header(text).entries) + len(header(text).troubles) > 0

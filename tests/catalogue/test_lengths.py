"""How much a page may hold: so much, and not one sign more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guides_api.catalogue.lengths import (
    DEEPEST,
    LONGEST_PAGE,
    LONGEST_PARAGRAPH,
    MOST_BRACKETS,
    MOST_DEFINITIONS,
    MOST_TAGS,
    excesses,
)

Made = Callable[[int], str]
FILE, PARAGRAPH, DEPTH = "fichier-trop-gros", "paragraphe-trop-long", "trop-imbrique"
NESTED = f"plus de {DEEPEST} niveaux de listes ou de citations, les uns dans les autres."
LIMITS: dict[str, tuple[Made, int, str, str]] = {
    "a page": (
        lambda count: ("a\n\n" * count)[:count],
        LONGEST_PAGE,
        FILE,
        "le texte compte 100001 caractères, 100000 au plus.",
    ),
    "tags": (lambda count: "<\n\n" * count, MOST_TAGS, FILE, "le texte compte 2001 signes « < », 2000 au plus."),
    "a paragraph": (
        lambda count: "a\n" + "a" * (count - 2),
        LONGEST_PARAGRAPH,
        PARAGRAPH,
        "ce paragraphe compte 10001 caractères, 10000 au plus.",
    ),
    "brackets": (
        lambda count: "[" * count,
        MOST_BRACKETS,
        PARAGRAPH,
        "ce paragraphe compte 301 crochets « [ », 300 au plus.",
    ),
    "tags of a paragraph": (
        lambda count: "<\n" * count,
        MOST_BRACKETS,
        PARAGRAPH,
        "ce paragraphe compte 301 signes « < », 300 au plus.",
    ),
    "definitions": (
        lambda count: "a\n" + ": b\n" * count,
        MOST_DEFINITIONS,
        PARAGRAPH,
        "ce paragraphe compte 101 définitions, 100 au plus.",
    ),
    "quotes": (lambda count: "> " * count + "a", DEEPEST, DEPTH, NESTED),
    "lists in quotes": (lambda count: "> - 1. 2) " * (count // 4) + "* " * (count % 4) + "a", DEEPEST, DEPTH, NESTED),
    "spaces": (lambda count: " " * count + "a", 60, DEPTH, "cette ligne commence par plus de 60 espaces."),
}


@pytest.mark.parametrize("what", LIMITS)
def test_a_page_may_hold_so_much_and_no_more(what: str) -> None:
    made, most, rule, message = LIMITS[what]
    assert list(excesses(made(most))) == []
    (excess,) = excesses(made(most + 1))
    assert (excess.line, excess.rule, excess.message) == (1, rule, message)
    assert excess.remedy


def test_each_paragraph_that_is_too_long_is_told_at_its_first_line() -> None:
    long = "[" * (MOST_BRACKETS + 1)
    text = f"a\n\nb\n{long}\n\n\nc\n\n{long}\n"
    assert [(excess.line, excess.rule) for excess in excesses(text)] == [(3, PARAGRAPH), (9, PARAGRAPH)]


def test_what_is_too_deep_is_told_at_its_own_line() -> None:
    assert [excess.line for excess in excesses(f"a\n\nb\n{'> ' * (DEEPEST + 1)}c\n\n- d\n")] == [4]


def test_what_only_looks_like_a_list_is_none() -> None:
    assert list(excesses("-" * 80 + "\n\n" + "* " * DEEPEST + "\n\n" + "a - " * 50)) == []

"""What a reader reads of a page's plain Markdown, told from code, markup, addresses and attributes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides_api.pages.reading import Reading

# « O » is read, « X » is not; each text says so itself.
TEXTS = {
    "words": "O, **O** et *O*",
    "two lines": "O\nO",
    "heading": "## O { #X }",
    "fence": "O\n\n```\nX\n```\n\nO",
    "indented code": "O\n\n    X\n\nO",
    "backticks": "O `X` O",
    "comment": "O <!-- X --> O",
    "HTML code": "O <code>X</code> O",
    "tag": '<p title="X">O</p>',
    "tag over two lines": '<p title="X"\n  lang="X">O</p>',
    "tag with another sign inside": '<p title="a > X">O</p>',
    "tag in single quotes": "<p title='a > X'>O</p>",
    "tag that holds nothing": '<img alt="X" src="X"/> O',
    "tag that holds code": '<p title="`X` X">O</p>',
    "drawing": "<svg viewBox='X'><text>X</text>\n<g>X</g></svg> O",
    "drawing with a comment": "<svg><!-- X --><text>X</text></svg> O",
    "two drawings": "<svg>X</svg> O <svg>X</svg>",
    "sign that opens no tag": "3 < O et O > 2",
    "link": "[O](X) O",
    "link with a title": '[O](X "X") O',
    "link with brackets": "[O](X(X)X) O",
    "link of code": "[`X`](X) O",
    "image": "![O](X) O",
    "link by reference": "[O][X] O",
    "link by the reference of its words": "[X][] O\n\n[X]: X",
    "link by its words alone": "[X] O\n\n[X]: X",
    "words between brackets": "[O] et O",
    "definition of a link": "O\n\n[X]: X 'X'\n\nO",
    "definition of a link in a quote": "> [X]: X\n>\n> O",
    "mark of a footnote": "O[^X] O",
    "footnote": "O\n\n[^X]: O",
    "address": "O https://exemple.fr/X O",
    "address between signs": "O <https://exemple.fr/X> O",
    "mail address between signs": "O <mailto:X> O",
    "mail address with an apostrophe": "O <mailto:l'X> O",
    "attributes": "O {: .X }\n\nO {#X}\n\nO {: #X .X X='X' }",
    "attributes without class nor anchor": "O {: X='X' }\n\nO { X='X' }",
    "braces of a sentence": "O {O} O",
    "edges of a block": "/// html | p.X\n\nO\n\n///",
    "options of a block": '/// html | p\n    markdown: X\n    attrs: {"X": "X"}\n\nO\n\n///',
    "block in a quote": "> /// html | p.X\n> O\n> ///",
    "longer edges": "//// html | p.X\n\nO\n\n////",
    "two slashes": "// O // O",
    "tag that opens in code": "O `<p` O `>` O",
    "code around markup": "`X` [O](X) O `X` <b>O</b> [O](X) O `X`",
    "definition": "O\n:   O",
    "colon after code": "`X` : O",
    "table": "| O | O |\n|---|---|\n| O | O |",
    "entity": "O&X;O",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_words_are_told_from_the_rest(text: str) -> None:
    reading = Reading(text)
    for offset, sign in enumerate(text):
        if sign in "XO":
            assert reading.reads(offset) is (sign == "O"), f"{sign} at {offset}: {text!r}"


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("a\n:   b", ":   "),
        ("> a\n> : b", "> : "),
        ("| a |\n|:--|", "|:--|"),
        ("a | b\n--: | :-:", "--: | :-:"),
        ("[^1]: b", "[^1]:"),
        ("a</b> c", "</b>"),
        ("a &nbsp; b", "&nbsp;"),
        ("a &#160; b", "&#160;"),
        ("a &#xA0; b", "&#xA0;"),
    ],
)
def test_marks_that_are_no_punctuation_are_not_read(text: str, unread: str) -> None:
    reading = Reading(text)
    start = text.index(unread)
    assert [text[at] for at in range(len(text)) if not reading.reads(at)] == list(unread)
    assert start in {first for first, _ in reading.spans}


@pytest.mark.parametrize("text", ["`a` : b", "**a** : b", "a : b", "l&#39;eau", "R&D ; a & b;", "a - b", "a | b", "-"])
def test_punctuation_is_read(text: str) -> None:
    reading = Reading(text)
    assert all(reading.reads(at) for at in range(text.rfind("`") + 1, len(text)))


def test_nothing_is_unread_in_an_empty_text() -> None:
    assert Reading("").spans == []
    assert Reading("").reads(0)


@given(
    st.lists(st.sampled_from([*TEXTS.values(), "<!-- a -->", "`a`", "<svg>", "</svg>", '<p title="', '">', "](", ")"]))
)
def test_what_stands_in_a_stretch_that_is_not_read_is_not(pieces: list[str]) -> None:
    text = " ".join(pieces)
    reading = Reading(text)
    for start, end in reading.spans:
        assert not reading.reads(start), text[start:end]
        assert not reading.reads(end - 1), text[start:end]

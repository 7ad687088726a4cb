"""Code and comments mean what they say: no component is looked for there, and everywhere else one is."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides_api.pages.code_spans import code_spans

# « X » stands in code, « O » outside; each text says so itself.
TEXTS = {
    "fence": "O\n\n```\nX\n```\n\nO",
    "fence with a language": "O\n\n```html\nX\n```\nO",
    "fence of tildes": "~~~\nX\n~~~\nO",
    "longer fence": "````\nX\n```\nX\n````\nO",
    "fence that the other kind doesn't close": "```\nX\n~~~\nX\n```\nO",
    "unclosed fence": "O\n\n```\nX\n\nX",
    "fence in a list": "- O\n\n    ```\n    X\n    ```\n\n- O",
    "fence on a list's line": "- ```\n  X\n  ```\n- O",
    "fence in a quote": "> ```\n> X\n> ```\n>\n> O",
    "backticks with backticks in their info are no fence": "```a`b\nO\n",
    "indented code": "O\n\n    X\n\n    X\n\nO",
    "indented code at the start": "    X\n\nO",
    "tab-indented code": "O\n\n\tX\n\nO",
    "no indented code in a paragraph": "O\n    O\n",
    "a list item's own indent": "- O\n\n    O\n\n        X\n\nO",
    "a nested list": "- O\n\n    - O\n\n        O\n\n            X\n",
    "an ordered list": "1. O\n\n    O\n\n2. O",
    "inline": "O `X` O",
    "inline with two backticks": "O ``X ` X`` O",
    "inline over a line end": "O `X\nX` O",
    "inline never over a blank line": "O ` O\n\nO ` O",
    "a single backtick": "O ` O",
    "an escaped backtick": r"O \`O` O",
    "comment": "O <!-- X --> O",
    "comment over lines": "O\n\n<!--\nX\n\nX\n-->\n\nO",
    "two comments": "<!-- X --> O <!-- X -->",
    "pre": "<pre>\nX\n</pre>\n\nO",
    "pre with attributes": '<pre class="a">X</pre> O',
    "code": "O <code>X</code> O",
    "script and style": "<script>X</script>O<style>X</style>O",
    "a comment in code": "`<!--` O `-->` O",
    "a fence in a comment": "<!--\n\n```\nX\n\n-->\n\nX",
    "code in a fence": "```\n`X\n```\nO `X` O",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_code_is_told_from_the_rest(text: str) -> None:
    spans = code_spans(text)
    for offset, sign in enumerate(text):
        if sign in "XO":
            assert any(start <= offset < end for start, end in spans) is (sign == "X"), f"{sign} at {offset}: {text!r}"


@given(st.text(alphabet="`~ \n\t->1.ab<!pre/>", max_size=80))
def test_spans_are_sorted_apart_and_inside_the_text(text: str) -> None:
    spans = code_spans(text)
    assert list(spans) == sorted(spans)
    for start, end in spans:
        assert 0 <= start < end <= len(text)
    for (_, end), (start, _) in itertools.pairwise(spans):
        assert end <= start

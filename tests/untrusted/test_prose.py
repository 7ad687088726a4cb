"""What is written in a page never acts: it is refused, or becomes words, however it is disguised as code."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pages.drawn import PAGE
from tests.untrusted.disguised import ACTS, DISGUISES, drawn

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.lengths import excesses
from guides_api.catalogue.problems import Severity
from guides_api.pages.active import active
from guides_api.pages.destinations import Destinations
from guides_api.pages.links import link_mistakes
from guides_api.pages.raw_html import html_mistakes

FILES = frozenset({"index.md", PAGE})
PIECE = st.builds(str.replace, st.sampled_from(DISGUISES), st.just("{}"), st.sampled_from(ACTS))
BETWEEN = st.sampled_from(("\n\n", "\n", " ", "", "`", "\n    ", "\n> ", "\n- "))
TEXT = st.lists(st.tuples(PIECE, BETWEEN), min_size=1, max_size=4).map(lambda pairs: "".join(a + b for a, b in pairs))


def no_anchors(_path: str) -> None:
    """Say nothing of anchors."""


def acts(text: str, catalogue: Catalogue) -> list[str] | None:
    """Return what a page's prose does that it may not; None where the check of its text refuses it."""
    found = (*html_mistakes(text), *link_mistakes(text, PAGE, Destinations(FILES, no_anchors)))
    if any(excesses(text)) or any(mistake.severity is Severity.ERROR for mistake in found):
        return None
    html = drawn(text, catalogue)
    return None if html is None else active(html)


@settings(max_examples=150)
@given(TEXT)
def test_no_prose_acts(catalogue: Catalogue, text: str) -> None:
    assert not acts(text, catalogue)


@pytest.mark.long
@settings(max_examples=5_000)
@given(TEXT)
def test_no_prose_acts_in_the_long_run(catalogue: Catalogue, text: str) -> None:
    assert not acts(text, catalogue)


@pytest.mark.long
def test_each_act_in_each_disguise_is_refused_or_does_nothing(catalogue: Catalogue) -> None:
    found = {(act, disguise): acts(disguise.replace("{}", act), catalogue) for act in ACTS for disguise in DISGUISES}
    assert {pair: what for pair, what in found.items() if what} == {}
    accepted = sum(what is not None for what in found.values())
    print(f"{len(found)} déguisements, dont {accepted} acceptés comme du texte")  # noqa: T201
    assert accepted > 100

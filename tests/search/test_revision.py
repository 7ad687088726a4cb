"""An index made again from an earlier one: the same, byte for byte, as if it were the first."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.search import synthetic
from tests.search.built import Index
from tests.search.test_index import ANSWERS, page

from guides_api.pages.search import index
from guides_api.pages.search.entry import Entry, entry
from guides_api.pages.search.phrases import Phrases
from guides_api.pages.search.revision import made
from guides_api.pages.search.state import Source

NAMES = ("a", "b", "m/index", "z")
PHRASES = (Phrases.of([["quotient familial", "QF"]]), Phrases.of([["tarif", "prix"], ["cantine"]]))
# Pages like those that change, and enough of them for how long pages are on average to change seldom.
OTHERS = {
    **{
        f"k{number}": f"<h1>Guide {number}</h1><p>La cantine, les prix, un élève.</p><p>Le tarif, les prix, le QF.</p>"
        f"<h2 id='t'>Les tarifs</h2><p>La cantine.</p><h3 id='n'>Le prix numéro {number}</h3><p>Un prix.</p>"
        for number in range(16)
    },
    "faq": f"<h1>Questions</h1><p>Toutes nos réponses.</p>{ANSWERS}",
}

headings = st.sampled_from(["Le tarif", "Les prix", "La cantine", "Le quotient familial", "Question 3 ?"])
sentences = st.lists(
    st.sampled_from(["cantine", "cantines", "FranceConnect", "QF", "art. L. 114-8", "prix", "élève", "la", "<br>"]),
    min_size=1,
    max_size=6,
).map(" ".join)
parts = st.builds("<h2 id='{0}'>{0}</h2><p>{1}</p>".format, headings, sentences)
bodies = st.builds("<h1>{}</h1><p>{}</p>{}".format, headings, sentences, st.lists(parts, max_size=3).map("".join))
layouts = st.sampled_from(["guide", "news"])
pages = st.fixed_dictionaries({}, optional=dict.fromkeys(NAMES, st.tuples(bodies, layouts)))
# A page becomes another one, or is no more; or its HTML stays and what is said of it elsewhere changes.
edits = st.tuples(st.sampled_from([*NAMES, "faq"]), bodies | st.none() | st.just("the same"), layouts)


def sources(bodies: Mapping[str, tuple[str, str]]) -> list[Source]:
    return [Source(page(name, layout), html, partial(entry, html)) for name, (html, layout) in bodies.items()]


def edited(
    pages: Mapping[str, tuple[str, str]], name: str, html: str | None, layout: str
) -> dict[str, tuple[str, str]]:
    others = {other: known for other, known in pages.items() if other != name}
    if html is None:
        return others
    if html != "the same":
        return {**others, name: (html, layout)}
    return {**others, name: (pages[name][0], layout)} if name in pages else others


def with_others(**bodies: str) -> list[Source]:
    return sources({name: (html, "guide") for name, html in {**OTHERS, **bodies}.items()})


@pytest.mark.parametrize("rounded", [index._rounded, lambda _: 4.0], ids=["true means", "means that never change"])
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no failure
@given(start=pages, steps=st.lists(edits, min_size=1, max_size=4))
def test_after_each_edit_the_index_is_that_of_the_first_time(
    rounded: Callable[[float], float],
    start: dict[str, tuple[str, str]],
    steps: list[tuple[str, str | None, str]],
) -> None:
    now = {name: (html, "guide") for name, html in OTHERS.items()} | start
    with mock.patch.object(index, "_rounded", rounded):
        _, kept = made(sources(now), PHRASES[0], None)
        for step in steps:
            now = edited(now, *step)
            files, kept = made(sources(now), PHRASES[0], kept)
            assert (files, kept) == made(reversed(sources(now)), PHRASES[0], None)


def test_other_synonyms_are_told_of_all_pages() -> None:
    found = with_others(a="<h1>Le QF</h1>")
    _, kept = made(found, PHRASES[0], None)
    assert made(found, PHRASES[1], kept) == made(found, PHRASES[1], None)


def unread() -> Entry:
    raise AssertionError


def changed(before: str, after: str, *, other: str = "") -> Index:
    """Return the index once a page has changed; only that page may be read again, and `other` where one is given."""
    first = with_others(a=before, b=other)
    _, kept = made(first, PHRASES[0], None)
    now = [
        source if source.page.path in ("a.md", "b.md"[: len(other)]) else Source(source.page, source.mark, unread)
        for source in with_others(a=after, b=other)
    ]
    return Index(made(now, PHRASES[0], kept)[0])


def test_only_pages_whose_words_changed_are_read_again() -> None:
    found = changed("<h1>Le tarif</h1><p>La cantine.</p>", "<h1>Le tarif</h1><p>Un hapax.</p>")
    assert found.pages_with("hapax") == ["a/"]
    assert found.pages_with("cantin") == sorted(f"k{number}/" for number in range(16))


def test_a_heading_that_another_page_takes_up_is_told_of_no_page() -> None:
    one, two = (f"<h1>Le tarif</h1><p>La cantine.</p><h2 id='p'>{title}</h2>" for title in ("Prix", "Un QF"))
    found = changed(two, one, other=one)
    assert [record[4:] for record in found.records if record[0] in ("a/", "b/")] == [[], []]
    found = changed(one, two, other=one)
    assert [record[4:] for record in found.records if record[0] in ("a/", "b/")] == [[["p", "Un QF"]], [["p", "Prix"]]]


def test_a_sentence_more_leaves_most_files_as_they_were() -> None:
    found = synthetic.pages(200, 40)
    before, kept = made(found, PHRASES[0], None)
    opening = found[7].read().opening
    longer = replace(opening, fields={**opening.fields, "body": f"{opening.fields['body']} un mot de plus"})
    after, _ = made(
        [*found[:7], Source(found[7].page, "longer", lambda: Entry(longer, ())), *found[8:]], PHRASES[0], kept
    )
    assert 0 < len(after.keys() - before.keys()) < len(after) / 2


def test_what_is_kept_can_be_put_away() -> None:
    _, kept = made(with_others(), PHRASES[0], None)
    assert pickle.loads(pickle.dumps(kept)) == kept  # noqa: S301  our own

"""Which pages a word leads to first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from types import MappingProxyType

from tests.search.built import Index

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.vocabulary import Synonyms, Term
from guides_api.pages.page import HOME, Crumb, SitePage
from guides_api.pages.search.entry import entry
from guides_api.pages.search.found import searchable
from guides_api.pages.search.phrases import Phrases, synonyms
from guides_api.pages.search.revision import made
from guides_api.pages.search.state import Source

NONE = Phrases.of([])
FILLER = "d’autres mots que celui que l’on cherche, assez nombreux pour faire un paragraphe entier"


def page(name: str, layout: str = "guide", *, noindex: bool = False, written: bool = False) -> SitePage:
    return SitePage(
        path=f"{name}.md",
        title=name,
        description=f"Sur {name}.",
        layout=layout,
        edits="-",
        values={},
        trail=(HOME, Crumb("Guides", "guides/index.md")),
        noindex=noindex,
        written=written,
    )


def index(pages: Iterable[tuple[SitePage, str]], phrases: Phrases = NONE) -> Index:
    return Index(made([Source(known, html, partial(entry, html)) for known, html in pages], phrases, None)[0])


def of(phrases: Phrases = NONE, **bodies: str) -> Index:
    return index([(page(name), html) for name, html in bodies.items()], phrases)


def test_a_title_says_more_than_a_heading_a_lead_a_text_and_a_link() -> None:
    said = of(
        a=f"<h1>Cantine</h1><p>{FILLER}</p>",
        b=f"<h1>Autre</h1><p>La cantine, {FILLER}</p>",
        c=f"<h1>Autre</h1><p>{FILLER}</p><h2 id='c'>Cantine</h2>",
        d=f"<h1>Autre</h1><p>{FILLER}</p><p>Une cantine, {FILLER}</p>",
        e=f"<h1>Autre</h1><p>{FILLER}</p><p><a href='a/'>Cantine</a>, {FILLER}</p>",
    ).levels("cantin")
    assert list(said) == ["a/", "b/", "c/", "d/", "e/"]
    assert said["a/"] > said["b/"] > said["d/"] > said["e/"]
    assert said["a/"] > said["c/"] >= said["d/"]


def test_a_word_says_more_of_a_short_text_and_less_and_less_when_repeated() -> None:
    said = of(
        court="<h1>Un</h1><p>Rien.</p><p>La cantine.</p>",
        long=f"<h1>Un</h1><p>Rien.</p><p>La cantine. {FILLER * 9}</p>",
        dix=f"<h1>Un</h1><p>Rien.</p><p>{'cantine ' * 10}</p>",
        cent=f"<h1>Un</h1><p>Rien.</p><p>{'cantine ' * 100}</p>",
    ).levels("cantin")
    assert said["court/"] > said["long/"]
    assert ord(said["cent/"]) - ord(said["dix/"]) <= 1


def test_what_dates_or_leads_elsewhere_is_worth_less_than_a_guide() -> None:
    html = "<h1>Cantine</h1>"
    said = index((page(layout, layout), html) for layout in ("guide", "news", "tag", "news_archive")).levels("cantin")
    assert said["guide/"] > said["news/"] == said["tag/"] > said["news_archive/"]


def test_two_words_that_follow_each_other_in_a_title_are_a_term() -> None:
    found = of(a="<h1>Revenu de solidarité</h1><p>Un.</p><p>Prime de rentrée</p>")
    assert found.pages_with("revenu solidair") == ["a/"]
    assert found.pages_with("prim rentr") == []


def test_a_group_of_phrases_is_a_term_wherever_one_of_them_stands() -> None:
    phrases = Phrases.of([["quotient familial", "QF"], ["crèche", "EAJE"]])
    found = of(
        phrases,
        a="<h1>Quotients familiaux</h1>",
        b="<h1>Le QF</h1>",
        c="<h1>Le quotient</h1>",
        d="<h1>Crèches</h1>",
    )
    assert found.pages_with("=0") == ["a/", "b/"]
    assert found.pages_with("=1") == ["d/"]


def test_synonyms_are_those_of_the_glossary_and_those_of_the_search(catalogue: Catalogue) -> None:
    fixed = {"source": "source-exemple", "checked_on": "2026-08-31"}
    terms = [
        Term(id="caf", name="CAF", full="caisse d’allocations familiales (branche famille)", definition="-", **fixed),
        Term(id="mot", name="mot", definition="-", **fixed),
    ]
    groups = [Synonyms(id="caf", words=("CAF", "CNAF"))]
    spoken = catalogue.__class__(
        **{
            **{name: getattr(catalogue, name) for name in catalogue.__dataclass_fields__},
            "glossary": MappingProxyType({term.id: term for term in terms}),
            "synonyms": MappingProxyType({group.id: group for group in groups}),
        }
    )
    assert list(synonyms(spoken)) == [
        ("CAF", "caisse d’allocations familiales"),
        ("CAF", "caisse d’allocations familiales", "CNAF"),
    ]


ANSWERS = "".join(f"<h3 id='q{number}'>Question {number} ?</h3><p>Réponse {number}.</p>" for number in range(25))


def test_a_page_of_many_answers_gives_each_of_them() -> None:
    found = of(faq=f"<h1>Questions</h1><p>Tout.</p>{ANSWERS}")
    assert [address for address, *_ in found.records] == ["faq/", *(f"faq/#q{number}" for number in range(25))]
    assert found.records[4] == ["faq/#q3", "Question 3 ?", "faq", "Réponse 3."]
    assert found.records[0] == ["faq/", "faq", "Guides", "Tout."]
    assert found.pages_with("3") == ["faq/#q3"]
    assert found.start["answers"] == [[0, 25]]


def test_parts_that_other_pages_have_too_are_no_answers() -> None:
    records = of(one=f"<h1>Un</h1>{ANSWERS}", two=f"<h1>Deux</h1>{ANSWERS}<h2 id='s'>À part</h2>").records
    assert [address for address, *_ in records] == ["one/", "two/"]
    assert [headings for _, _, _, _, *headings in records] == [[], [["s", "À part"]]]


def test_a_page_is_described_by_its_lead_or_by_what_is_said_of_it_elsewhere() -> None:
    assert of(a="<h1>A</h1><p>Son début.</p>", b="<h1>B</h1>").records == [
        ["a/", "a", "Guides", "Son début."],
        ["b/", "b", "Guides", "Sur b."],
    ]


def test_steps_of_a_route_are_not_found_but_what_people_write_is() -> None:
    assert searchable(page("a"))
    assert searchable(page("a", written=True))
    assert searchable(page("a", noindex=True, written=True))
    assert not searchable(page("a", noindex=True))


def test_misspelt_words_may_stand_for_the_common_ones_and_those_of_titles() -> None:
    found = of(
        Phrases.of([["parking", "stationnement"]]),
        a="<h1>Habilitation</h1><p>Un.</p><p>Les habilitations, une crèche, un hapax, la cantine.</p>",
        b="<h1>Autre</h1><p>Deux.</p><p>habilitations habilitations cantine 12345 xy</p>",
    )
    assert {"habilitation", "cantine", "parking", "stationnement"} <= found.spellings.keys()
    assert {"habilitations", "hapax", "crèche", "12345", "xy", "les"}.isdisjoint(found.spellings)

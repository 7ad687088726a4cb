"""Which pages a word leads to first."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.vocabulary import Synonyms, Term
from guides_api.pages.page import HOME, Crumb, SitePage
from guides_api.pages.search.entry import entry
from guides_api.pages.search.found import Found, found, searchable
from guides_api.pages.search.index import index
from guides_api.pages.search.phrases import Phrases, synonyms

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


def levels(pages: list[Found], term: str, phrases: Phrases = NONE) -> Mapping[str, str]:
    """Return the level of a term in each page that holds it, by its address."""
    return {pages[rank].address: level for rank, level in index(pages, phrases).postings.get(term, ())}


def of(**bodies: str) -> list[Found]:
    return list(found((page(name), entry(html)) for name, html in bodies.items()))


def test_a_title_says_more_than_a_heading_a_lead_a_text_and_a_link() -> None:
    said = levels(
        of(
            a=f"<h1>Cantine</h1><p>{FILLER}</p>",
            b=f"<h1>Autre</h1><p>La cantine, {FILLER}</p>",
            c=f"<h1>Autre</h1><p>{FILLER}</p><h2 id='c'>Cantine</h2>",
            d=f"<h1>Autre</h1><p>{FILLER}</p><p>Une cantine, {FILLER}</p>",
            e=f"<h1>Autre</h1><p>{FILLER}</p><p><a href='a/'>Cantine</a>, {FILLER}</p>",
        ),
        "cantin",
    )
    assert list(said) == ["a/", "b/", "c/", "d/", "e/"]
    assert said["a/"] > said["b/"] > said["d/"] > said["e/"]
    assert said["a/"] > said["c/"] >= said["d/"]


def test_a_word_says_more_of_a_short_text_and_less_and_less_when_repeated() -> None:
    said = levels(
        of(
            court="<h1>Un</h1><p>Rien.</p><p>La cantine.</p>",
            long=f"<h1>Un</h1><p>Rien.</p><p>La cantine. {FILLER * 9}</p>",
            dix=f"<h1>Un</h1><p>Rien.</p><p>{'cantine ' * 10}</p>",
            cent=f"<h1>Un</h1><p>Rien.</p><p>{'cantine ' * 100}</p>",
        ),
        "cantin",
    )
    assert said["court/"] > said["long/"]
    assert ord(said["cent/"]) - ord(said["dix/"]) <= 1


def test_what_dates_or_leads_elsewhere_is_worth_less_than_a_guide() -> None:
    html = "<h1>Cantine</h1>"
    pages = list(found((page(layout, layout), entry(html)) for layout in ("guide", "news", "tag", "news_archive")))
    said = levels(pages, "cantin")
    assert said["guide/"] > said["news/"] == said["tag/"] > said["news_archive/"]


def test_two_words_that_follow_each_other_in_a_title_are_a_term() -> None:
    pages = of(a="<h1>Revenu de solidarité</h1><p>Un.</p><p>Prime de rentrée</p>")
    assert set(levels(pages, "revenu solidair")) == {"a/"}
    assert levels(pages, "prim rentr") == {}


def test_a_group_of_phrases_is_a_term_wherever_one_of_them_stands() -> None:
    phrases = Phrases.of([["quotient familial", "QF"], ["crèche", "EAJE"]])
    pages = of(
        a="<h1>Quotients familiaux</h1>",
        b="<h1>Le QF</h1>",
        c="<h1>Le quotient</h1>",
        d="<h1>Crèches</h1>",
    )
    assert set(levels(pages, "=0", phrases)) == {"a/", "b/"}
    assert set(levels(pages, "=1", phrases)) == {"d/"}


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
    pages = of(faq=f"<h1>Questions</h1><p>Tout.</p>{ANSWERS}")
    assert [item.address for item in pages] == ["faq/", *(f"faq/#q{number}" for number in range(25))]
    assert (pages[4].title, pages[4].kind, pages[4].description) == ("Question 3 ?", "faq", "Réponse 3.")
    assert pages[0].headings == ()
    assert levels(pages, "3").keys() == {"faq/#q3"}


def test_parts_that_other_pages_have_too_are_no_answers() -> None:
    pages = of(one=f"<h1>Un</h1>{ANSWERS}", two=f"<h1>Deux</h1>{ANSWERS}<h2 id='s'>À part</h2>")
    assert [item.address for item in pages] == ["one/", "two/"]
    assert [item.headings for item in pages] == [(), (("s", "À part"),)]


def test_a_page_is_described_by_its_lead_or_by_what_is_said_of_it_elsewhere() -> None:
    assert [item.description for item in of(a="<h1>A</h1><p>Son début.</p>", b="<h1>B</h1>")] == [
        "Son début.",
        "Sur b.",
    ]
    assert of(a="<h1>A</h1>")[0].kind == "Guides"


def test_steps_of_a_route_are_not_found_but_what_people_write_is() -> None:
    assert searchable(page("a"))
    assert searchable(page("a", written=True))
    assert searchable(page("a", noindex=True, written=True))
    assert not searchable(page("a", noindex=True))


def test_misspelt_words_may_stand_for_the_common_ones_and_those_of_titles() -> None:
    pages = of(
        a="<h1>Habilitation</h1><p>Un.</p><p>Les habilitations, une crèche, un hapax, la cantine.</p>",
        b="<h1>Autre</h1><p>Deux.</p><p>habilitations habilitations cantine 12345 xy</p>",
    )
    written = index(pages, Phrases.of([["parking", "stationnement"]])).written
    assert {"habilitation", "cantine", "parking", "stationnement"} <= set(written)
    assert {"habilitations", "hapax", "crèche", "12345", "xy", "les"}.isdisjoint(written)

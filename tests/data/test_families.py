"""The content is whole: nothing that the data names lacks its page, nothing that is written is out of reach."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from tests import build, dom
from tests.example import TODAY

from guides_api.catalogue.load import read
from guides_api.catalogue.written import Guide
from guides_api.pages.addresses import address, public_path
from guides_api.pages.gone import LAYOUT
from guides_api.pages.links import links
from guides_api.pages.project import Project
from guides_api.pages.tags import parse, walk

CATALOGUE, _ = read(build.ROOT, TODAY)
USE_CASE_GUIDES = {guide.use_case: guide for guide in CATALOGUE.guides.values() if guide.use_case}
# The parts of a use case's guide, in order, and the component that each of them draws from the data.
ANATOMY = {
    "Pour qui": "Publics",
    "Les papiers que vous ne demandez plus": "",
    "Un exemple": "Steps",
    "Les API et leurs données": "ApiTable",
    "Ne demander que le nécessaire": "",
    "Les textes qui vous y autorisent": "LegalBasis",
    "Faut-il une délibération ?": "",
    "Votre logiciel et son éditeur": "Editors",
    "Faire la demande": "DataPass",
    "Les erreurs à éviter": "",
    "Et maintenant": "NextSteps",
}
NOT_RULED = {"portail-gru-preremplissage", "portail-gru-instruction"}
TRANSVERSAL = {
    "annuaire-des-entreprises",
    "choisir-un-editeur",
    "comment-ca-marche",
    "deliberation",
    "demande-datapass",
    "devenir-editeur",
    "formulaire-quotient-familial",
    "franceconnect",
    "identite-pivot",
    "impot-particulier",
    "informer-les-usagers",
    "prerequis-techniques",
    "proactivite",
    "statistiques-cnaf",
    "vie-etudiante",
}
ACRONYM = re.compile(r"(?<![\w’'-])[A-Z][A-Z0-9]{1,}(?![\w-])")
NOT_EXPLAINED = {"HTML", "II", "SITIV", "YAML"}


def test_every_use_case_has_its_guide_and_no_guide_has_another() -> None:
    assert USE_CASE_GUIDES.keys() == CATALOGUE.use_cases.keys()


@pytest.mark.parametrize("name", USE_CASE_GUIDES)
def test_the_guide_of_a_use_case_has_the_anatomy_of_all(name: str) -> None:
    parts = dict(parts_of(USE_CASE_GUIDES[name]))
    titles = [next((part for part in ANATOMY if title.startswith(part)), title) for title in parts]
    assert titles == list(ANATOMY)
    for (title, text), component in zip(parts.items(), ANATOMY.values(), strict=True):
        drawn = {element.name: element.attributes for element in walk(parse(text)[0])}
        if component and not (component == "ApiTable" and name in NOT_RULED):
            assert component in drawn, title
            assert drawn[component].get("use_case", name) == name, title
        assert len(text.split()) > 15, title


@pytest.mark.parametrize("name", sorted(NOT_RULED))
def test_a_use_case_without_ruling_says_whom_to_ask(name: str) -> None:
    use_case = CATALOGUE.use_cases[name]
    assert [*use_case.apis.required, *use_case.apis.useful, *use_case.apis.unjustified] == []
    assert "<Contact" in dict(parts_of(USE_CASE_GUIDES[name]))["Les API et leurs données"]


@pytest.mark.parametrize("name", sorted(TRANSVERSAL))
def test_a_subject_that_concerns_all_has_its_guide(name: str) -> None:
    guide = CATALOGUE.guides[name]
    assert guide.publish
    assert guide.publics, "« publics » dit à qui il s’adresse"
    assert "## Et maintenant" in guide.body


def test_there_is_no_other_guide() -> None:
    assert CATALOGUE.guides.keys() == TRANSVERSAL | USE_CASE_GUIDES.keys()


def test_every_guide_is_long_enough_to_help_and_short_enough_to_be_read() -> None:
    lengths = {guide.id: len(guide.body.split()) for guide in CATALOGUE.guides.values()}
    assert {name: length for name, length in lengths.items() if not 500 < length < 1900} == {}


def test_every_api_has_its_page_with_words_of_its_own() -> None:
    assert {f"content/{api.path}" for api in CATALOGUE.apis.values()} == {api.file for api in CATALOGUE.apis.values()}
    bodies = [api.body.strip() for api in CATALOGUE.apis.values()]
    assert len(set(bodies)) == len(bodies)
    assert [body for body in bodies if len(body.split()) < 8] == []


def test_every_public_has_its_page_with_use_cases(real: Project) -> None:
    for public in CATALOGUE.publics.values():
        assert public_path(public.id) in real.pages
        assert CATALOGUE.use_cases_for(public.id), public.id


def test_every_question_is_answered_sourced_and_has_its_own_anchor() -> None:
    body = CATALOGUE.pages["faq.md"].body
    questions = re.split(r"^### ", body, flags=re.MULTILINE)[1:]
    assert len(questions) >= 25
    anchors = []
    for question in questions:
        title, _, rest = question.partition("\n")
        found = re.fullmatch(r"[^{]+ \? \{ #([a-z0-9-]+) \}", title)
        assert found, title
        anchors.append(found[1])
        answer = rest.split("\n## ")[0].strip()
        assert re.search(r"<(Source|Fact|LegalText) id=", answer), title
        assert 8 < len(answer.split()) < 160, title
    assert len(set(anchors)) == len(anchors)


def test_news_tell_each_year_that_counts_and_what_became_of_the_announcements() -> None:
    years = {article.year for article in CATALOGUE.news.values()}
    assert {"2018", "2024"} <= years
    assert len(CATALOGUE.news) >= 6
    assert all(article.categories and article.tags for article in CATALOGUE.news.values())


@pytest.mark.parametrize("guide", [pytest.param(guide, id=guide.id) for guide in CATALOGUE.guides.values()])
def test_every_acronym_of_a_guide_is_in_the_glossary(guide: Guide) -> None:
    explained = {form for term in CATALOGUE.glossary.values() for form in term.forms}
    text = re.sub(r"```.*?```|`[^`]*`|<[^>]*>|\]\([^)]*\)", " ", guide.body, flags=re.DOTALL)
    named = {word for editor in CATALOGUE.editors.values() for word in ACRONYM.findall(editor.name)}
    solutions = {word for _, solution in CATALOGUE.solutions() for word in ACRONYM.findall(solution.name)}
    providers = {word for provider in CATALOGUE.providers.values() for word in ACRONYM.findall(provider.name)}
    known = explained | named | solutions | providers | NOT_EXPLAINED
    assert sorted(set(ACRONYM.findall(text)) - known) == []


def test_no_written_page_is_an_orphan() -> None:
    linked = {
        posixpath.normpath(posixpath.join(posixpath.dirname(page.path), link.target.partition("#")[0]))
        for page in CATALOGUE.written()
        for link in links(page.body)
        if not urlsplit(link.target).scheme
    }
    listed = {page.path for page in CATALOGUE.written() if not page.path.endswith("index.md")} - set(CATALOGUE.pages)
    alone = {page.path for page in CATALOGUE.written()} - linked - listed - {"index.md"}
    assert alone == set()


def test_every_listed_page_is_three_clicks_from_home_at_most(site: Path, real: Project) -> None:
    clicks = clicks_from_home(site)
    here = [page for page in real.pages.values() if page.layout != LAYOUT]  # only old links lead to the others
    far = {page.path: clicks.get(address(page.path)) for page in here}
    assert {path: count for path, count in far.items() if count is None} == {}
    listed = {page.path for page in real.pages.values() if page.listed}
    assert {path: far[path] for path in listed if (far[path] or 0) > 3} == {}
    assert max(count or 0 for count in far.values()) <= 4


def clicks_from_home(site: Path) -> dict[str, int]:
    """Return how many clicks each address is from home, through any link of a page."""
    found, now, count = {"": 0}, [""], 0
    while now:
        count += 1
        after = {target for place in now for target in targets(site, place)} - found.keys()
        found |= dict.fromkeys(after, count)
        now = sorted(after)
    return found


@cache
def targets(site: Path, place: str) -> frozenset[str]:
    tree, _ = dom.read((site / place / "index.html").read_text(encoding="utf-8"))
    base = f"https://site.example.org/{place}"
    hrefs = (urljoin(base, link.attributes.get("href", "")).partition("#")[0] for link in tree.all("a"))
    inside = (
        href.removeprefix("https://site.example.org/") for href in hrefs if href.startswith("https://site.example.org/")
    )
    return frozenset(path for path in inside if (site / path / "index.html").is_file())


def parts_of(guide: Guide) -> Iterator[tuple[str, str]]:
    """Yield the title and the text of each part of a guide."""
    for part in re.split(r"^## ", guide.body, flags=re.MULTILINE)[1:]:
        title, _, text = part.partition("\n")
        yield re.sub(r" \{.*\}$", "", title), text

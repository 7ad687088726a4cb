"""« Puis-je accéder ? », walked over its links from the first question to every end."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from tests import dom
from tests.build import ROOT
from tests.example import FILES, TODAY, write
from tests.pages.drawn import as_html

from guides_api.catalogue.applicants import Applicant, Eligibility
from guides_api.catalogue.editors import Solution
from guides_api.catalogue.models import Ruling, UseCase
from guides_api.pages.addresses import use_case_path
from guides_api.pages.gone import LAYOUT
from guides_api.pages.project import Project, load_project
from guides_api.pages.typography import typographic_words

START, MOST_PAGES = "orientation/index.md", 170
DATAPASS = "https://datapass.api.gouv.fr"
FORM = f"{DATAPASS}/formulaires/{{}}/demande/nouveau"
COLLECTION = f"{DATAPASS}/demandes/formulaire-qf/nouveau"
REAL = load_project(ROOT, TODAY)
CATALOGUE = REAL.catalogue
STEPS = sorted(
    path
    for path, page in REAL.pages.items()
    if path.startswith("orientation/") and path != START and page.layout != LAYOUT
)
PAIRS = [
    pytest.param(use_case, solution, id=f"{use_case.id}/{solution.form}")
    for use_case in CATALOGUE.use_cases.values()
    for _, solution in CATALOGUE.solutions_for(use_case.id)
]
CASES = pytest.mark.parametrize("use_case", CATALOGUE.use_cases.values(), ids=CATALOGUE.use_cases)


@cache
def drawn(path: str) -> dom.Element:
    return dom.read(as_html(REAL.pages[path].markdown(CATALOGUE)))[0]


def hrefs(element: dom.Element) -> list[str]:
    return [link.attributes["href"] for link in element.all("a")]


def of_class(path: str, name: str, *tags: str) -> list[dom.Element]:
    return [item for item in drawn(path).all(*tags) if name in item.attributes.get("class", "").split()]


def target(path: str, href: str) -> str:
    """Return the file that a link of a page leads to, whether it names the file or its address."""
    below = posixpath.normpath(posixpath.join(posixpath.dirname(path), href.partition("#")[0]))
    if below.endswith(".md"):
        return below
    folder = posixpath.join(path.removesuffix("index.md").removesuffix(".md"), href)
    below = posixpath.normpath(folder)
    return below + ".md" if below + ".md" in REAL.pages else f"{below}/index.md"


@cache
def options(path: str) -> list[str]:
    """Return the steps that a page offers, the ways to change an answer aside."""
    back = {id(link) for answers in of_class(path, "answers", "nav") for link in answers.all("a")}
    found = [
        target(path, link.attributes["href"]) for link in drawn(path).all("a") if id(link) not in back and here(link)
    ]
    return [step for step in found if step.startswith("orientation/")]


def here(link: dom.Element) -> bool:
    return not link.attributes["href"].startswith(("https:", "mailto:", "#"))


def followed(so_far: tuple[str, ...] = (START,)) -> Iterator[tuple[str, ...]]:
    """Yield every path from the first question to a page that offers no other step."""
    steps = dict.fromkeys(options(so_far[-1]))
    if not steps:
        yield so_far
    for step in steps:
        assert step not in so_far, f"a loop: {so_far} then {step}"
        yield from followed((*so_far, step))


@cache
def paths() -> list[tuple[str, ...]]:
    return list(followed())


@cache
def is_end(path: str) -> bool:
    return bool(of_class(path, "verdict", "div"))


def test_every_page_is_reached_and_they_are_not_too_many() -> None:
    assert {step for path in paths() for step in path} == {START, *STEPS}
    assert len(STEPS) < MOST_PAGES


def test_every_path_ends_with_a_result_and_every_result_is_an_end_or_leads_to_one() -> None:
    assert len(paths()) > 500
    assert [path for path in paths() if not is_end(path[-1])] == []
    assert max(len([step for step in path if not is_end(step)]) for path in paths()) == 4


@pytest.mark.parametrize("path", STEPS)
def test_a_result_gives_a_verdict_its_reason_and_a_way_on(path: str) -> None:
    if not is_end(path):
        assert options(path)
        return
    (verdict,) = of_class(path, "verdict", "div")
    assert re.match("Oui|Non|Peut-être", verdict.one("h1").text)
    assert len(verdict.all("p")[0].text) > 30
    found = hrefs(drawn(path))
    assert [href for href in found if href.startswith(DATAPASS) or "guides/" in href]
    assert [href for href in found if href.startswith("mailto:")]


@pytest.mark.parametrize("path", STEPS)
def test_a_step_says_where_it_stands_and_recalls_the_answers(path: str) -> None:
    page = REAL.pages[path]
    assert page.noindex
    assert not page.listed
    place = [item.text for item in of_class(path, "step", "p")]
    assert len(place) == (0 if is_end(path) else 1)
    assert is_end(path) or page.title.startswith(f"{place[0]} : ")
    answers = [item for nav in of_class(path, "answers", "nav") for item in nav.all("li")]
    assert answers or path == "orientation/cas.md"
    backs = [target(path, href) for item in answers for href in hrefs(item)]
    assert len(backs) == len(answers)
    assert [back for back in backs if back not in REAL.pages or back == path] == []


def test_titles_are_unique_on_the_whole_site() -> None:
    titles = [page.title for page in REAL.pages.values()]
    of_steps = [page.title for path, page in REAL.pages.items() if path.startswith("orientation/")]
    assert [title for title in of_steps if titles.count(title) > 1] == []


@pytest.mark.parametrize("record", CATALOGUE.applicants.values(), ids=CATALOGUE.applicants)
def test_whoever_asks_is_told_at_once_whether_they_may(record: Applicant) -> None:
    path = f"orientation/{record.id}.md"
    assert path in options(START)
    if record.refused:
        assert of_class(path, "verdict--no", "div")
        assert {target(path, href) for href in hrefs(drawn(path))} >= {way.page for way in record.ways}
    else:
        (told,) = of_class(path, "eligible", "p")
        assert told.text.startswith("Oui" if record.eligible is Eligibility.YES else "Peut-être")
    assert read_aloud(record.reason or "") in drawn(path).text


@CASES
def test_each_public_reaches_its_use_cases_and_no_others(use_case: UseCase) -> None:
    concerned = {public.id for public in CATALOGUE.publics_of(use_case)}
    case = f"orientation/cas/{use_case.id}.md"
    before = {path[path.index(case) - 1] for path in paths() if case in path} - {"orientation/cas.md"}
    leading = {step.removesuffix(".md").split("/")[1] for step in before}
    expected = set()
    for applicant in CATALOGUE.applicants.values():
        members = {member for public in applicant.publics for member in CATALOGUE.publics[public].includes or (public,)}
        expected |= {applicant.id} if members & concerned else set()
    assert leading == expected
    assert expected


@pytest.mark.parametrize(("use_case", "solution"), PAIRS)
def test_a_solution_s_result_leads_to_its_own_form_and_asks_for_the_rest_only(
    use_case: UseCase, solution: Solution
) -> None:
    form = solution.form
    path = f"orientation/cas/{use_case.id}/{form}.md"
    assert path in options(f"orientation/cas/{use_case.id}.md")
    assert [href for href in hrefs(drawn(path)) if href.startswith(DATAPASS)] == [FORM.format(form)]
    assert target_of_guide(path) == use_case_path(use_case.id)
    needed = [item.name for item in CATALOGUE.prerequisites.values() if not item.prefilled]
    assert at_hand(path) == [read_aloud(name) for name in needed]
    assert "Déjà dans le formulaire de l’éditeur" in drawn(path).text


def test_there_is_a_result_for_each_solution_and_use_case() -> None:
    results = [path for path in REAL.pages if path.startswith("orientation/cas/") and "/api-" in path]
    assert len(results) == len(PAIRS) > 70


@CASES
def test_a_team_s_result_leads_to_the_generic_forms_with_their_conditions(use_case: UseCase) -> None:
    path = f"orientation/cas/{use_case.id}/equipe.md"
    if path not in REAL.pages:
        path = f"orientation/cas/{use_case.id}.md"  # an exception: nobody else may integrate
        assert use_case.id == "editeur"
    links = {
        link.attributes["href"]: link.text
        for link in drawn(path).all("a")
        if link.attributes["href"].startswith(DATAPASS)
    }
    assert list(links) == [FORM.format(form.id) for form in use_case.forms]
    assert all(form.when is None or read_aloud(form.when) in links[FORM.format(form.id)] for form in use_case.forms)
    assert at_hand(path) == [read_aloud(item.name) for item in CATALOGUE.prerequisites.values()]


@CASES
def test_nobody_to_integrate_is_answered_by_what_serves_the_use_case(use_case: UseCase) -> None:
    path = f"orientation/cas/{use_case.id}/sans-integration.md"
    if use_case.id == "editeur":
        assert path not in REAL.pages
        return
    leads = {target(path, href) for href in hrefs(drawn(path)) if not href.startswith(DATAPASS)}
    forms = [href for href in hrefs(drawn(path)) if href.startswith(DATAPASS)]
    quotient = CATALOGUE.ruling(use_case, "cnav/quotient_familial") in (Ruling.REQUIRED, Ruling.USEFUL)
    assert forms == ([COLLECTION] if quotient else [])
    assert ("guides/formulaire-quotient-familial.md" in leads) is quotient
    assert ("guides/annuaire-des-entreprises.md" in leads) is (use_case.bundle == "api-entreprise")
    if quotient:
        assert "De quoi intégrer l’API" not in at_hand(path)
        ruled = CATALOGUE.ruling(use_case, "cnav/quotient_familial")
        word = {Ruling.REQUIRED: "indispensable", Ruling.USEFUL: "utile"}[ruled]
        assert f"« Quotient familial CAF & MSA », {word} pour cette démarche" in drawn(path).text
        sure = "communes" in {public.id for public in CATALOGUE.publics_of(use_case)}
        assert bool(of_class(path, "verdict--yes", "div")) is sure
        assert bool(of_class(path, "caution", "p"))
    elif use_case.bundle == "api-particulier":
        assert "n’y est classée ni indispensable ni utile" in drawn(path).text
        assert of_class(path, "verdict--maybe", "div")


@pytest.mark.parametrize("bundle", CATALOGUE.bundles)
def test_who_finds_no_use_case_is_led_to_the_free_request(bundle: str) -> None:
    free = f"orientation/libre/{bundle}.md"
    assert f"{DATAPASS}/demandes/{bundle}/nouveau" in hrefs(drawn(free))
    choices = [step for step in STEPS if step.endswith(f"/{bundle}.md") and of_class(step, "step--3", "p")]
    assert len(choices) > 6
    assert [step for step in choices if free not in options(step)] == []


def test_a_public_without_use_case_in_a_bundle_goes_straight_to_the_free_request() -> None:
    assert options("orientation/aom.md") == [
        "orientation/aom/api-particulier.md",
        "orientation/libre/api-entreprise.md",
    ]
    assert "aucun cas d’usage connu" in drawn("orientation/aom.md").text


def test_a_software_with_two_forms_is_named_with_each(tmp_path: Path) -> None:
    write(tmp_path)
    solution = FILES["data/editors.yaml"].partition("      - name: Logiciel")[2]
    twin = f"      - name: Logiciel{solution}".replace("bouquet-exemple-logiciel", "bouquet-exemple-autre")
    (tmp_path / "data/editors.yaml").write_text(FILES["data/editors.yaml"] + twin, encoding="utf-8")
    project: Project = load_project(tmp_path, TODAY)
    titles = [page.title for path, page in project.pages.items() if path.startswith("orientation/cas/aide-exemple/bo")]
    assert len(set(titles)) == 2
    assert all("(Éditeur Exemple, bouquet-exemple-" in title for title in titles)


def at_hand(path: str) -> list[str]:
    return [
        item.all("strong")[0].text.removesuffix(".")
        for found in of_class(path, "prerequisites", "ul")
        for item in found.all("li")
    ]


def target_of_guide(path: str) -> str:
    (card,) = of_class(path, "rich-link", "p")
    return target(path, card.one("a").attributes["href"])


def read_aloud(text: str) -> str:
    return " ".join(typographic_words(text).split())

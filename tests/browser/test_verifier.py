"""The page that reads a délibération: what it finds in many texts, what it shows, and that nothing leaves it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import PATIENCE, watched
from tests.browser.test_accessibility import violations
from tests.build import ROOT, asset
from tests.example import TODAY

from guides_api.catalogue.deliberation import Mention, Sign, Wording
from guides_api.catalogue.load import read

ADDRESS = "/deliberation/verifier/"
ERROR = "Collez d’abord un texte, ou essayez avec un exemple."
CATALOGUE, _ = read(ROOT, TODAY)
RECORDS: list[Mention | Sign | Wording] = [
    *CATALOGUE.mentions.values(),
    *CATALOGUE.signs.values(),
    *CATALOGUE.wordings.values(),
]
EXAMPLES = [text for record in RECORDS for text in (*record.catches, *record.passes)]
CORPUS = sorted((ROOT / "tests/golden/deliberations").glob("*.txt"))
HUGE = ("le quotient familial ", "ne sera pas demandé le RSA, ", "ne ne selon tarif de ", "- a :\n", "x@", "<b>A.B.")
KEPT = ("finalité", "sans finalité", "formulations")
# What the rules find in each text: ids of data with a purpose and without, of wordings, and of all rules that count.
READ = """async ([address, texts]) => {
  const { analysed } = await import(address)
  const rules = JSON.parse(document.querySelector("[data-rules]").textContent)
  return texts.map(text => {
    const { data, denied, wordings, remarks } = analysed(text, rules)
    const ids = list => list.map(item => item.id).sort()
    const signs = [...data.flatMap(datum => [datum.asked, datum.purpose]), ...denied].map(item => item?.sign)
    return {
      "finalité": ids(data.filter(datum => datum.purpose)),
      "sans finalité": ids(data.filter(datum => !datum.purpose)),
      formulations: ids(wordings),
      fired: [...ids(data), ...ids(wordings), ...signs],
      remarks,
    }
  })
}"""
Answers = dict[str, dict[str, Any]]


def split(case: Path) -> tuple[str, str]:
    """Return the text of a délibération, and what a careful reader says of it."""
    text, _, expected = case.read_text(encoding="utf-8").partition("===\n")
    return text, expected


@pytest.fixture(scope="module")
def answers(browser: Browser, address: str, site: Path) -> Iterator[Answers]:
    """What is found in each text, all read by one page."""
    context = browser.new_context(base_url=address)
    context.set_default_timeout(PATIENCE)
    elsewhere = watched(context)
    page = context.new_page()
    page.goto(ADDRESS)
    texts = [*EXAMPLES, *(split(case)[0] for case in CORPUS)]
    yield dict(zip(texts, page.evaluate(READ, [asset(site, "javascripts/verify-analysis.js"), texts]), strict=True))
    context.close()
    assert elsewhere == []


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case.stem)
def test_a_deliberation_is_read_as_a_careful_reader_does(case: Path, answers: Answers) -> None:
    text, expected = split(case)
    found = answers[text]
    told = {key: sorted(ids.split(", ")) for key, ids in (line.split(" : ") for line in expected.splitlines())}
    assert {key: found[key] for key in KEPT if found[key]} == told
    assert found["remarks"] == len(told.get("sans finalité", [])) + len(told.get("formulations", []))


def test_the_corpus_holds_good_texts_and_bad_ones() -> None:
    remarked = [case for case in CORPUS if any(word in split(case)[1] for word in KEPT[1:])]
    assert len(remarked) > 30
    assert len(CORPUS) - len(remarked) > 40


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: f"{type(record).__name__} {record.id}")
def test_a_rule_catches_what_it_says_and_lets_the_rest_pass(record: Mention | Sign | Wording, answers: Answers) -> None:
    assert [text for text in record.catches if record.id not in answers[text]["fired"]] == []
    assert [text for text in record.passes if record.id in answers[text]["fired"]] == []


def verify(page: Page, text: str) -> None:
    page.goto(ADDRESS)
    page.get_by_label("Le texte de votre délibération").fill(text)
    page.get_by_role("button", name="Vérifier", exact=True).click()


def test_each_remark_quotes_the_sentence_and_says_what_to_write(page: Page) -> None:
    verify(page, split(ROOT / "tests/golden/deliberations/the_bad_example_of_the_guide.txt")[0])
    heading = page.get_by_role("heading", name="Ce que dit le texte")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    cards = page.locator(".finding")
    expect(cards).to_have_count(3)
    quotes = page.locator(".finding blockquote").all_inner_texts()
    assert all("utiliser API Particulier pour consommer les données CAF" in quote for quote in quotes)
    assert page.locator(".finding mark").all_inner_texts() == [
        "API Particulier",
        "données CAF",
        "simplifier la démarche",
    ]
    assert all("Écrivez plutôt." in text for text in cards.all_inner_texts())
    expect(page.locator("[data-findings]")).to_contain_text("Aucune donnée connue de cette page n’est nommée")


def test_data_are_told_with_their_purpose_or_with_examples_of_one(page: Page) -> None:
    verify(page, "Le prix dépend du quotient familial. Le service demande l’adresse ; le RSA n’est pas demandé.")
    summary = page.locator("[data-summary]")
    expect(summary).to_have_text("2 données reconnues, 1 sans finalité trouvée, 0 formulation à revoir.")
    missing, found, denied = (page.locator(f".finding--{kind}") for kind in ("missing", "found", "denied"))
    expect(missing).to_contain_text("Adresse du foyer")
    expect(missing.locator("blockquote")).to_have_text("Le service demande l’adresse ;")
    expect(missing).to_contain_text("appliquer un tarif différent aux habitants du territoire")
    assert (
        missing.get_by_role("link", name="Impôt particulier").get_attribute("href")
        == "../../api/dgfip/impot-particulier/"
    )
    expect(found).to_contain_text("Finalité trouvée")
    assert found.locator("mark").all_inner_texts() == ["dépend du quotient familial"]
    expect(denied).to_have_text("Revenu de solidarité active (RSA)")


def test_the_use_case_tells_of_apis_that_are_unjustified_or_elsewhere(page: Page) -> None:
    verify(page, "Le service demande le quotient familial, le statut d’étudiant et le revenu fiscal de référence.")
    expect(page.locator(".finding .caution")).to_have_count(0)
    page.get_by_label("Votre cas d’usage").select_option("tarification-municipale-enfance")
    told = {
        card.locator("h4").inner_text(): card.locator(".caution").all_inner_texts()
        for card in page.locator(".finding").all()
    }
    assert told["Quotient familial"] == []
    assert "injustifiées" in told["Statut d’étudiant"][0]
    assert "Aucune API du bouquet" in told["Revenu fiscal de référence"][0]


def test_verifying_sends_nothing_and_keeps_nothing(page: Page) -> None:
    page.goto(ADDRESS)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    address = page.url
    page.get_by_label("Le texte de votre délibération").fill("Secret : le service demande le quotient familial.")
    page.get_by_role("button", name="Vérifier", exact=True).click()
    expect(page.locator(".finding")).to_have_count(1)
    page.get_by_label("Votre cas d’usage").select_option("ccas")
    page.get_by_role("button", name="Essayer un texte suffisant").click()
    expect(page.locator(".finding--found")).to_have_count(3)
    assert asked == []
    assert page.url == address
    assert "Secret" not in json.dumps(page.context.storage_state())
    page.reload()
    expect(page.get_by_label("Le texte de votre délibération")).to_have_value("")


def test_html_in_the_text_is_shown_as_text(page: Page) -> None:
    hostile = "<img src=x onerror=alert(1)><b>Le service demande l’adresse</b> & le <script>RSA</script>."
    verify(page, hostile)
    assert page.locator(".finding blockquote").first.inner_text() == hostile
    assert page.locator(".verdict :is(img, b, script)").count() == 0


def test_no_text_of_200_kilobytes_freezes_the_page(page: Page) -> None:
    page.goto(ADDRESS)
    summary = page.locator("[data-summary]")
    for piece in HUGE:
        text = piece * (200_000 // len(piece))
        page.locator("#verify-text").evaluate("(field, text) => { field.value = text }", text)
        page.get_by_role("button", name="Vérifier", exact=True).click()
        expect(summary).to_contain_text("reconnue", timeout=PATIENCE)
        assert len(page.locator(".verdict").inner_text()) < 20_000
        page.get_by_role("main").get_by_role("button", name="Effacer").click()
        expect(summary).to_be_hidden()


def test_the_good_example_has_no_remark_and_the_vague_one_has_many(page: Page) -> None:
    page.goto(ADDRESS)
    page.get_by_role("button", name="Essayer un texte suffisant").click()
    expect(page.locator("[data-summary]")).to_contain_text("0 sans finalité trouvée, 0 formulation")
    expect(page.locator("[data-findings]")).to_contain_text("Cela ne vaut pas accord")
    page.get_by_role("button", name="Essayer un texte trop vague").click()
    expect(page.locator(".finding--missing")).to_have_count(3)
    assert page.locator(".finding--wording").count() > 3


def test_an_empty_text_is_asked_for_and_clearing_takes_all_away(page: Page) -> None:
    page.goto(ADDRESS)
    field = page.get_by_label("Le texte de votre délibération")
    page.get_by_role("button", name="Vérifier", exact=True).click()
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile(rf"^{re.escape(ERROR)} Collez-le en entier"))
    page.get_by_role("button", name="Essayer un texte trop vague").click()
    expect(page.locator("#verify-error")).to_be_hidden()
    page.get_by_role("main").get_by_role("button", name="Effacer").click()
    expect(field).to_have_value("")
    expect(field).to_be_focused()
    expect(page.locator(".verdict")).to_be_hidden()
    assert page.locator(".finding").count() == 0


HINT = (
    "Collez-le en entier, articles et annexes compris. Il reste dans cette page : rien n’est envoyé, rien n’est gardé."
)


def test_a_text_in_which_nothing_is_known_gets_a_helpful_answer(page: Page) -> None:
    verify(page, "Le conseil adopte le procès-verbal de la séance précédente.")
    expect(page.locator("[data-findings]")).to_contain_text("Deux raisons possibles")


@pytest.mark.parametrize("settings", [{"viewport": {"width": 360, "height": 740}}], ids=["at 360 pixels"])
def test_the_keyboard_alone_reads_a_text(page: Page) -> None:
    page.goto(ADDRESS)
    page.get_by_label("Le texte de votre délibération").focus()
    page.keyboard.insert_text("Le service demande l’adresse.")
    names = []
    for _ in range(4):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.textContent.trim().split('\\n')[0].slice(0, 28)"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert names[:2] == ["Essayer un texte trop vague", "Essayer un texte suffisant"]
    assert names[3] == "Vérifier"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ce que dit le texte")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.finding a')")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_findings(scheme: str, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.goto(ADDRESS)
    page.get_by_label("Votre cas d’usage").select_option("stationnement-residentiel")
    page.get_by_label("Le texte de votre délibération").fill(
        "Le prix dépend du quotient familial. Le service demande le RSA et toutes les données ; "
        "l’AAH n’est pas demandée."
    )
    page.get_by_role("button", name="Vérifier", exact=True).click()
    assert page.locator(".finding").count() == 4
    assert violations(page) == []


def test_only_the_findings_and_their_limits_are_printed(page: Page) -> None:
    verify(page, "Le service demande l’adresse.")
    page.emulate_media(media="print")
    expect(page.locator(".finding")).to_be_visible()
    expect(page.get_by_role("heading", name="Ce que cet outil ne peut pas juger")).to_be_visible()
    for part in ("form.verifier", "[data-print]", "#comment-il-lit", ".wording >> nth=0", ".next-steps"):
        expect(page.locator(part)).to_be_hidden()


@pytest.mark.parametrize("settings", [{"java_script_enabled": False}], ids=["without JavaScript"])
def test_without_javascript_the_page_says_so_and_shows_what_to_do(page: Page) -> None:
    page.goto(ADDRESS)
    main = page.get_by_role("main")
    expect(main.locator("noscript .callout__title")).to_be_visible()
    expect(main.locator("noscript .callout__title")).to_have_text("Cet outil a besoin de JavaScript")
    expect(main.locator("noscript a").first).to_have_attribute("href", "../")
    assert [main.locator(f"{control}:visible").count() for control in ("textarea", "select", "button")] == [0, 0, 0]
    expect(main.get_by_text("Toutes les données", exact=True)).to_be_visible()
    assert page.locator("form.verifier").evaluate("form => form.getBoundingClientRect().height") == 0

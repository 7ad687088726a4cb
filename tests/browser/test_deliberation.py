"""Preparing a délibération in a browser: what is ticked, and nothing else, is in the list, the text and the request."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.test_filters import WITHOUT_JAVASCRIPT

from guides_api.catalogue.asked import tickable
from guides_api.catalogue.datapass import DataPass, Prefill
from guides_api.pages.project import Project

CCAS = "/deliberation/ccas/"
QUOTIENT, CHILDREN, RSA = "cnaf_quotient_familial", "cnaf_enfants", "revenu_solidarite_active"
TAX = "impot-particulier-revenu-fiscal-de-reference"
NOT_RULED = "cnav_allocation_enfant_handicape"


def box(page: Page, datum: str) -> Locator:
    return page.locator(f"[data-choice] input[value={datum}]")


def of_all(found: Locator, attribute: str) -> list[str]:
    values: list[str] = found.evaluate_all("(parts, name) => parts.map(part => part.getAttribute(name))", attribute)
    return values


def ticked(page: Page) -> list[str]:
    return of_all(page.locator("[data-choice] input:checked"), "value")


def text(page: Page) -> str:
    return spaced(page.locator("[data-text]").inner_text())


def spaced(words: str) -> str:
    """Return words with ordinary spaces."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def lines(page: Page) -> list[str]:
    """Return the data whose lines are shown in the text."""
    return of_all(page.locator("[data-text] li[data-for]:visible"), "data-for")


def numbers(page: Page) -> list[str]:
    """Return the numbers of the articles that are shown."""
    titles = page.locator("[data-text] h3:visible").all_inner_texts()
    return [title.partition(". ")[0] for title in titles]


def requests(page: Page) -> list[str]:
    return of_all(page.locator("a[data-form]"), "href")


def expected_requests(real: Project, use_case: str, *scopes: str) -> list[str]:
    datapass = DataPass(real.catalogue.site.datapass_url)
    return [
        datapass.form(form.id, Prefill(scopes=scopes) if scopes else None)
        for form in real.catalogue.use_cases[use_case].forms
    ]


def tab_to(page: Page, datum: str) -> None:
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == datum:
            return
    pytest.fail(f"the keyboard does not reach {datum}")


def test_the_keyboard_ticks_at_360_pixels_and_the_text_and_the_request_follow(page: Page, real: Project) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(CCAS)
    assert ticked(page) == lines(page) == []
    assert requests(page) == expected_requests(real, "ccas")
    expect(page.locator("[data-count]")).to_have_text("Aucune donnée cochée")
    for datum in (QUOTIENT, CHILDREN):
        tab_to(page, datum)
        page.keyboard.press("Space")
        bottom, bar = page.evaluate(
            "[document.activeElement.getBoundingClientRect().bottom, "
            "document.querySelector('.choice__bar').getBoundingClientRect().top]"
        )
        assert bottom < bar
    expect(page.locator("[data-count]")).to_have_text("2 données cochées")
    assert lines(page) == [QUOTIENT, CHILDREN]
    assert requests(page) == expected_requests(real, "ccas", QUOTIENT, CHILDREN)
    assert "appliquer une grille de tarifs qui dépend du quotient familial" in text(page)
    assert "Adresse du foyer" not in text(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_unticking_removes_the_line_the_article_and_the_datum_of_the_request(page: Page, real: Project) -> None:
    page.goto(f"{CCAS}#donnees={QUOTIENT},{RSA}")
    assert "Article 4. Données reçues : Statut revenu de solidarité active (RSA)" in text(page)
    box(page, QUOTIENT).uncheck()
    assert lines(page) == [RSA]
    assert "Quotient familial" not in text(page)
    assert "Article 3. Données reçues : Statut revenu de solidarité active (RSA)" in text(page)
    assert requests(page) == expected_requests(real, "ccas", RSA)
    box(page, RSA).uncheck()
    assert requests(page) == expected_requests(real, "ccas")
    assert page.url.endswith(CCAS)


def test_the_list_holds_exactly_the_ticked_data(page: Page) -> None:
    page.goto(CCAS)
    asked = page.locator(".checks li[data-for]:visible")
    expect(asked).to_have_count(0)
    box(page, CHILDREN).check()
    expect(asked).to_have_count(1)
    expect(asked).to_contain_text("Identités enfants")
    expect(asked).to_contain_text("moduler un tarif ou une aide selon le nombre d’enfants")


def test_the_articles_are_numbered_without_a_gap_whatever_is_ticked(page: Page) -> None:
    page.goto(f"{CCAS}#donnees=prime_activite,{NOT_RULED},{TAX}")
    titles = numbers(page)
    assert titles == ["Article 1er", *(f"Article {number}" for number in range(2, 9))]


def test_a_shared_address_restores_the_choices_and_unfolds_them(page: Page, real: Project) -> None:
    page.goto(CCAS)
    box(page, QUOTIENT).check()
    page.locator("details.choice__part > summary").first.click()
    box(page, NOT_RULED).check()
    parts = urlsplit(page.url)
    assert (parts.query, parts.fragment) == ("", f"donnees={QUOTIENT},{NOT_RULED}")
    shared = page.context.new_page()
    shared.goto(page.url)
    assert ticked(shared) == [QUOTIENT, NOT_RULED]
    expect(box(shared, NOT_RULED)).to_be_visible()
    assert requests(shared) == expected_requests(real, "ccas", QUOTIENT, NOT_RULED)


def test_reloading_and_coming_back_keep_the_choices(page: Page) -> None:
    page.goto(CCAS)
    box(page, QUOTIENT).check()
    page.reload()
    assert ticked(page) == lines(page) == [QUOTIENT]
    page.locator(".next-steps a").first.click()
    page.wait_for_url("**/dossiers/ccas/")
    page.go_back()
    page.wait_for_url(f"**{CCAS}#donnees={QUOTIENT}")
    assert ticked(page) == lines(page) == [QUOTIENT]


def test_a_link_to_a_part_of_the_page_does_not_lose_the_choices(page: Page) -> None:
    page.goto(CCAS)
    box(page, QUOTIENT).check()
    page.locator(".choice__bar a", has_text="Le texte").click()
    page.wait_for_url(f"**{CCAS}#donnees={QUOTIENT}")
    expect(page.get_by_role("heading", name="Le texte à adapter")).to_be_in_viewport()
    assert lines(page) == [QUOTIENT]


@pytest.mark.parametrize("hash_", ["#donnees=inconnue", "#donnees=", "#liste", "#donnees=%22%3E%3Cb%3E"])
def test_an_address_that_names_nothing_known_ticks_nothing(hash_: str, page: Page) -> None:
    page.goto(f"{CCAS}{hash_}")
    assert ticked(page) == lines(page) == []


def test_unticking_everything_is_one_button(page: Page) -> None:
    page.goto(f"{CCAS}#donnees={QUOTIENT},{RSA}")
    page.get_by_role("button", name="Tout décocher").click()
    assert ticked(page) == lines(page) == []
    assert page.url.endswith(CCAS)


@pytest.mark.parametrize("settings", [{"permissions": ["clipboard-read", "clipboard-write"]}], ids=["clipboard"])
def test_the_text_is_copied_as_it_is_shown_and_the_page_says_so(page: Page) -> None:
    page.goto(f"{CCAS}#donnees={QUOTIENT}")
    page.get_by_role("button", name="Copier le texte").click()
    expect(page.get_by_role("status").filter(has_text="Texte copié")).to_be_visible()
    copied = spaced(page.evaluate("navigator.clipboard.readText()"))
    assert copied.startswith("[à compléter : nom de la collectivité]\n\nDélibération n° [à compléter")
    assert "\n\nArticle 1er. Objet\n\n" in copied
    assert "\n\n– Quotient familial CAF & MSA, pour [à compléter : la finalité" in copied
    assert "Revenu fiscal" not in copied
    shown = text(page)
    assert [line for line in copied.split("\n") if line.removeprefix("– ") not in shown] == []
    page.get_by_role("button", name="Copier l’adresse").click()
    expect(page.get_by_role("status").filter(has_text="Adresse copiée")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_a_copy_that_fails_says_what_to_do(page: Page) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error())")
    page.goto(CCAS)
    page.get_by_role("button", name="Copier le texte").click()
    expect(page.get_by_role("status").filter(has_text="sélectionnez le texte")).to_be_visible()


def test_what_is_asked_apart_never_enters_the_request_of_the_bundle(page: Page, real: Project) -> None:
    page.goto(CCAS)
    apart = page.get_by_role("heading", name="Impôt particulier : une autre demande")
    expect(apart).to_be_hidden()
    box(page, TAX).check()
    expect(apart).to_be_visible()
    assert lines(page) == [TAX]
    assert requests(page) == expected_requests(real, "ccas")
    expect(page.locator(".request div li")).to_have_count(2)


def test_every_box_of_every_page_asks_for_its_own_datum(page: Page, real: Project) -> None:
    for name in ("marches-publics", "portail-gru-instruction", "tarification-eaje", "editeur"):
        use_case = real.catalogue.use_cases[name]
        scopes = [scope for group in tickable(real.catalogue, use_case) for scope in group.scopes]
        page.goto(f"/deliberation/{name}/#donnees={','.join(scope.id for scope in scopes)}")
        assert lines(page) == [scope.id for scope in scopes], name
        (address,) = requests(page)
        asked = parse_qs(urlsplit(address).query)["scopes[]"]
        assert sorted(asked) == sorted(scope.id for scope in scopes if scope.official), name


@WITHOUT_JAVASCRIPT
def test_without_javascript_the_page_is_a_list_to_print(page: Page, real: Project) -> None:
    page.goto(CCAS)
    use_case = real.catalogue.use_cases["ccas"]
    plain = [scope.id for group in tickable(real.catalogue, use_case) if not group.folded for scope in group.scopes]
    assert of_all(page.locator("[data-choice] input:visible"), "value") == lines(page) == plain
    expect(page.locator(".checks li[data-for]:visible")).to_have_count(len(plain))
    assert requests(page) == expected_requests(real, "ccas")
    main = page.get_by_role("main")
    assert main.locator("button:visible").count() == 0
    titles = numbers(page)
    assert titles == ["Article 1er", *(f"Article {number}" for number in range(2, len(titles) + 1))]


def test_on_paper_the_choices_leave_room_to_what_follows_from_them(page: Page) -> None:
    page.goto(CCAS)
    page.emulate_media(media="print")
    expect(box(page, QUOTIENT)).to_be_visible()
    page.goto(f"{CCAS}#donnees={QUOTIENT}")
    page.reload()
    expect(box(page, QUOTIENT)).to_be_hidden()
    expect(page.locator(".checks li[data-for]:visible")).to_have_count(1)
    expect(page.get_by_role("button", name="Copier le texte")).to_be_hidden()

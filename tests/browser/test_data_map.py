"""The map of data: what choices leave, what they say, what they leave in the address; on every screen, by keyboard."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect
from tests.browser.test_filters import WITHOUT_JAVASCRIPT

from guides_api.catalogue.models import Api, UseCase
from guides_api.pages.addresses import address, use_case_path
from guides_api.pages.project import Project
from guides_api.pages.typography import typographic_words

# By the name of each choice in the address, and what is read beside it.
LABELS = {
    "public": "Public",
    "cas": "Cas d’usage",
    "fournisseur": "Fournisseur",
    "franceconnect": "FranceConnect",
}
SHOWN = """() => {
  const seen = element => element.checkVisibility()
  return [...document.querySelectorAll("table.map")].filter(seen).map(table => {
    const heads = [...table.tHead.rows[0].cells]
    return {
      heads: heads.filter(seen).slice(2).map(head => head.querySelector("a").pathname.slice(1)),
      rows: [...table.tBodies[0].rows].filter(seen).map(row => ({
        api: row.querySelector("th a").pathname.slice(1),
        cells: [...row.cells].slice(2).filter(seen).map(cell => cell.dataset.for),
      })),
    }
  })
}"""
ENDINGS = [
    "?cas=ccas&fournisseur=cnaf",
    "?franceconnect=only",
    "?public=regions&fournisseur=cnaf&franceconnect=possible",
    "?public=ccas&cas=tarification-transports",
    "?fournisseur=dgfip&franceconnect=possible",
    "?cas=inconnu&fournisseur=%22%3E%3Cb%3E",
]


def choice(page: Page, name: str) -> Locator:
    return page.get_by_label(LABELS[name], exact=True)


def status(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("status")


def asked(page: Page) -> dict[str, str]:
    return {name: choice(page, name).input_value() for name in LABELS}


def wanted(real: Project, chosen: dict[str, str]) -> list[tuple[list[Api], list[UseCase]]]:
    """Return the APIs and the use cases that choices leave, bundle by bundle, in any order."""
    catalogue = real.catalogue

    def suits(api: Api) -> bool:
        provider, state = chosen["fournisseur"], chosen["franceconnect"]
        return provider in ("", *api.providers) and state in ("", catalogue.franceconnect(api).value)

    def concerns(use_case: UseCase) -> bool:
        publics = [public.id for public in catalogue.publics_of(use_case)]
        return chosen["public"] in ("", *publics) and chosen["cas"] in ("", use_case.id)

    found = [
        (
            [api for api in catalogue.apis_of(bundle) if suits(api)],
            [use_case for use_case in catalogue.use_cases.values() if use_case.bundle == bundle and concerns(use_case)],
        )
        for bundle in catalogue.bundles
    ]
    return [(apis, use_cases) for apis, use_cases in found if apis and use_cases]


def test_an_address_shows_the_rows_and_the_columns_of_its_choices_and_says_how_many(page: Page, real: Project) -> None:
    for query in ENDINGS:
        page.goto(f"/donnees/{query}")
        expected = wanted(real, asked(page))
        tables = page.evaluate(SHOWN)
        assert [sorted(row["api"] for row in table["rows"]) for table in tables] == [
            sorted(address(api.path) for api in apis) for apis, _ in expected
        ], query
        for table, (_, use_cases) in zip(tables, expected, strict=True):
            assert table["heads"] == [address(use_case_path(use_case.id)) for use_case in use_cases], query
            names = [typographic_words(use_case.name) for use_case in use_cases]
            assert [row["cells"] for row in table["rows"]] == [names] * len(table["rows"]), query
        apis, columns = sum(len(apis) for apis, _ in expected), sum(len(found) for _, found in expected)
        expect(status(page)).to_have_text(f"{apis} API pour {columns} cas d’usage" if apis else "Aucune API classée")
        links = page.get_by_role("navigation", name="Parties de la carte").get_by_role("link").count()
        assert links == len(expected) + page.locator("#carte-sans-classement").is_visible() + 1, query


def test_the_addresses_above_meet_every_choice_and_a_table_left_empty(real: Project) -> None:
    assert {name for name in LABELS if any(f"{name}=" in query for query in ENDINGS)} == set(LABELS)
    nobody = {"public": "ccas", "cas": "tarification-transports", "fournisseur": "", "franceconnect": ""}
    assert wanted(real, nobody) == []
    assert len(wanted(real, dict.fromkeys(LABELS, ""))) == 2


def test_choices_add_up_stay_in_the_address_and_are_all_undone_by_one_button(page: Page, real: Project) -> None:
    page.goto("/donnees/?autre=1")
    everything = page.evaluate(SHOWN)
    assert sum(len(table["rows"]) for table in everything) == len(real.catalogue.apis) - 1
    choice(page, "public").select_option(label="Départements")
    choice(page, "fournisseur").select_option(label="CNAF")
    choice(page, "franceconnect").select_option(label="FranceConnect possible")
    assert page.url.endswith("/donnees/?autre=1&public=departements&fournisseur=cnaf&franceconnect=possible")
    narrowed = page.evaluate(SHOWN)
    assert len(narrowed) == 1
    assert 0 < len(narrowed[0]["rows"]) < len(real.catalogue.apis_of("api-particulier"))
    page.reload()
    assert page.evaluate(SHOWN) == narrowed
    page.get_by_role("button", name="Tout afficher").click()
    assert page.url.endswith("/donnees/?autre=1")
    assert set(asked(page).values()) == {""}
    assert page.evaluate(SHOWN) == everything


def test_what_is_classed_for_no_use_case_stays_under_a_public_and_goes_under_another_provider(page: Page) -> None:
    page.goto("/donnees/?public=communes")
    apart = page.locator("table.map-apart tbody tr:visible")
    assert apart.count() == 2
    choice(page, "franceconnect").select_option(label="FranceConnect requis")
    expect(apart).to_contain_text(["Nom de naissance"])
    choice(page, "franceconnect").select_option(label="Avec ou sans")
    choice(page, "fournisseur").select_option(label="DGFIP")
    expect(apart).to_contain_text(["Impôt particulier"])
    choice(page, "fournisseur").select_option(label="CNAF")
    expect(page.get_by_role("heading", name="Données sans classement")).to_be_hidden()


def test_the_keyboard_reaches_the_table_and_scrolls_it_both_ways_while_its_heads_stay(page: Page) -> None:
    page.set_viewport_size({"width": 900, "height": 800})
    page.goto("/donnees/")
    choice(page, "franceconnect").focus()
    region = page.get_by_role("region", name="API Particulier")
    for _ in range(10):
        page.keyboard.press("Tab")
        if region.evaluate("region => region === document.activeElement"):
            break
    expect(region).to_be_focused()
    assert region.evaluate("region => getComputedStyle(region).outlineStyle") != "none"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("PageDown")
    page.wait_for_function(
        "() => { const seen = document.activeElement; return seen.scrollLeft > 0 && seen.scrollTop > 300 }"
    )
    corner = region.locator("thead th").first
    box, frame = corner.bounding_box(), region.bounding_box()
    assert box
    assert frame
    assert abs(box["x"] - frame["x"]) <= 4
    assert abs(box["y"] - frame["y"]) <= 4


def test_on_a_wide_screen_the_page_scrolls_and_the_heads_stay(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/donnees/")
    region = page.get_by_role("region", name="API Particulier")
    assert region.evaluate("region => getComputedStyle(region).overflow") == "visible"
    assert region.evaluate("region => region.scrollWidth <= region.clientWidth")
    region.locator("tbody tr").nth(12).scroll_into_view_if_needed()
    head = region.locator("thead th").nth(4)
    page.wait_for_function("head => head.getBoundingClientRect().top < 100", arg=head.element_handle())
    assert head.evaluate("head => head.getBoundingClientRect().top") >= 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_on_a_phone_a_card_lists_its_use_cases_by_class_each_named_once(page: Page, real: Project) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/donnees/")
    card = page.locator("tr", has=page.get_by_role("link", name="Quotient familial CAF & MSA", exact=True)).first
    lines = card.evaluate("""card => [...card.querySelectorAll("td.ruling")]
      .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
      .map(cell => [cell.textContent, parseFloat(getComputedStyle(cell).fontSize) > 0])""")
    use_cases = [use_case for use_case in real.catalogue.use_cases.values() if use_case.bundle == "api-particulier"]
    assert len(lines) == len(use_cases)
    order = ["API indispensable", "API utile", "API injustifiée", "API non statuée"]
    words = [line[0] for line in lines]
    assert words == sorted(words, key=order.index)
    assert [word for word, seen in lines if seen] == list(dict.fromkeys(words))
    assert len(set(words)) == 3
    choice(page, "cas").select_option(value="tarification-transports")
    left = card.locator("td.ruling:visible")
    assert [cell.get_attribute("data-for") for cell in left.all()] == ["Tarification des transports"]
    assert left.evaluate("cell => parseFloat(getComputedStyle(cell).fontSize)") > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@WITHOUT_JAVASCRIPT
def test_without_javascript_the_whole_map_is_there_with_links_instead_of_choices(page: Page, real: Project) -> None:
    page.goto("/donnees/?public=communes")
    assert page.locator("table.map tbody tr:visible").count() == len(real.catalogue.apis) - 1
    form = page.locator("form[data-filter]")
    expect(form).to_be_hidden()
    page.get_by_role("link", name="Chercher autrement").click()
    page.locator("#carte-autrement").get_by_role("link", name="Communes", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Communes")


def test_a_datum_leads_back_to_the_map_and_its_file_comes_as_a_table(page: Page) -> None:
    page.goto("/donnees/cnaf-enfants/")
    page.get_by_role("link", name="Voir toutes les données sur la carte").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Carte des données")
    href = page.get_by_role("link", name="téléchargez la carte en CSV").evaluate("link => link.href")
    answer = page.request.get(href)
    assert answer.ok
    assert answer.body().startswith("\ufeffpublic_id;public;".encode())

"""Links that lead nowhere, wherever they are written, and addresses that nobody may write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests import dom, example
from tests.pages.drawn import as_html

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.problems import Severity
from guides_api.pages.components import On
from guides_api.pages.destinations import Destinations
from guides_api.pages.expand import expand
from guides_api.pages.links import link_mistakes, links, resolved
from guides_api.pages.project import load_project
from guides_api.pages.tags import Mistake

PAGE = "guides/exemple.md"
ANCHORS = {
    "guides/exemple.md": frozenset({"ici", "la-suite"}),
    "guides/voisin.md": frozenset({"partie"}),
    "api/index.md": frozenset({"la-liste"}),
}
FILES = frozenset(
    [*ANCHORS, "index.md", "guides/index.md", "api/organisme/donnee.md", "images/mon_dessin.svg", "documents/note.pdf"]
)
TO = Destinations(FILES, lambda path: ANCHORS.get(path, frozenset()))

# Each way to write a link: {} is where it leads.
KINDS = {
    "link": "[texte]({})",
    "link with a title": '[texte]({} "titre")',
    "link between angles": "[texte](<{}>)",
    "link on two lines": "[un texte\nsuite]({})",
    "link with brackets in it": "[un [texte]]({})",
    "link by reference": "[texte][nom]\n\n[nom]: {}",
    "link by reference between angles": "[texte][]\n\n[texte]: <{}>",
    "image": "![texte]({})",
    "image in a link": "[![texte]({})](../index.md)",
    "link around an image": "[![texte](../images/mon_dessin.svg)]({})",
    "HTML link": '<a href="{}">texte</a>',
    "HTML link in single quotes": "<a href='{}'>texte</a>",
    "HTML link without quotes": "<a href={}>texte</a>",
    "HTML link in capitals": '<a HREF="{}">texte</a>',
    "HTML link after another attribute": '<a title="a > b" href="{}">texte</a>',
    "HTML link on two lines": '<a class="x"\n   href="{}">texte</a>',
    "HTML image": '<img alt="" src="{}">',
    "HTML video": '<video controls poster="{}"></video>',
    "two addresses in one tag": '<video src="../documents/note.pdf" poster="{}"></video>',
    "Button": '<Button href="{}">texte</Button>',
    "RichLink": '<RichLink title="titre" href="{}">texte</RichLink>',
    "in a component": '<Callout title="titre">\n\n[texte]({})\n\n</Callout>',
    "in details": '<details>\n<summary><a href="{}">texte</a></summary>\n\nSuite.\n\n</details>',
    "in a table": "| a | b |\n|---|---|\n| c | [texte]({}) |",
    "in a list": "- a\n    - [texte]({})",
    "in a quote": "> [texte]({})",
    "in a heading": "## [texte]({})",
    "in bold": "**[texte]({})**",
    "after code": "`du code`\n\n```\nencore\n```\n\n[texte]({})",
}
GOOD = [
    "voisin.md",
    "voisin.md#partie",
    "index.md",
    "../index.md",
    "../api/index.md#la-liste",
    "../api/organisme/donnee.md",
    "../images/mon_dessin.svg",
    "../documents/note.pdf#page=2",
    "#ici",
    "exemple.md#ici",
    "https://exemple.fr/page?a=1&b=2#c",
    "mailto:support@exemple.fr",
    "tel:+33123456789",
    "%76oisin.md",
]
NOWHERE = [
    "absent.md",
    "../voisin.md",
    "../api/",
    "../api",
    "/api/",
    "/guides/voisin.md",
    "voisin/",
    "voisin",
    "voisin.md?page=2",
    "../images/absente.png",
    "/images/mon_dessin.svg",
    "../../etc/passwd",
    "../images",
]
REFUSED = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,bonjour",
    "vbscript:bonjour",
    "ftp://exemple.fr",
    "file:///etc/passwd",
    "https://[",
]
CODE = {
    "span": "Écrivez `{}` ainsi.",
    "double span": "``du `code` {} ``",
    "fence": "```html\n{}\n```",
    "fence in a list": "- a\n\n    ~~~\n    {}\n    ~~~",
    "fence in a quote": "> ```\n> {}\n> ```",
    "indented": "Avant.\n\n    {}",
    "comment": "<!-- {} -->",
    "pre": "<pre>{}</pre>",
}


def told(text: str, path: str = PAGE, to: Destinations = TO) -> list[Mistake]:
    return list(link_mistakes(text, path, to))


def rules(text: str) -> list[str]:
    return [mistake.rule for mistake in told(text)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_link_that_leads_somewhere_is_accepted(kind: str) -> None:
    for target in GOOD:
        text = KINDS[kind].format(target)
        assert target in [link.target for link in links(text)]
        assert rules(text) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_link_that_leads_nowhere_is_an_error_at_its_line(kind: str) -> None:
    for target in NOWHERE:
        text = "Avant.\n\n" + KINDS[kind].format(target)
        (mistake,) = told(text)
        assert mistake.rule == "lien-casse"
        assert f"« {target} »" in mistake.message
        assert mistake.severity is Severity.ERROR
        assert target in text.split("\n")[mistake.line - 1]


@pytest.mark.parametrize("kind", KINDS)
def test_an_anchor_that_its_page_lacks_is_an_error_at_its_line(kind: str) -> None:
    for target in ("#la-bas", "voisin.md#ici", "../api/index.md#liste", "exemple.md#partie"):
        text = KINDS[kind].format(target)
        (mistake,) = told(text)
        assert mistake.rule == "ancre-inconnue"
        assert f"« #{target.partition('#')[2]} »" in mistake.message
        assert target in text.split("\n")[mistake.line - 1]


@pytest.mark.parametrize("kind", KINDS)
def test_an_address_that_no_reader_should_follow_is_refused(kind: str) -> None:
    for target in REFUSED:
        (mistake,) = told(KINDS[kind].format(target))
        assert mistake.rule == "lien-refuse"
        assert target.partition("(")[0] in mistake.message
        assert "https://" in mistake.remedy


@pytest.mark.parametrize("text", ['<a href="&#106;avascript:alert(1)">a</a>', '<a href="javascript&colon;x">a</a>'])
def test_an_address_in_disguise_is_refused(text: str) -> None:
    assert rules(text) == ["lien-refuse"]


@pytest.mark.parametrize("text", ["[texte]()", "[texte]( )", '<a href="">texte</a>', "![]()"])
def test_a_link_without_an_address_is_an_error(text: str) -> None:
    assert rules(f"Avant.\n{text}") == ["lien-vide"]
    assert told(f"Avant.\n{text}")[0].line == 2


def test_an_attribute_without_a_value_is_the_component_s_own_mistake() -> None:
    assert rules('<Button href="">texte</Button>') == []


@pytest.mark.parametrize(
    ("text", "label"), [("[texte][nom]", "nom"), ("[texte][]", "texte"), ("[le `code`][Nom]", "Nom")]
)
def test_a_reference_that_is_not_defined_is_an_error(text: str, label: str) -> None:
    (mistake,) = told(f"Avant.\n\n{text}")
    assert (mistake.rule, mistake.line) == ("reference-indefinie", 3)
    assert f"« {label} »" in mistake.message
    assert f"[{label}]: " in mistake.remedy


@pytest.mark.parametrize(
    "text",
    [
        "[Texte][NOM]\n\n[nom]: voisin.md",
        "Avant[^1].\n\n[^1]: Une note de bas de page.",
        "[à compléter] (ou non)",
        "\\[texte\\](absent.md)",
        "- [ ] à faire\n- [x] fait",
        "Écrivez [texte] puis [autre].",
        "5 < 6 et href=absent.md",
        '<Callout title="un mot href=absent.md">a</Callout>',
    ],
)
def test_what_only_looks_like_a_link_is_left_alone(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize("place", CODE)
@pytest.mark.parametrize("kind", ["link", "HTML link", "Button", "link between angles"])
def test_a_link_in_code_is_left_alone(kind: str, place: str) -> None:
    for target in ("absent.md", "https://datapass.api.gouv.fr/demandes"):
        assert rules(CODE[place].format(KINDS[kind].format(target))) == []


def test_each_place_is_told_once_in_a_page_with_several_mistakes() -> None:
    text = "[a](absent.md) et [b](absent.md)\n\n<a href='absent.md'>c</a> [d](#rien)"
    assert [(mistake.line, mistake.rule) for mistake in told(text)] == [
        (1, "lien-casse"),
        (1, "lien-casse"),
        (3, "lien-casse"),
        (3, "ancre-inconnue"),
    ]


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("voisins.md", "voisin.md"),
        ("voisin/", "voisin.md"),
        ("voisin", "voisin.md"),
        ("/guides/voisin/", "voisin.md"),
        ("../guides/voisin", "voisin.md"),
        ("../api/", "../api/index.md"),
        ("../../api/", "../api/index.md"),
        ("/api", "../api/index.md"),
        ("/", "../index.md"),
        (".", "index.md"),
        ("../images/mon-dessin.svg", "../images/mon_dessin.svg"),
        ("#la-suit", "la-suite"),
        ("../api/index.md#liste", "la-liste"),
    ],
)
def test_the_link_that_was_meant_is_suggested(target: str, meant: str) -> None:
    (mistake,) = told(f"[texte]({target})")
    assert mistake.remedy == f"Vouliez-vous dire « {meant} » ?"


def test_a_link_that_resembles_nothing_is_shown_the_way() -> None:
    (mistake,) = told("[texte](qwxyz.docx)")
    assert mistake.remedy == "Écrivez le chemin du fichier, comme ../api/index.md."


@pytest.mark.parametrize(("path", "target"), [("index.md", "guides/voisin.md"), ("api/organisme/x.md", "../index.md")])
def test_a_link_is_read_from_its_page(path: str, target: str) -> None:
    assert told(f"[a]({target})", path) == []
    assert [mistake.rule for mistake in told(f"[a]({target})", "guides/a/b/c.md")] == ["lien-casse"]


def test_nothing_is_said_of_pages_that_can_t_be_known() -> None:
    to = Destinations(FILES, lambda _: None, unread=("editeurs",))
    assert told("[a](../editeurs/inconnu.md) [b](voisin.md#inconnu)", to=to) == []
    assert [mistake.rule for mistake in told("[a](inconnu.md)", to=to)] == ["lien-casse"]


class TestDataPass:
    """Addresses of DataPass are computed: one typed by hand was wrong on the site that this one replaces."""

    ADDRESSES = (
        "https://datapass.api.gouv.fr/formulaires/api-particulier-ccas/demande/nouveau",
        "https://datapass.api.gouv.fr/demandes/api-particulier/nouveau?use_case=ccas",
        "https://datapass.api.gouv.fr/api-particulier?demarche=ccas",
        "https://datapass.api.gouv.fr",
        "http://datapass.api.gouv.fr/api-particulier",
        "https://staging.datapass.api.gouv.fr/api-particulier",
        "https://sandbox.datapass.api.gouv.fr/",
        "https://DataPass.api.gouv.fr/api-particulier",
        "//datapass.api.gouv.fr/api-particulier",
    )

    @pytest.mark.parametrize("kind", KINDS)
    def test_an_address_typed_by_hand_is_an_error_at_its_line(self, kind: str) -> None:
        for target in self.ADDRESSES:
            text = "Avant.\n\n" + KINDS[kind].format(target)
            (mistake,) = told(text)
            assert mistake.rule == "datapass-a-la-main"
            assert target in mistake.message
            assert "<DataPass use_case=" in mistake.remedy
            assert target in text.split("\n")[mistake.line - 1]

    @pytest.mark.parametrize("text", ["Allez sur {} demain.", "<{}>", "({})", "« {} »", "**{}**"])
    def test_one_that_is_no_link_is_an_error_too(self, text: str) -> None:
        assert rules(text.format(self.ADDRESSES[0])) == ["datapass-a-la-main"]

    def test_the_test_site_is_named_as_such(self) -> None:
        assert "DataPass de test" in told(f"[a]({self.ADDRESSES[5]})")[0].message
        assert "DataPass de test" not in told(f"[a]({self.ADDRESSES[0]})")[0].message

    @pytest.mark.parametrize("target", ["https://exemple.fr/datapass", "https://exemple.fr/?de=datapass.api.gouv.fr"])
    def test_another_site_may_speak_of_it(self, target: str) -> None:
        assert rules(f"[a]({target})") == []


def hrefs(html: str) -> list[str]:
    return [
        item.attributes[name] for item in dom.read(html)[0].all() for name in ("href", "src") if name in item.attributes
    ]


@pytest.mark.parametrize(
    ("path", "target", "address"),
    [
        ("guides/exemple.md", "voisin.md", "../voisin/"),
        ("guides/exemple.md", "voisin.md#partie", "../voisin/#partie"),
        ("guides/exemple.md", "exemple.md", "./"),
        ("guides/exemple.md", "index.md", "../"),
        ("guides/exemple.md", "../index.md", "../../"),
        ("guides/exemple.md", "../images/mon_dessin.svg", "../../images/mon_dessin.svg"),
        ("guides/exemple.md", "../documents/note.pdf#page=2", "../../documents/note.pdf#page=2"),
        ("guides/index.md", "voisin.md", "voisin/"),
        ("guides/index.md", "../images/mon_dessin.svg", "../images/mon_dessin.svg"),
        ("index.md", "guides/voisin.md", "guides/voisin/"),
        ("index.md", "images/mon_dessin.svg", "images/mon_dessin.svg"),
        ("guides/exemple.md", "#ici", "#ici"),
        ("guides/exemple.md", "../voisin/", "../voisin/"),
        ("guides/exemple.md", "/voisin.md", "/voisin.md"),
        ("guides/exemple.md", "https://exemple.fr/a.md", "https://exemple.fr/a.md"),
        ("guides/exemple.md", "mailto:a@exemple.fr", "mailto:a@exemple.fr"),
    ],
)
def test_a_link_in_raw_html_becomes_an_address(path: str, target: str, address: str) -> None:
    for kind in ("HTML link", "HTML link in single quotes", "HTML link without quotes", "HTML image"):
        assert hrefs(resolved(KINDS[kind].format(target), path)) == [address]


@pytest.mark.parametrize("place", ["{}", "Une phrase avec {} dedans.", "- {}", "| a | b |\n|---|---|\n| c | {} |"])
@pytest.mark.parametrize("target", ["voisin.md#ma_partie", "../documents/ma_note.pdf", "voisin.md"])
def test_a_link_in_a_component_becomes_an_address_wherever_it_stands(
    place: str, target: str, catalogue: Catalogue
) -> None:
    drawn = expand(place.format(f'<Button href="{target}">texte</Button>'), On(catalogue, PAGE))
    file, _, anchor = target.partition("#")
    expected = f"../{file.removesuffix('.md')}/" if file.endswith(".md") else f"../{file}"
    assert hrefs(as_html(resolved(drawn, PAGE))) == [expected + (f"#{anchor}" if anchor else "")]


def test_what_looks_like_a_link_in_another_attribute_is_words() -> None:
    html = '<a title="voir src=voisin.md, href=voisin.md" href="voisin.md">a</a>'
    assert resolved(html, PAGE) == '<a title="voir src=voisin.md, href=voisin.md" href="../voisin/">a</a>'


@pytest.mark.parametrize("text", ['`<a href="voisin.md">`', '```\n<a href="voisin.md">\n```', "[a](voisin.md)", ""])
def test_code_and_markdown_links_are_left_to_the_engine(text: str) -> None:
    assert resolved(text, PAGE) == text


LINES: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "with CRLF": lambda text: text.replace("\n", "\r\n"),
    "with blank lines after the fence": lambda text: text.replace("---\n\n", "---\n\n\n\n"),
}


@pytest.mark.parametrize("written", LINES)
@pytest.mark.parametrize("kind", ["link", "HTML link", "image in a link", "Button", "link by reference", "after code"])
def test_the_line_is_that_of_the_file(kind: str, written: str, project: Path) -> None:
    text = f"---\ntitle: Voisin\ntagline: {example.TAGLINE}\n---\n\nAvant.\n\n{KINDS[kind].format('absent.md')}\n"
    text = LINES[written](text)
    (project / "content/guides/voisin.md").write_bytes(text.encode())
    line = next(number for number, words in enumerate(text.splitlines(), 1) if "absent.md" in words)
    (problem,) = example.problems_of(project)
    assert problem.startswith(f"content/guides/voisin.md:{line} : guide « Voisin » : le lien « absent.md »")


@pytest.mark.parametrize("file", ["index.md", "api/index.md", "api/organisme/donnee-exemple.md", "guides/index.md"])
def test_every_kind_of_page_is_looked_at(file: str, project: Path) -> None:
    page = project / "content" / file
    page.write_text(page.read_text(encoding="utf-8") + "\n[a](absent.md) [b](#rien)\n", encoding="utf-8")
    assert [problem.rule for problem in example.found_in(project)] == ["ancre-inconnue", "lien-casse"]


def test_links_to_generated_pages_and_their_anchors_are_known(project: Path) -> None:
    page = project / "content/index.md"
    targets = (
        "editeurs/editeur-exemple.md#bouquet-exemple-logiciel",
        "fournisseurs/organisme-exemple.md",
        "cadre-juridique/code-exemple.md#les-cas-d-usage-qui-s-appuient-dessus",
        "api/bouquet-exemple.md#les-api",
        "themes/exemple.md",
        "api/organisme/donnee-exemple.md#les-donnees",
        "api/index.md#bouquet-exemple",
    )
    body = "\n\n".join(f"[a]({target})" for target in targets)
    page.write_text(f"---\ntitle: Accueil\n---\n\n{body}\n", encoding="utf-8")
    assert example.problems_of(project) == []
    page.write_text(f"---\ntitle: Accueil\n---\n\n{body.replace('les-api', 'les-apis')}\n", encoding="utf-8")
    (problem,) = example.problems_of(project)
    assert problem.startswith("content/index.md:11 : page « Accueil »")
    assert problem.endswith("Vouliez-vous dire « les-api » ?")


def test_a_whole_page_has_its_raw_links_made_addresses(project: Path) -> None:
    text = (
        '---\ntitle: Accueil\n---\n\n<a href="guides/aide-exemple.md">a</a>\n\n<img src="images/dossier.svg" alt="">\n'
    )
    (project / "content/index.md").write_text(text, encoding="utf-8")
    loaded = load_project(project, example.TODAY)
    html = as_html(loaded.pages["index.md"].markdown(loaded.catalogue))
    assert hrefs(html) == ["#accueil", "guides/aide-exemple/", "images/dossier.svg"]

"""What the search keeps of a page."""

from __future__ import annotations

import pytest

from guides_api.pages.search.entry import entry

PAGE = """\
<h1 id="titre">Le titre<a class="headerlink" href="#titre" title="Lien">#</a></h1>
<p class="standfirst">Ce que la page apporte, avec <a href="../autre/">un lien</a>.</p>
<p>Un paragraphe, <a href="https://depot.example.org/formulaires/bouquet-exemple-sonate/demande/nouveau">demander</a>
l’accès.</p>
<nav><a href="#a">Aller plus loin</a></nav>
<p class="checked">Vérifié le 31 août 2026.</p>
<div class="terms" data-search-exclude><p>Une carte cachée.</p></div>
<h2 id="suite">La <em>suite</em></h2>
<ul><li>un</li><li>deux</li></ul>
<table><tr><td>trois</td><td><code>quatre_cinq</code></td></tr></table>
<form><select><option>Tous</option></select></form>
<dl><div id="mot"><dt>Mot</dt><dd>Sa définition.</dd></div><div><dt>Prix</dt><dd>douze</dd></div></dl>
<script>code()</script><style>p { color: red }</style>
"""


def fields(number: int = -1) -> dict[str, list[str]]:
    """Return the words of a page's opening, or of one of its parts."""
    found = entry(PAGE)
    part = found.opening if number < 0 else found.parts[number]
    return {name: text.split() for name, text in part.fields.items()}


def test_a_page_opens_with_its_title_and_its_lead() -> None:
    assert fields()["title"] == ["le", "titre"]
    assert fields()["lead"] == ["ce", "que", "la", "page", "apporte", "avec", "un", "lien"]
    assert entry(PAGE).opening.shown == "Ce que la page apporte, avec un lien."


def test_the_words_of_links_and_of_forms_stand_apart() -> None:
    assert fields()["body"] == ["un", "paragraphe", "accès"]
    assert fields()["links"] == ["demander"]
    assert fields()["forms"] == ["bouquet", "exemple", "sonate"]


def test_menus_dates_of_checking_cards_choices_and_code_are_not_read() -> None:
    everything = {word for part in (-1, 0, 1) for found in fields(part).values() for word in found}
    assert everything.isdisjoint({"aller", "vérifié", "carte", "tous", "code", "color", "lien", "31"} - {"lien"})


def test_each_heading_opens_a_part_at_its_anchor() -> None:
    assert [(part.anchor, part.title) for part in entry(PAGE).parts] == [("suite", "La suite"), ("mot", "Mot")]


def test_words_of_two_blocks_are_apart() -> None:
    assert fields(0)["body"] == ["un", "deux", "trois", "quatre", "cinq"]


def test_a_definition_list_without_anchors_is_part_of_the_text() -> None:
    assert fields(1)["title"] == ["mot"]
    assert fields(1)["body"] == ["sa", "définition", "prix", "douze"]
    assert entry(PAGE).parts[1].shown == "Sa définition. Prix douze"


def test_what_is_shown_is_cut_between_two_words() -> None:
    shown = entry(f"<h1>Titre</h1><p>{'mot ' * 100}</p>").opening.shown
    assert len(shown) <= 161
    assert shown.endswith("mot…")


def test_a_page_without_a_heading_or_with_nothing_is_read_too() -> None:
    assert entry("<p>Un mot.</p>").opening.fields == {"lead": "un mot"}
    assert entry("").opening.fields == {}
    assert entry("").parts == ()


def test_tags_that_nobody_closes_hide_nothing_that_follows() -> None:
    assert entry("<ul><li>un<li>deux</ul><p>trois</p>").opening.fields["body"] == "un deux"
    assert entry("<h1>Titre</h1><div><span>un</div><p>deux</p>").opening.fields["lead"] == "deux"


@pytest.mark.parametrize(
    ("html", "body"),
    [
        ("un<!-- deux > <b>trois</b> -->quatre", "unquatre"),
        ("un <script>if (a<b) { '<p>deux' }</script> trois <STYLE>p > a { }</STYLE>", "un trois"),
        ("un <?php ?> <!DOCTYPE html> deux", "un deux"),
        ('<span title="a > b" class=\'x\' hidden data-a = "<p>">un</span> deux', "un deux"),
        ("<span title=l'été>un</span> <span title=\"un>deux", "un deux"),
        ("1 < 2 et 3 <4 &lt;p> a&amp;b &eacute;t&#233;", "1 2 et 3 4 p a b été"),
        ("un<br>deux<br/>trois<br />quatre<hr><img alt='non'>cinq", "un deux trois quatrecinq"),
        ("m<em>ot</em> <DIV>deux</DIV>trois<b class='x'>e</b>", "mot deux troise"),
        ("un<nav>deux<nav>trois</nav>quatre</nav>cinq", "uncinq"),
        ("un<div data-search-exclude>x<div>y</div>z</div>cinq <svg/>six", "un cinq six"),
        ("un <span class='a checked'>x<ul><li>y</ul></span>deux<p class='unchecked'>trois</p>", "un deux trois"),
        ("un <select><option>deux</select></p></em> trois", "un trois"),
    ],
)
def test_tags_are_told_from_text_as_browsers_do(html: str, body: str) -> None:
    assert entry(f"<p>Chapeau.</p>{html}").opening.fields["body"] == body


def test_the_text_of_a_link_in_a_lead_or_in_a_title_is_of_these() -> None:
    found = entry(
        "<h1><a href='a/'>Un</a> titre</h1><p>Le <a href='b/'>lien</a> du chapeau</p><p>Un</p>"
    ).opening.fields
    assert found == {"title": "un titre", "lead": "le lien du chapeau", "body": "un"}


def test_a_heading_in_a_link_opens_a_part_and_the_rest_is_of_the_link() -> None:
    (part,) = entry("<a href='a/'><h3 id='c'>Carte</h3>une suite</a> un texte").parts
    assert part.fields == {"title": "carte", "links": "une suite", "body": "un texte"}
    assert part.shown == "une suite un texte"


def test_an_entry_depends_on_the_html_alone() -> None:
    assert entry(PAGE) == entry(PAGE)

"""SVG pictures: drawings and what their software notes, and nothing that a browser would run or load."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.catalogue.french import assert_french
from tests.example import found_in

from guides_api.catalogue.drawings import drawing_problems

PATH = "content/images/dessin.svg"
SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
NOTES = (
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"'
)
REFUSED = {
    "<script>alert(1)</script>": "élément <script>",
    '<script href="https://a.fr/x.js"/>': "élément <script>",
    '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>': "élément <script>",
    '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>': "élément <script>",
    '<g xmlns="http://www.w3.org/1999/xhtml"/>': "élément <g>",
    "<foreignObject/>": "élément <foreignObject>",
    '<a href="#x"/>': "élément <a>",
    '<set attributeName="href" to="#x"/>': "élément <set>",
    '<animate attributeName="x"/>': "élément <animate>",
    "<SCRIPT/>": "élément <SCRIPT>",
    '<rect onclick="alert(1)"/>': "attribut « onclick »",
    '<use href="https://a.fr/b.svg#c"/>': "attribut « href »",
    '<use xlink:href="a.svg#c"/>': "attribut « href »",
    '<use href="data:image/svg+xml;base64,AA"/>': "attribut « href »",
    '<image href="//a.fr/b.png"/>': "attribut « href »",
    '<image href="javascript:alert(1)"/>': "attribut « href »",
    '<g xml:base="https://a.fr/"/>': "attribut « base »",
    '<rect fill="url(https://a.fr/b.svg#c)"/>': "attribut « fill »",
    '<rect style="fill: URL( //a.fr#b)"/>': "attribut « style »",
    '<rect style="fill: u\\72l(//a.fr)"/>': "attribut « style »",
    "<style>@import 'a.css';</style>": "style qui cite un autre fichier",
    "<style><![CDATA[rect { fill: url('https://a.fr/b') }]]></style>": "style qui cite un autre fichier",
    "<style>a { background: image-set('b.png' 1x) }</style>": "style qui cite un autre fichier",
    "<?xml-stylesheet href='a.xsl'?>": "instruction <?xml-stylesheet?>",
}
ACCEPTED = [
    "",
    "<title>Un titre</title><desc>url(https://a.fr) c\\x</desc>",
    '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs>',
    '<rect fill="url(#a)" style="stroke: url( \'#b\' ); opacity: 0.5"/><use xlink:href="#a"/>',
    "<style>.a { fill: #123; filter: url(#b) }</style><text>url(c)</text>",
    '<image href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"/>',
    f'<metadata {NOTES}><rdf:RDF><cc:Work rdf:about="https://a.fr"/></rdf:RDF></metadata>',
    f'<g {NOTES} inkscape:export-filename="c\\a.png" inkscape:label="un calque"/>',
    "<!-- un <script> en commentaire -->",
]


def told(inside: str) -> list[str]:
    return [problem.message for problem in drawing_problems(f"<svg {SVG}>\n{inside}\n</svg>", PATH)]


@pytest.mark.parametrize("inside", REFUSED)
def test_what_would_run_or_load_is_refused_at_its_line(inside: str) -> None:
    (problem,) = drawing_problems(f"<svg {SVG}>\n{inside}\n</svg>", PATH)
    assert problem.message == f"{REFUSED[inside]} : refusé dans une image."
    assert (problem.rule, problem.place.line) == ("image-active", 2)
    assert_french(f"{problem.message} {problem.remedy}")


@pytest.mark.parametrize("inside", ACCEPTED)
def test_shapes_words_and_notes_are_accepted(inside: str) -> None:
    assert told(inside) == []


@pytest.mark.parametrize("text", ["<svg>", "", "GIF89a", "<svg/><script/>", "<a:svg/>"])
def test_what_is_no_xml_is_told(text: str) -> None:
    assert [problem.rule for problem in drawing_problems(text, PATH)] == ["svg-illisible"]


def test_entities_are_refused_before_they_grow() -> None:
    bomb = f'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg {SVG}>&b;</svg>'
    assert [problem.message for problem in drawing_problems(bomb, PATH)] == [
        "déclaration DOCTYPE : refusé dans une image."
    ]


def test_what_is_no_drawing_is_refused() -> None:
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'
    assert [problem.rule for problem in drawing_problems(page, PATH)] == ["image-active"] * 2
    assert [problem.rule for problem in drawing_problems("<svg/>", PATH)] == ["image-active"]


def test_the_check_reads_every_svg_picture_but_diagrams(project: Path) -> None:
    for path in ("a.svg", "b/c.svg", "schemas/d/e.svg"):
        (project / "content/images" / path).parent.mkdir(exist_ok=True)
        (project / "content/images" / path).write_text(f"<svg {SVG}><script/></svg>", encoding="utf-8")
    assert [(problem.place.path, problem.rule) for problem in found_in(project)] == [
        (f"content/images/{path}", "image-active") for path in ("a.svg", "b/c.svg", "schemas/d/e.svg")
    ]

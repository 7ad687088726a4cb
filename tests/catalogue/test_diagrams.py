"""Diagrams: what an SVG file may hold, and all that is refused before a page shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import dom
from tests.catalogue.french import assert_french

from guides_api.catalogue.diagrams import Diagram, diagram
from guides_api.catalogue.problems import Problem
from guides_api.pages.project import Project

PATH = "content/images/schemas/exemple.svg"
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 80">'
WORDS = "<title>Un titre</title><desc>Une phrase.</desc>"
ACCEPTED = {
    "shapes": '<rect x="1" y="2"/><circle r="1"/><ellipse/><line/><polyline/><polygon/><path d="M0 0 h1"/>',
    "text": '<text x="1" text-anchor="middle">Un <tspan font-weight="700">mot</tspan> &amp; un autre</text>',
    "group": '<g transform="translate(1 2)"><rect/></g>',
    "arrow": '<defs><marker id="fin"><path d="M0 0"/></marker></defs><path marker-end="url(#fin)"/>',
    "colour of the text": '<rect fill="currentColor" stroke="none"/>',
    "colour of the site": '<rect fill="var(--schema-soft, #eef2f8)" stroke="var(--schema-line,#abc)"/>',
    "paint of the drawing": '<rect fill="url(#trame-1)"/>',
}
# What is drawn, and the beginning of what is said of it.
REFUSED = {
    "<script>alert(1)</script>": "élément <script>",
    "<a><rect/></a>": "élément <a>",
    "<image/>": "élément <image>",
    "<use/>": "élément <use>",
    "<style>rect { fill: red }</style>": "élément <style>",
    "<foreignObject/>": "élément <foreignObject>",
    "<animate/>": "élément <animate>",
    "<set/>": "élément <set>",
    "<iframe/>": "élément <iframe>",
    "<SCRIPT/>": "élément <SCRIPT>",
    '<x:script xmlns:x="http://www.w3.org/2000/svg"/>': "élément <x:script>",
    '<rect onclick="alert(1)"/>': "attribut « onclick »",
    '<rect ONLOAD="alert(1)"/>': "attribut « ONLOAD »",
    '<rect style="fill: red"/>': "attribut « style »",
    '<rect class="a"/>': "attribut « class »",
    '<g aria-label="Un groupe"/>': "attribut « aria-label »",
    '<rect href="#a"/>': "attribut « href »",
    '<rect xlink:href="https://exemple.fr"/>': "attribut « xlink:href »",
    '<rect fill="red"/>': "couleur « red »",
    '<rect stroke="#1b4b8f"/>': "couleur « #1b4b8f »",
    '<rect fill=""/>': "couleur «  »",
    '<rect fill="currentColor red"/>': "couleur « currentColor red »",
    '<rect fill="url(https://exemple.fr/#a)"/>': "couleur « url(https://exemple.fr/#a) »",
    '<rect fill="var(--autre, #abc)"/>': "couleur « var(--autre, #abc) »",
    '<rect fill="var(--schema-soft)"/>': "couleur « var(--schema-soft) »",
    '<rect fill="var(--schema-soft, red)"/>': "couleur « var(--schema-soft, red) »",
    f'<rect fill="{"a" * 50}"/>': f"couleur « {'a' * 40} »",
}
# What another site would be asked for.
ELSEWHERE = {
    "address in a filter": '<g filter="url(https://exemple.fr/a.svg#b)"/>',
    "address in a marker": '<path marker-end="url(https://exemple.fr/a.svg#b)"/>',
    "address in a mask": '<g mask="url( //exemple.fr/a.svg#b)"/>',
    "address in a cursor": '<g cursor="URL(https://exemple.fr/a.png), auto"/>',
}
# What XML reads one way, and HTML, or whoever cuts the text, another way.
LITERAL = {
    "text": "<text><![CDATA[<script>alert(1)</script>]]></text>",
    "end of a title": "<g><title>a<![CDATA[</title><script>alert(1)</script>]]></title></g>",
    "end of a description": "<g><desc>a<![CDATA[</desc><script>alert(1)</script>]]></desc></g>",
    "start of a comment": "<text><![CDATA[<!--]]></text><!-- --><rect/>",
    "start of a title": "<text><![CDATA[<title>]]></text><rect/><g><title>a</title></g>",
    "titles of parts": "<g><title>a</title></g><rect/><g><title>b</title></g>",
    "title that holds nothing": "<g><title/></g><rect/><g><title>a</title></g>",
}
ROOTS = {
    "without a viewBox": "<svg>",
    "of a fixed width": '<svg viewBox="0 0 1 1" width="100">',
    "of a fixed height": '<svg viewBox="0 0 1 1" height="100">',
}
MALFORMED = {
    "nothing": ("", 1),
    "spaces": (" \n ", 2),
    "words": ("Un schéma.", 1),
    "unclosed element": (f"{OPEN}\n<g>\n</svg>", 3),
    "unclosed root": (f"{OPEN}\n<g/>\n", 3),
    "two roots": (f"{OPEN}{WORDS}</svg>\n<svg/>", 2),
    "attribute without quotes": (f"{OPEN}\n<g id=a/></svg>", 2),
    "attribute twice": (f'{OPEN}\n<g id="a" id="b"/></svg>', 2),
    "ampersand alone": (f"{OPEN}\n<title>A & B</title></svg>", 2),
    "entity of HTML": (f"{OPEN}\n<text>&nbsp;</text></svg>", 2),
}


def read(text: str) -> Diagram:
    found, problems = diagram(text, PATH)
    assert problems == []
    assert found
    return found


def refused(text: str) -> list[Problem]:
    found, problems = diagram(text, PATH)
    assert problems
    assert found is None
    assert {problem.place.path for problem in problems} == {PATH}
    assert_french("\n".join(map(str, problems)))
    return problems


def test_a_drawing_is_named_after_its_file_and_described_by_its_own_words() -> None:
    assert read(f"{OPEN}\n  {WORDS}\n  <rect/>\n\n  <g/>\n</svg>\n") == Diagram(
        "exemple", "Un titre", "Une phrase.", f"{OPEN} <rect/> <g/> </svg>"
    )


@pytest.mark.parametrize("drawn", ACCEPTED.values(), ids=ACCEPTED)
def test_what_a_drawing_needs_is_kept_as_it_is(drawn: str) -> None:
    assert read(f"{OPEN}{WORDS}{drawn}</svg>").svg == f"{OPEN}{drawn}</svg>"


@pytest.mark.parametrize(
    "text",
    [
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- a -->\n{OPEN}{WORDS}<g/></svg>\n',
        f"{OPEN}{WORDS}<!-- <script> -->\n<!--\na\n--><g/></svg>",
        f"{OPEN}<g/>{WORDS}</svg>",
        f"{OPEN}{WORDS}<!-- a --><g/><!-- b --></svg>",
        f"{OPEN}<desc>Une phrase.</desc><?a b?><g/><title>Un titre</title></svg>\n\n",
    ],
)
def test_only_the_drawing_is_shown(text: str) -> None:
    found = read(text)
    assert (found.title, found.description) == ("Un titre", "Une phrase.")
    assert found.svg.replace("> <", "><") == f"{OPEN}<g/></svg>"


def test_words_are_read_as_words() -> None:
    found = read(f"{OPEN}<title>A &amp; B &#233;té</title><desc>Une phrase\n    sur deux lignes.</desc></svg>")
    assert found.title == "A & B été"
    assert " ".join(found.description.split()) == "Une phrase sur deux lignes."


def test_words_over_two_lines_are_one_line() -> None:
    found = read(f"{OPEN}<title>\n  Un\n  titre\n</title><desc>Une\n  phrase.</desc></svg>")
    assert (found.title, found.description) == ("Un titre", "Une phrase.")


def test_the_title_of_a_part_is_not_the_drawing_s() -> None:
    assert read(f"{OPEN}{WORDS}<g><title>Autre</title><desc>Autre.</desc></g></svg>").title == "Un titre"


def test_a_declared_encoding_is_not_believed() -> None:
    assert (
        read(f'<?xml version="1.0" encoding="ISO-8859-1"?>{OPEN}<title>Été</title><desc>À</desc></svg>').title == "Été"
    )


@pytest.mark.parametrize(("drawn", "said"), REFUSED.items())
def test_what_is_no_drawing_is_refused_at_its_line(drawn: str, said: str) -> None:
    problems = refused(f"{OPEN}\n{WORDS}\n<g>\n{drawn}</g></svg>")
    assert [(problem.place.line, problem.rule) for problem in problems] == [(4, "svg-refuse")]
    assert problems[0].message.startswith(f"{said} refusé")
    assert problems[0].remedy


@pytest.mark.parametrize("drawn", ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_drawing_asks_other_sites_for_nothing(drawn: str) -> None:
    (problem,) = refused(f"{OPEN}\n{WORDS}\n{drawn}</svg>")
    assert problem.place.line == 3


@pytest.mark.parametrize("drawn", LITERAL.values(), ids=LITERAL)
def test_a_browser_reads_what_was_checked_or_nothing(drawn: str) -> None:
    found, problems = diagram(f"{OPEN}{WORDS}{drawn}<circle/></svg>", PATH)
    if found:
        tree, faults = dom.read(found.svg)
        assert faults == []
        tags = [item.tag for item in tree.all() if item.tag not in ("svg", "g", "text")]
        assert tags == (["rect", "circle"] if "<rect/>" in drawn else ["circle"])
    assert bool(problems) is (found is None)


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_a_drawing_fits_its_page(root: str) -> None:
    (problem,) = refused(f"\n{root}{WORDS}</svg>")
    assert (problem.place.line, problem.rule) == (2, "svg-refuse")
    assert "viewBox" in problem.message
    assert "viewBox" in problem.remedy


def test_a_root_is_a_drawing() -> None:
    (problem,) = refused(f'<g viewBox="0 0 1 1">{WORDS}</g>')
    assert problem.rule == "svg-refuse"


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("<desc>Une phrase.</desc>", ["<title>"]),
        ("<title>Un titre</title>", ["<desc>"]),
        ("<title> \n </title><desc/>", ["<title>", "<desc>"]),
        ("", ["<title>", "<desc>"]),
    ],
)
def test_a_drawing_without_words_is_refused(words: str, missing: list[str]) -> None:
    problems = refused(f"{OPEN}{words}<rect/></svg>")
    assert {problem.rule for problem in problems} == {"schema-sans-texte"}
    assert [problem.remedy.split("…")[0].removeprefix("Ajoutez ") for problem in problems] == missing


@pytest.mark.parametrize(("text", "line"), MALFORMED.values(), ids=MALFORMED)
def test_malformed_xml_is_told_at_its_line(text: str, line: int) -> None:
    (problem,) = refused(text)
    assert (problem.rule, problem.place.line) == ("svg-illisible", line)


def test_every_refusal_says_what_to_do() -> None:
    drawings = (
        *(text for text, _ in MALFORMED.values()),
        OPEN + "</svg>",
        f"{OPEN}<script/></svg>",
        f"<!DOCTYPE svg>{OPEN}</svg>",
    )
    assert [str(problem) for text in drawings for problem in refused(text) if not problem.remedy] == []


@pytest.mark.parametrize(
    "subset",
    [
        "",
        ' PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"',
        ' [<!ENTITY a "b">]',
        ' [<!ENTITY a "<script/>">]',
        ' [<!ENTITY a SYSTEM "file:///etc/passwd">]',
        ' [<!ENTITY b "bb"><!ENTITY a "&b;&b;&b;">]',
    ],
)
def test_a_doctype_is_refused_at_its_line_and_nothing_is_read_after_it(subset: str) -> None:
    (problem,) = refused(
        f"<?xml version='1.0'?>\n<!DOCTYPE svg{subset}>\n{OPEN}<g>{'&a;' if '[' in subset else ''}</g></svg>"
    )
    assert (problem.rule, problem.place.line) == ("svg-refuse", 2)
    assert "DOCTYPE" in problem.message


def test_a_bomb_of_entities_does_not_go_off() -> None:
    levels = "".join(f'<!ENTITY a{rank} "{f"&a{rank - 1};" * 10}">' for rank in range(1, 5))
    text = (
        f'<!DOCTYPE svg [<!ENTITY a0 "{"x" * 100}">{levels}]>\n{OPEN}<title>&a4;</title><desc>Une phrase.</desc></svg>'
    )
    (problem,) = refused(text)
    assert "DOCTYPE" in problem.message


def test_every_refusal_is_told_at_once() -> None:
    text = f'{OPEN}{WORDS}\n<script/>\n<rect fill="red" onclick="a"/>\n<g style="a"/>\n</svg>'
    assert [problem.place.line for problem in refused(text)] == [2, 3, 3, 4]


@given(
    st.lists(
        st.sampled_from(
            [*"<>/&;='\" a", "svg", "title", "desc", "g", OPEN, WORDS, "</svg>", "<![CDATA[", "]]>", "<!--", "-->"]
        )
    )
)
def test_whatever_is_written_is_a_drawing_or_a_problem_in_french(pieces: list[str]) -> None:
    found, problems = diagram("".join(pieces), PATH)
    assert (found is None) is bool(problems)
    assert_french("\n".join(map(str, problems)))


def test_our_own_drawings_are_words_too(real: Project) -> None:
    files = sorted((Path(__file__).parents[2] / "content/images/schemas").glob("*.svg"))
    assert files
    assert sorted(real.catalogue.diagrams) == [file.stem for file in files]
    for found in real.catalogue.diagrams.values():
        assert found.description[-1] == "."
        assert "\n" not in found.svg

"""The quick converter gives what Python-Markdown gives, of any text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Comment, Element, SubElement

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.serializers import to_xhtml_string
from tests.build import ROOT
from tests.untrusted.attacks import HTML, MARKDOWN, QUOTED

from guides_api.engine import quick_markdown
from guides_api.engine.dates import day_of_build
from guides_api.engine.quick_xhtml import quick_xhtml
from guides_api.pages.project import load_project

WRITTEN = (
    *("un mot", "Un *autre* et **un autre**, _ici_ __là__ ***tout***", "snake_case 2*3*4", "fin  \nde ligne", "   "),
    *("`code` et ``co`de``", "\\* \\\\ \\[ \\` \\a", "[lien](a.md)", '[lien](<b c.md> "titre")', "[r][] [r][R] [r]"),
    *("![i](i.png)", "![i][r] ![r]", "[r]: b.md 'T'", "  [s]: <c.md>", "<https://a.fr/> <a@b.fr> <a!b>"),
    *(
        "<b>gras</b> <!-- c --> <?p?>",
        "&amp; &#38; &nbsp; & &;",
        "note[^1] [^2]",
        "[^1]: La note.",
        "[^2]: Une\n    autre",
    ),
    *("[TOC]", " [TOC] ", "\\[TOC]", "# Titre", "## Titre { #ici .là }", "Titre ##", "Titre\n=====", "Titre\n---"),
    *("---", "* * *", "- - -", "___", "- un\n- deux", "* un\n    suite\n\n    loin", "1. un\n2. deux", "10) non"),
    *("    - bien", "+ plus\n    + loin", "> cité\nencore", "> > deux", "    code\n    encore", "\tcode"),
    *('```json\n{"a": 1}\n```', "~~~\n<a>\n~~~", "```\nouvert", "> ```python\n> x = 1\n> ```", "- ```\n  x\n  ```"),
    *("    ```\n    x\n    ```", "| a | b |\n| - | :-: |\n| *c* | `d|e` |", "a\n-|", "| a |\n|---|\n| b |"),
    *("Terme\n:   Défini { .x }", ":   seul", "mot { .x }", "mot\n{ #b .x }", "*mot*{ .x }", "- un\n  { .x }"),
    *("{: .x }", "{", "/// html | div.x\n\nun *mot*\n\n///", "/// html | p\n    markdown: inline\n\n*mot*\n\n///"),
    *("/// html | div\n    markdown: html\n", "/// html | script", "///", "//// html | ul", "////", "/// inconnu"),
    *("/// html", "/// html | div\n    attrs: {a: [}", "    /// html | div\n\n    mot\n\n    ///", "\x02", "\x03"),
    *("\x02klzzwxh:0000\x03", "\x02wzxhzdk:0\x03", "klzzwxh:", "é\u00a0!"),
)
PIECE = st.sampled_from((*WRITTEN, *HTML, *QUOTED, *MARKDOWN)) | st.text(
    "ab *_`[]()!<>&\\\n#-+.:|{}/^\"'1", max_size=12
)
BETWEEN = st.sampled_from(("\n\n", "\n\n", "\n", " ", "", "\n    ", "\n> ", "\n- "))
TEXT = st.lists(st.tuples(PIECE, BETWEEN), min_size=1, max_size=8).map(lambda pairs: "".join(a + b for a, b in pairs))


def written_settings() -> tuple[list[str], Mapping[str, Mapping[str, object]]]:
    """Return the extensions of the project, and what it sets of them."""
    listed = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    configs = {name: its for item in listed if isinstance(item, dict) for name, its in item.items()}
    return [next(iter(item)) if isinstance(item, dict) else item for item in listed], configs


EXTENSIONS, CONFIGS = written_settings()
QUICK = quick_markdown.converter(EXTENSIONS, CONFIGS)
STOCK = Markdown(extensions=EXTENSIONS, extension_configs={**CONFIGS})


def made(converter: Markdown, text: str) -> tuple[str, object]:
    """Return the HTML of a text, and its headings."""
    html = converter.reset().convert(text)
    return html, converter.toc_tokens if text.strip() else None  # type: ignore[attr-defined]  # the extension adds it


def differences(texts: Iterable[str]) -> list[str]:
    """Return the texts of which the two converters make something else, whatever they turned to before."""
    return [text for text in texts if made(QUICK, text) != made(STOCK, text)]


def test_the_releases_installed_are_those_that_were_read() -> None:
    assert quick_markdown.INSTALLED == quick_markdown.READ, "read again what engine/quick_markdown.py needs of them"
    assert type(QUICK) is not Markdown


def test_another_release_is_left_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_markdown, "INSTALLED", (("markdown", "4.0"), ("pymdownx", "13.1")))
    assert type(quick_markdown.converter(EXTENSIONS, CONFIGS)) is Markdown


def test_each_pattern_and_each_processor_has_its_sign() -> None:
    QUICK.reset()
    patterns = QUICK.treeprocessors["inline"].signed  # type: ignore[attr-defined]
    assert [type(pattern).__name__ for _, sign, _, pattern in patterns if not sign] == []
    processors = QUICK.parser.signed  # type: ignore[attr-defined]
    unsigned = [type(processor).__name__ for sign, processor in processors if not sign]
    assert unsigned == ["EmptyBlockProcessor", "_Started", "HRProcessor", "ParagraphProcessor"]


def test_each_text_known_gives_the_same() -> None:
    assert differences((*WRITTEN, *HTML, *QUOTED, *MARKDOWN, "\n\n".join(WRITTEN))) == []


def test_each_text_of_the_project_gives_the_same() -> None:
    files = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "content/guides").glob("*.md"))]
    assert differences(re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL) for text in files) == []


def test_each_kind_of_element_is_written_the_same() -> None:
    root = Element("div", {"b": 'a"<&>\n', "a": "&amp; & c", "hidden": None})  # type: ignore[dict-item]  # as attr_list does
    root.text, root.tail = "<a> & &eacute; &#38;", "\n<fin> &"
    for tag in ("p", "br", "script", "IMG", "style"):
        SubElement(root, tag, {"checked": "checked"}).text = "a < b"
        root[-1].tail = "> &"
    assert quick_xhtml(root) == to_xhtml_string(root)
    root[0].append(Comment("un mot"))
    assert quick_xhtml(root) == to_xhtml_string(root)


@settings(max_examples=400, deadline=None)
@given(TEXT)
def test_any_text_gives_the_same(text: str) -> None:
    assert made(QUICK, text) == made(STOCK, text)


@pytest.mark.long
@settings(max_examples=20_000, deadline=None)
@given(TEXT)
def test_any_text_gives_the_same_in_the_long_run(text: str) -> None:
    assert made(QUICK, text) == made(STOCK, text)


@pytest.mark.long
def test_each_page_of_the_site_gives_the_same() -> None:
    project = load_project(ROOT, day_of_build(ROOT))
    assert differences(page.markdown(project.catalogue) for page in project.pages.values()) == []

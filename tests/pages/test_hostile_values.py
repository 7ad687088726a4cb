"""What editors send is shown as they wrote it, on every page, and never read as Markdown or HTML."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests import dom
from tests.example import TODAY
from tests.pages.drawn import as_html

from guides_api.pages.addresses import SEARCH_PAGE
from guides_api.pages.project import load_project

VALUE = "hostile *a* __b__ [c](d) ![e](f) | `g` {#h .i} \\j & \"k\" 'l' # m ~n~ ^o^ $p$ {{ q }} {% r %} &amp; t_u_v"

# The fields that are shown as words; each gets the value, quoted for YAML.
SPOILED = {
    "data/bundles.yaml": ("name", "operator", "subject"),
    "data/publics.yaml": ("name", "description"),
    "data/providers.yaml": ("name",),
    "data/modalities.yaml": ("name", "explanation"),
    "data/scopes.yaml": ("label",),
    "data/legal_texts.yaml": ("reference", "short", "summary"),
    "data/use_cases.yaml": ("name",),
    "data/facts.yaml": ("unit",),
    "data/sources.yaml": ("title",),
    "data/mentions.yaml": ("label", "explanation"),
    "data/wordings.yaml": ("title", "explanation", "instead"),
    "data/editors.yaml": ("name",),
    "data/applicants.yaml": ("name", "group", "explanation", "reason", "words"),
    "data/alternatives.yaml": ("name", "explanation"),
    "data/removed.yaml": ("name", "reason"),
    "content/api/organisme/donnee-exemple.md": ("title",),
    "content/guides/aide-exemple.md": ("title", "tagline"),
    "content/index.md": ("title",),
}

TO_COPY = re.compile(r"<pre>.*?</pre>", re.DOTALL)  # code that says the same in another language


@pytest.fixture
def pages(project: Path) -> dict[str, dom.Element]:
    """Every page of the example project, all words of which are hostile."""
    quoted = VALUE.replace("'", "''")
    for path, keys in SPOILED.items():
        file = project / path
        text = file.read_text(encoding="utf-8")
        for key in keys:
            text, times = re.subn(rf"(?m)^( *(?:- )?{key}): .*$", lambda found: f"{found[1]}: '{quoted}'", text)
            assert times, f"{path}: {key}"
        file.write_text(text.replace("  - Bouquet Exemple", "  - bouquet-exemple"), encoding="utf-8")
    loaded = load_project(project, TODAY)
    trees = {}
    for path, page in loaded.pages.items():
        html = as_html(page.markdown(loaded.catalogue))
        assert dom.read(html)[1] == [], path
        trees[path], _ = dom.read(TO_COPY.sub("", html))
    return trees


def test_hostile_values_are_shown_whole_on_every_page(pages: dict[str, dom.Element]) -> None:
    shown = dom.Element("", children=[VALUE]).text
    counts = {path: (tree.text.count("hostile"), tree.text.count(shown)) for path, tree in pages.items()}
    assert {path: count for path, count in counts.items() if count[0] != count[1]} == {}
    assert sum(count for count, _ in counts.values()) > 40
    assert all(count for path, (count, _) in counts.items() if not path.endswith(("index.md", SEARCH_PAGE)))


def test_hostile_values_make_no_element(pages: dict[str, dom.Element]) -> None:
    for path, tree in pages.items():
        assert not tree.all("em", "sub", "sup"), path
        assert {script.attributes.get("type") for script in tree.all("script")} <= {"application/json"}, path
        assert "f" not in {image.attributes.get("src") for image in tree.all("img")}, path
        targets = {link.attributes.get("href", "") for link in tree.all("a")}
        assert not {"d", "http://www.s.fr", "https://www.s.fr"} & targets, path
        assert "h" not in {element.attributes.get("id") for element in tree.all()}, path

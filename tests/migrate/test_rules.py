"""Each rule finds what its examples say, at the line that they say, and nothing in what only looks like a defect."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tests import example
from tests.rule_ids import MIGRATE, rule_ids

from guides_api.catalogue.catalogue import Catalogue
from guides_api.catalogue.load import read
from guides_api.migrate.findings import Bad, Good, Rule, rules
from guides_api.migrate.foreign import surveyed
from guides_api.migrate.verify import verify

RULES = list(rules().values())
GUIDE = "guides/exemple.md"
HEADER = "title: Un guide d’exemple\ntagline: Une phrase qui dit ce que ce guide apporte.\n"
NEIGHBOUR = """
  - id: parc-voisin
    name: Parc Voisin
    bundle: bouquet-exemple
    publics: [villages]
    datapass_use_case: parc_voisin
    forms:
      - id: bouquet-exemple-parc
"""
BODY = "Le texte du guide.\n"
_CODE_POINT = re.compile(r"⟨U\+([0-9A-F]{4})⟩")
_ENCODED = re.compile(r"⟨(cp1252|mac_roman)⟩")
_IMAGE = re.compile(r"⟨(PNG|JPEG) (\d+)x(\d+)(?: (\d+) Kio)?⟩")
_FILLED = re.compile(r"⟨vide (\d+) Kio⟩")


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The invented facts that the examples are compared with, and a second use case."""
    root = example.write(tmp_path_factory.mktemp("example"))
    with (root / "data/use_cases.yaml").open("a", encoding="utf-8") as file:
        file.write(NEIGHBOUR)
    return read(root, example.TODAY)[0]


def content(text: str) -> bytes:
    """Return the bytes of a file that an example describes."""
    text = _CODE_POINT.sub(lambda found: chr(int(found[1], 16)), text)
    if image := _IMAGE.fullmatch(text):
        out = BytesIO()
        Image.new("1", (int(image[2]), int(image[3]))).save(out, image[1])
        return out.getvalue().ljust(int(image[4] or 0) * 1024, b"\0")
    if filled := _FILLED.fullmatch(text):
        return b" " * int(filled[1]) * 1024
    encoded = _ENCODED.match(text)
    return text[encoded.end() :].encode(encoded[1]) if encoded else text.encode()


def files(given: Good) -> dict[str, str]:
    bodies = {path: f"---\n{HEADER}---\n{body}" for path, body in given.bodies.items()}
    if given.body is not None:
        bodies[GUIDE] = f"---\n{HEADER}---\n{given.body}"
    if given.header is not None:
        bodies[GUIDE] = f"---\n{given.header}---\n{BODY}"
    return {**given.files, **bodies}


def found(given: Good, root: Path, facts: Catalogue) -> list[tuple[str, str, int]]:
    for path, text in files(given).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content(text))
    return [(item.rule, item.path, item.line) for item in verify(surveyed(root), facts)]


def place(given: Bad) -> tuple[str, int]:
    """Return the file and the line of the finding: the example counts in what it gives."""
    path = given.path or GUIDE
    if given.line is None:
        return path, 0
    before = 1 if given.header is not None else 0 if path in given.files else HEADER.count("\n") + 2
    return path, given.line + before


@pytest.mark.parametrize(
    ("rule", "case"),
    [pytest.param(rule, bad, id=f"{rule.id}-{rank}") for rule in RULES for rank, bad in enumerate(rule.bad, 1)],
)
def test_a_bad_example_breaks_its_rule_at_its_line_and_no_other(
    rule: Rule, case: Bad, tmp_path: Path, facts: Catalogue
) -> None:
    told = found(case, tmp_path, facts)
    own = (rule.id, *place(case))
    assert own in told
    told.remove(own)
    assert sorted(item[0] for item in told) == sorted(case.also)


@pytest.mark.parametrize(
    "case",
    [pytest.param(good, id=f"{rule.id}-{rank}") for rule in RULES for rank, good in enumerate(rule.good, 1)],
)
def test_a_good_example_breaks_no_rule(case: Good, tmp_path: Path, facts: Catalogue) -> None:
    assert found(case, tmp_path, facts) == []


def test_every_rule_that_the_code_names_is_explained_and_none_in_vain() -> None:
    assert {rule.id for rule in RULES} == rule_ids(MIGRATE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_explained_in_french_sentences(rule: Rule) -> None:
    assert len(rule.title) <= 100
    for words in (rule.title, rule.why, rule.mend):
        assert re.match(r"[A-ZÀÂÇÉÊ«]", words)
        assert words.endswith(".")
        assert not re.search(r"\w'\w|  |\n", re.sub(r"`[^`]*`", "…", words))
